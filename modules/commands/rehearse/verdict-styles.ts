import type { Style } from "../terminal";
import type { Verdict } from "./verdict";

/** Colour of each verdict on a terminal. */
export const VERDICT_STYLES = {
  passed: "green",
  differs: "yellow",
  unverified: "yellow",
  refused: "red",
} as const satisfies Record<Verdict, Style>;
