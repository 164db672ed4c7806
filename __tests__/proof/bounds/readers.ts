import type { Reader } from "./case";
import { CONFIG, USERS } from "./config-readers";
import { CAPTURE, METADATA } from "./saml-readers";

/** The readers of what people and other systems give to this program, by name. */
export const READERS: Readonly<Record<string, Reader>> = { CONFIG, USERS, METADATA, CAPTURE };
