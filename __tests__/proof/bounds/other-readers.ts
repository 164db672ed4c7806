import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import { localState } from "../../../modules/commands/check/account/state";
import { outputFolder } from "../../../modules/commands/output-folder";
import { signInEvent } from "../../../modules/commands/trace/event";
import { readWrittenFiles } from "../../../modules/synth/output-folder/written-files";
import { type Case, type Reader, repeated } from "./case";

const BYTES = [900_000, 9_500_000] as const;

const growing = (
  grows: string,
  unit: string | ((index: number) => string),
  head: string,
  tail = "",
  sizes: Case["sizes"] = BYTES,
): Case => ({
  grows,
  sizes,
  input: (bytes) => `${head}${repeated(unit, bytes)}${tail}`,
});

const role = (index: number) =>
  `{"mode":"managed","type":"aws_iam_role","name":"agent${String(index)}","instances":[{"attributes":{"name":"Role${String(index)}"}}]},`;
const NOTHING = '{"mode":"data"}]}';

export const STATE: Reader = {
  what: "states of Terraform (JSON)",
  read: (input, folder) => {
    const file = join(folder, "terraform.tfstate");
    writeFileSync(file, input);
    const path = relative(join(outputFolder(), "stacks/center"), file);
    const state = localState({ type: "local", path }, "center");
    return state ? "read" : "is not a state";
  },
  cases: [
    growing("resources", role, '{"resources":[', NOTHING),
    growing("one long value", "x", '{"resources":[],"version":"', '"}'),
    growing("levels", "[", '{"resources":'),
    growing("bytes, beyond the bound", " ", "", "{}", [11_000_000, 110_000_000]),
  ],
};

const RECORD =
  '"eventSource":"sts.amazonaws.com","eventName":"AssumeRoleWithSAML","eventTime":"2026-12-01T12:00:00Z"';

export const EVENT: Reader = {
  what: "events of CloudTrail (JSON)",
  read: (input) => {
    const CloudTrailEvent = input.toString();
    return signInEvent({ CloudTrailEvent }, "AssumeRoleWithSAML", "us-east-1")
      ? "read"
      : "is not an event";
  },
  cases: [
    growing("keys", (index) => `"key${String(index)}":1,`, "{", `${RECORD}}`),
    growing("one long name", "x", `{${RECORD},"requestParameters":{"roleSessionName":"`, '"}}'),
    growing(
      "one long ARN",
      ":assumed-role/",
      `{${RECORD},"responseElements":{"assumedRoleUser":{"arn":"`,
      '"}}}',
    ),
    growing("levels", "[", `{${RECORD},"a":`),
  ],
};

export const WRITTEN: Reader = {
  what: "lists of written files (JSON)",
  read: (input, folder) => {
    const path = join(folder, "written.json");
    writeFileSync(path, input);
    return readWrittenFiles(path).problem ?? "read";
  },
  cases: [
    growing(
      "files",
      (index) => `"stacks/i${String(index)}/cdk.tf.json":["0"],`,
      '{"format":1,"files":{',
      '"manifest.json":["0"]}}',
    ),
    growing("one long path", "../", '{"format":1,"files":{"', '":["0"]}}'),
    growing("hashes of a file", '"0",', '{"format":1,"files":{"manifest.json":[', '"0"]}}'),
    growing("levels", "[", '{"format":1,"files":'),
  ],
};
