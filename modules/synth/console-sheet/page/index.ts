export { page } from "./document";
