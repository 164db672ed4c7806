import "./installed"; // first, since the other file loads the library

export { ofSameLibrary } from "./same-library";
