import { code, text } from "../../../text";
import type { SectionInput } from "./section-input";
import type { Step } from "./step";

/** Steps that bring back what only the console knows, with the config lines to enter it in. */
export function returnSteps({ key, own, given, input }: SectionInput): Step[] {
  const arn = own.applicationArn;
  const where = input.configFile === undefined ? text`` : text`, in ${code(input.configFile)}`;
  const lines = (own: string) => `applications:\n  ${key}:\n    ${own}\n`;
  return [
    {
      id: `application-${key}-return-metadata`,
      done: given.hasMetadata === true,
      text: text`The metadata file: save it as ${code(`metadata/${key}.xml`)} next to the config, and name it${where}:`,
      fields: [
        { label: "Config", value: lines(`samlMetadataFile: metadata/${key}.xml`), block: true },
      ],
    },
    {
      id: `application-${key}-return-arn`,
      done: arn !== null,
      text:
        arn === null
          ? text`The application's ARN: copy it from the application's page, and set it as the value of this key${where}:`
          : text`The application's ARN is in the config:`,
      fields: [
        { label: "Config", value: lines(`applicationArn: ${arn ?? ""}`.trimEnd()), block: true },
      ],
    },
  ];
}
