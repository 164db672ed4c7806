export { marked, segments } from "./segments";
export { serveCapturePage } from "./serve";
