export { LibraryMissing } from "./installed";
export { ofSameLibrary } from "./same-library";
