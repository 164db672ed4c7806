export { ofSameLibrary } from "./same-library";
