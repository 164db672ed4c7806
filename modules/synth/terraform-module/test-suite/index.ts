export { assignmentsTests } from "./assignments";
export { federationTests } from "./federation";
