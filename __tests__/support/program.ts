import { resolve } from "node:path";

const START = resolve(__dirname, "../../start.js");

/** Arguments of Node.js that run `connect-sso` from its source, as the scripts of a clone do. */
export const CONNECT_SSO: readonly string[] = [START, "modules/commands/bin.ts"];

/** Those that run what `npm run synth` runs. */
export const SYNTH: readonly string[] = [START, "main.ts"];
