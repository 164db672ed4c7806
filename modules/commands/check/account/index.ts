export { withinBounds } from "./bounds";
export { compareWithAccount, type LiveOptions } from "./compare";
export type { Finding } from "./finding";
