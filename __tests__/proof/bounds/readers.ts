import type { Reader } from "./case";
import { CONFIG, USERS } from "./config-readers";
import { EVENT, STATE, WRITTEN } from "./other-readers";
import { CAPTURE, METADATA } from "./saml-readers";

/** The readers of what people, other systems and earlier runs give to this program, by name. */
export const READERS: Readonly<Record<string, Reader>> = {
  CONFIG,
  USERS,
  METADATA,
  CAPTURE,
  STATE,
  EVENT,
  WRITTEN,
};
