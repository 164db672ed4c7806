import type { UserConfig } from "../schema";

/** The value that a cell gives, or what is wrong with the cell. The message continues after its text. */
export type CellValue = { readonly value: unknown } | { readonly problem: string };

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
]);

/** Reads the text of a cell as the value of a key of a user. The schema checks what comes of it. */
export function cellValue(key: keyof UserConfig, text: string): CellValue {
  switch (key) {
    case "applications":
    case "securityProfiles":
      return { value: parts(text) };
    case "autoAccept":
    case "createInIdentityCenter":
    case "emailInConnect": {
      const value = YES_OR_NO.get(text.toLowerCase());
      return value === undefined ? { problem: "is not yes or no; write one of them" } : { value };
    }
    case "afterContactWorkSeconds":
      return /^\d{1,9}$/.test(text)
        ? { value: Number(text) }
        : { problem: "is not a number of seconds; write digits only, such as 30" };
    case "tags":
      return tags(text);
    default:
      return { value: text };
  }
}

/** Several values in a cell have bars between them, as in the template of Amazon Connect. */
function parts(text: string): string[] {
  return text
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function tags(text: string): CellValue {
  const entries = parts(text).map((part) => {
    const [key = "", ...value] = part.split("=");
    return [key.trim(), value.join("=").trim()] as const;
  });
  const isTag = parts(text).every((part) => part.includes("="));
  if (!isTag) return { problem: "is not tags; write them as Team=Sales|Site=Lisbon" };
  const twice = entries.find(([key], index) => entries.findIndex(([own]) => own === key) < index);
  return twice === undefined
    ? { value: Object.fromEntries(entries) }
    : { problem: `has the tag ${JSON.stringify(twice[0])} twice; remove one of the two` };
}

/** Types of phones, as the template names them, and as the files of Amazon Connect's API do. */
const PHONE_TYPES: ReadonlyMap<string, "soft" | "desk"> = new Map([
  ["soft", "soft"],
  ["soft_phone", "soft"],
  ["desk", "desk"],
  ["desk_phone", "desk"],
]);

/** Reads the type of a phone; `undefined` when the text is not one. */
export function phoneType(text: string): "soft" | "desk" | undefined {
  return PHONE_TYPES.get(text.toLowerCase());
}
