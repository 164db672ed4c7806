import { code, type Text, text } from "../../../text";
import type { ConsoleSheetInput } from "../input";
import type { ConsoleValues } from "../values";
import type { Step } from "./step";

/** Says how commands get credentials. */
export const CREDENTIALS: Text = text`Commands take credentials of the account that is named with them. Set ${code("AWS_PROFILE")} to a profile of that account, after ${code("aws sso login")} if it signs in through Identity Center. The ${code("aws")} commands also run in AWS CloudShell in that account; deploy elsewhere, where the state is kept.`;

/** Steps that enter what came back from the console, and deploy, in the order in which to run them. */
export function terminalSteps(input: ConsoleSheetInput, { applications }: ConsoleValues): Step[] {
  const { configFile, synth, lookUp, deploy = [] } = input;
  const known = Object.entries(input.applications).every(
    ([key, { hasMetadata }]) => hasMetadata && applications[key]?.applicationArn !== null,
  );
  const config: Step[] =
    configFile === undefined || Object.keys(applications).length === 0
      ? []
      : [
          {
            id: "terminal-config",
            done: known,
            text: text`Save each metadata file in ${code("metadata")}, the folder next to ${code(configFile)}. In that file, under ${code("applications")}, add the two lines of each application below the line with its key, without ${code("{}")}, and write its ARN after the colon and a space.${lookUp === undefined ? "" : text` ${code(lookUp.metadata)} does the first for an application from its metadata URL, and ${code(lookUp.discover)} finds the ARNs.`}${synth === undefined ? "" : " Then run:"}`,
            fields: [
              ...Object.entries(applications).map(([key, { applicationArn }]) => ({
                label: `Below ${key}`,
                value: `    samlMetadataFile: metadata/${key}.xml\n    applicationArn: ${applicationArn ?? ""}`,
                block: true,
              })),
              ...(synth === undefined ? [] : [{ label: "Command", value: synth }]),
            ],
          },
        ];
  return [
    ...config,
    ...deploy.map(({ command, accountId, readsGroups = false }, index) => ({
      id: `deploy-${String(index)}`,
      text:
        accountId === undefined
          ? text`With credentials of the account of Identity Center:`
          : text`With credentials of account ${code(accountId)}${readsGroups ? text`, and in ${code("TF_VAR_identity_center_profile")} a profile of the account of Identity Center, if that is another` : ""}:`,
      fields: [{ label: "Command", value: command }],
    })),
  ];
}
