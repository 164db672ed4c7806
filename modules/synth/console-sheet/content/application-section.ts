import { consoleSteps } from "./console-steps";
import { flow, type Station } from "./flow";
import { returnSteps } from "./return-steps";
import type { SectionInput } from "./section-input";
import type { Step } from "./step";

/** Everything that the sheet says about one application. */
export interface ApplicationSection {
  readonly key: string;
  readonly displayName: string;
  /** True when the config has everything that comes back from the console. */
  readonly done: boolean;
  /** Says what has come back from the console, or what is still to come. */
  readonly status: string;
  readonly steps: readonly Step[];
  readonly returns: readonly Step[];
  readonly flow: readonly Station[];
}

/** Composes the section of one application. */
export function applicationSection(of: SectionInput): ApplicationSection {
  const { key, own, given } = of;
  const missing = [
    ...(given.hasMetadata ? [] : ["metadata file"]),
    ...(own.applicationArn === null ? ["application ARN"] : []),
  ];
  return {
    key,
    displayName: own.displayName,
    done: missing.length === 0,
    status:
      missing.length === 0
        ? "the config has its metadata file and its ARN"
        : `${missing.join(" and ")} still to come from the console`,
    steps: consoleSteps(of),
    returns: returnSteps(of),
    flow: flow(of),
  };
}
