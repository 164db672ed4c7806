import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { writeInstances, writeMetadata } from "../../../../bench/instances";
import type { People } from "../../support/people";

/** The instance of each config that has one only. */
export const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
export const APPLICATION =
  "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";

/** What grows in a config, or in a folder of them. */
export interface Growth {
  readonly grows: string;
  /** Three numbers of it: the least, and two of which the second is ten times the first. */
  readonly counts: readonly [number, number, number];
  /** Writes so many of it into a folder of configs. */
  readonly write: (folder: string, count: number) => void;
  /** The stack that grows with it; without one, as many stacks as there are instances stay as they are. */
  readonly stack?: string;
  /** Has in Identity Center what the stack looks up. */
  readonly prepare?: (people: People, count: number) => Promise<void>;
}

const each = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("");

export const GROWTHS: readonly Growth[] = [
  {
    grows: "instances, each with two applications",
    counts: [1, 20, 200],
    write: (folder, count) => {
      writeInstances(folder, count);
    },
  },
  {
    grows: "applications of an instance",
    counts: [1, 10, 100],
    stack: "center-federation",
    write: (folder, count) => {
      for (let index = 0; index < count; index += 1) writeMetadata(folder, `app${String(index)}`);
      writeFileSync(
        join(folder, "center.yaml"),
        `instanceArn: ${INSTANCE}
applications:
${each(count, (index) => `  app${String(index)}: { samlMetadataFile: app${String(index)}.xml }\n`)}`,
      );
    },
  },
  {
    grows: "users of an instance",
    counts: [1, 100, 1_000],
    stack: "center-federation",
    write: (folder, count) => {
      writeMetadata(folder, "agent");
      writeFileSync(
        join(folder, "center.yaml"),
        `instanceArn: ${INSTANCE}
applications: { agent: { samlMetadataFile: agent.xml } }
usersFrom: [{ file: agents.csv, applications: [agent] }]
`,
      );
      writeFileSync(
        join(folder, "agents.csv"),
        `email,givenName,familyName,securityProfiles
${each(count, (index) => `agent${String(index)}@example.com,Ana,Silva,Agent\n`)}`,
      );
    },
  },
  {
    grows: "groups of an application",
    counts: [1, 50, 500],
    stack: "center-assignments",
    write: (folder, count) => {
      writeMetadata(folder, "agent");
      writeFileSync(
        join(folder, "center.yaml"),
        `instanceArn: ${INSTANCE}
applications:
  agent:
    samlMetadataFile: agent.xml
    applicationArn: ${APPLICATION}
    assign:
      groups:
${each(count, (index) => `        - Group ${String(index)}\n`)}identityCenter: { region: us-east-1 }
`,
      );
    },
    prepare: async (people, count) => {
      for (let index = 0; index < count; index += 1)
        await people.addGroup(`Group ${String(index)}`);
    },
  },
];
