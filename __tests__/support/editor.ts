import Ajv2020 from "ajv/dist/2020";

import { fixture } from "./fixture";

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(
  JSON.parse(fixture("connect-sso.schema.json")) as object,
);

/** What an editor with the JSON Schema underlines in a config, and the rule that it names. */
export function underlined(config: unknown): string[] {
  return errorsOf(config).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

/** The key paths that an editor with the JSON Schema underlines, a missing key by its own. */
export function underlinedKeys(config: unknown): string[] {
  const keys = errorsOf(config).map(({ instancePath, params }) => {
    const { missingProperty, additionalProperty } = params as Record<string, string>;
    const key = missingProperty ?? additionalProperty;
    return [...instancePath.split("/").slice(1), ...(key === undefined ? [] : [key])].join(".");
  });
  return [...new Set(keys)].sort();
}

function errorsOf(config: unknown) {
  validate(config);
  // "if" only repeats that the form of the given type does not match.
  return (validate.errors ?? []).filter(({ keyword }) => keyword !== "if");
}
