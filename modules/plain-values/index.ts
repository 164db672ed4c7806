export { judged, judgedTags } from "./judged";
