import { dirname } from "node:path";

/** A folder with one in it that is called `stacks`: this file is in that. */
export const APP_FOLDER = dirname(__dirname);
