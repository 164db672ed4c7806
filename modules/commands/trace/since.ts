import { UsageError } from "../usage";

const UNITS = { m: 60, h: 3_600, d: 86_400 } as const;

/**
 * Days that CloudTrail's event history covers.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
const DAYS_MAX = 90;

/**
 * Reads a period such as `30m`, `1h` or `2d`.
 *
 * @returns its milliseconds
 * @throws UsageError for anything else, and for more than 90 days
 */
export function periodOf(given: string): number {
  const [, count = "", unit] = /^(\d{1,6})([mhd])$/.exec(given) ?? [];
  const seconds = unit === undefined ? 0 : Number(count) * UNITS[unit as keyof typeof UNITS];
  if (seconds === 0) {
    throw new UsageError(
      `--since ${JSON.stringify(given)} is not a period; write it as in 30m, 1h or 2d`,
    );
  }
  if (seconds > DAYS_MAX * UNITS.d) {
    throw new UsageError(
      `--since ${given} is too long: CloudTrail's event history covers ${String(DAYS_MAX)} days; write ${String(DAYS_MAX)}d or less`,
    );
  }
  return seconds * 1_000;
}
