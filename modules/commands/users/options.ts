import { type Profiles, profilesIn } from "../aws";
import { UsageError, type Values } from "../usage";
import { DEFAULT_RATE, type Rate } from "./pace";

/** Options of plan and apply. */
export interface UsersOptions extends Profiles {
  readonly takeOver: boolean;
  readonly maxRemovals?: number;
  readonly rate: Rate;
  readonly isJson: boolean;
}

/** Requests a second that no quota allows, so that the number is a slip. */
const MOST_PER_SECOND = 1_000;

/**
 * Reads the options that plan, apply and export have.
 *
 * @throws UsageError for a number that is not one
 */
export function optionsIn(values: Values): UsersOptions {
  const maxRemovals = numberIn(values, "max-removals", /^\d{1,6}$/, "such as 20");
  const perSecond = numberIn(
    values,
    "rate",
    /^\d{1,4}(\.\d+)?$/,
    "of requests a second, such as 2",
  );
  if (perSecond !== undefined && (perSecond === 0 || perSecond > MOST_PER_SECOND)) {
    throw new UsageError(`--rate ${String(perSecond)} is not above 0 and up to 1000`);
  }
  return {
    ...profilesIn(values),
    takeOver: values["take-over"] === true,
    ...(maxRemovals !== undefined && { maxRemovals }),
    rate: perSecond === undefined ? DEFAULT_RATE : { ...DEFAULT_RATE, perSecond },
    isJson: values["json"] === true,
  };
}

function numberIn(values: Values, name: string, form: RegExp, what: string): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if (form.test(String(value))) return Number(value);
  throw new UsageError(`--${name} ${JSON.stringify(value)} is not a number ${what}`);
}

/**
 * Refuses options that another subcommand has.
 *
 * @throws UsageError with the subcommand that has the option
 */
export function refuseOthers(values: Values, subcommand: string): void {
  for (const [name, owners] of Object.entries(OWNERS)) {
    if (values[name] === undefined || owners.includes(subcommand)) continue;
    throw new UsageError(
      `--${name} is for users ${owners.join(" and ")}, not for users ${subcommand}; leave it out`,
    );
  }
}

const OWNERS: Readonly<Record<string, readonly string[]>> = {
  yes: ["apply"],
  log: ["apply"],
  "take-over": ["plan", "apply"],
  "max-removals": ["plan", "apply"],
  "identity-center-profile": ["plan", "apply"],
  json: ["plan", "apply"],
  format: ["export"],
  applications: ["export"],
};
