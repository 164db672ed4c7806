import type { MetadataAdvice } from "./metadata-advice";
import { METADATA_LIMITS } from "./metadata-limits";

const DAY = 24 * 60 * 60 * 1000;

/**
 * IAM's part in the dates of metadata, as a clause.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html
 */
export const UNHEEDED = "IAM does not act on that date";
/** What a date in the past means, as a clause. */
export const MOVED_ON = `${UNHEEDED}, but the provider has most likely moved to another key, and then sign-in fails`;

/** Errors and warnings about the times until which a document is valid, its own and its provider's. */
export function judgeValidity(
  validUntil: readonly string[],
  { download }: MetadataAdvice,
  now: Date,
): { errors: readonly string[]; warnings: readonly string[] } {
  const errors = [...new Set(validUntil)]
    .filter((text) => Number.isNaN(+time(text)))
    .map((text) => `has a validUntil that is not a date (${JSON.stringify(text)}); ${download}`);
  const [end] = validUntil
    .filter((text) => !Number.isNaN(+time(text)))
    .toSorted((a, b) => +time(a) - +time(b));
  if (end === undefined) return { errors, warnings: [] };
  if (time(end) <= now) {
    return {
      errors,
      warnings: [`has expired: it was valid until ${end}; ${MOVED_ON}; ${download}`],
    };
  }
  const soon = expiresSoon(time(end), now);
  return {
    errors,
    warnings: soon === undefined ? [] : [`${soon} (validUntil); before then, ${download}`],
  };
}

/** A time without a zone is one of UTC, as SAML prescribes; `Date` would take it for a local one. */
function time(text: string): Date {
  return new Date(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
}

/** Says that something ends within the time of warning: `expires on 2026-12-20, in 19 days`. */
export function expiresSoon(end: Date, now: Date): string | undefined {
  const days = (end.getTime() - now.getTime()) / DAY;
  return days > METADATA_LIMITS.warningDays
    ? undefined
    : `expires on ${day(end)}, ${inDays(Math.floor(days))}`;
}

/** Writes the day of a time in UTC: `2026-12-20`. */
export function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function inDays(days: number): string {
  return days === 0 ? "within a day" : days === 1 ? "in 1 day" : `in ${String(days)} days`;
}
