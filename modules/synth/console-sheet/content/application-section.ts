import { code, text } from "../../../text";
import { SUBMITTED } from "./console-guide";
import { durationInWords } from "./duration-in-words";
import { mappingRows } from "./mapping-rows";
import type { SectionInput } from "./section-input";
import type { Step } from "./step";

/** What the sheet says about one application alone. */
export interface ApplicationSection {
  readonly key: string;
  readonly displayName: string;
  /** True when everything that comes back from the console is known. */
  readonly done: boolean;
  /** Says what has come back from the console, or what is still to come. */
  readonly status: string;
  readonly steps: readonly Step[];
}

/** Composes the section of one application. */
export function applicationSection({ key, own, given }: SectionInput): ApplicationSection {
  const { applicationArn } = own;
  const missing = [
    ...(given.hasMetadata ? [] : ["metadata file"]),
    ...(applicationArn === null ? ["application ARN"] : []),
  ];
  const step = (name: string, rest: Omit<Step, "id">): Step => ({
    id: `application-${key}-${name}`,
    ...rest,
  });
  return {
    key,
    displayName: own.displayName,
    done: missing.length === 0,
    status:
      missing.length === 0
        ? "its metadata file and its ARN are known"
        : `${missing.join(" and ")} still to come from the console`,
    steps: [
      step("add", {
        done: applicationArn !== null,
        text: text`Steps 1 to ${String(SUBMITTED)}, with these values:`,
        fields: [
          { label: "Display name", value: own.displayName },
          { label: "File name", value: `${key}.xml` },
          { label: "Relay state", value: own.relayStateUrl },
          { label: "Session duration", value: durationInWords(own.sessionDuration) },
        ],
      }),
      step("mappings", {
        text: text`Step ${String(SUBMITTED + 1)}, with this row:`,
        mappings: mappingRows(own).slice(2),
      }),
      step("return", {
        done: missing.length === 0,
        text: text`Send the metadata file ${code(`${key}.xml`)} and the application's ARN, which its page shows, to the person at the terminal${applicationArn === null ? "." : ", who has this ARN:"}`,
        ...(applicationArn !== null && {
          fields: [{ label: "Application ARN", value: applicationArn }],
        }),
      }),
    ],
  };
}

/** Says for which applications the guide is, before it. */
export function forEach(applications: readonly ApplicationSection[]): string {
  return applications.length === 1
    ? "Do this at the console in one visit. The values of the application are below."
    : "Do this at the console in one visit, once for each application. The values of each are below.";
}
