import { leadsElsewhere } from "../conclusion";
import type { Rehearsal } from "../rehearsal";
import type { LiveProof } from "./proof";

/** A rehearsal on which AWS has decided. */
export type LiveRehearsal = Rehearsal & {
  /** What AWS answered. */
  readonly live: LiveProof;
};

/**
 * Puts what AWS answered in the place of what was concluded from documents. Without an answer, nothing is
 * known, unless what is documented is that AWS refuses what could not even be sent.
 */
export function decided(rehearsal: Rehearsal, live: LiveProof): LiveRehearsal {
  const { moment, responses, steps, verdict: concluded, decidedBy: deciding } = rehearsal;
  const kept = { moment, ...(responses && { responses }), steps, live };
  switch (live.verdict) {
    case "passed": {
      const verdict = rehearsal.verdict === "differs" ? "differs" : "passed";
      return { ...rehearsal, verdict, decidedBy: [], passed: !leadsElsewhere(steps), live };
    }
    case "refused": {
      const step = live.calls.at(-1)?.explained?.step;
      const decidedBy = step === undefined ? [] : [step];
      return { ...kept, verdict: "refused", decidedBy, passed: false };
    }
    case "unverified": {
      const isRefused = live.notSent !== undefined && concluded === "refused";
      return isRefused
        ? { ...kept, verdict: concluded, decidedBy: deciding, passed: false }
        : { ...kept, verdict: "unverified", decidedBy: [], passed: false };
    }
  }
}
