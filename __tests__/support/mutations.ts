import fc from "fast-check";
import { stringify } from "yaml";

import type { GeneratedConfig } from "./arbitrary-config";

/** A config folder: the content of files by their paths. */
export type Folder = Readonly<Record<string, string | Uint8Array>>;

type Mutation = (text: string) => string | Uint8Array;

/** A place in a text, as the part of it that comes before: each is as likely as any other. */
const PLACE = fc.noBias(fc.nat({ max: 9_999 })).map((part) => part / 10_000);

/** Changes to the bytes of a text: some go, some come, some are others, and not all are UTF-8 then. */
const BYTES: fc.Arbitrary<Mutation> = fc
  .tuple(
    PLACE,
    fc.nat({ max: 12 }),
    fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.string().map((put) => Buffer.from(put)),
    ),
  )
  .map(([place, taken, put]) => (text) => {
    const bytes = Buffer.from(text);
    const at = Math.floor(place * bytes.length);
    return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + taken)]);
  });

/** Changes to whole lines: one is removed, doubled, moved, or indented otherwise. */
const LINES: fc.Arbitrary<Mutation> = fc
  .tuple(fc.constantFrom("remove", "double", "move", "indent", "outdent", "tab"), PLACE, PLACE)
  .map(([what, from, to]) => (text) => {
    const lines = text.split("\n");
    const at = Math.floor(from * lines.length);
    const line = lines[at] ?? "";
    const changed = {
      remove: [],
      double: [line, line],
      move: [],
      indent: [`  ${line}`],
      outdent: [line.replace(/^ {1,2}/, "")],
      tab: [`\t${line}`],
    }[what];
    const rest = lines.toSpliced(at, 1, ...changed);
    if (what === "move") rest.splice(Math.floor(to * rest.length), 0, line);
    return rest.join("\n");
  });

/** Scalars, lists and mappings of YAML that are not what a key takes, or barely. */
const HOSTILE = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      "~",
      "null",
      ".nan",
      ".inf",
      "-.inf",
      "-1",
      "0",
      "1e308",
      "1e999",
      "0x1F",
      "0o17",
      "1_000",
    ],
    ...[
      "9007199254740993",
      "123456789012345678901234567890",
      "2026-11-30",
      "12:30:45",
      "yes",
      "true",
    ],
    ...[
      "[]",
      "{}",
      "[[]]",
      "[null]",
      "{ a: }",
      "&x [*x]",
      "*unknown",
      "<<: *x",
      "!!binary aGk=",
      "!own x",
    ],
    ...[
      "!!set { a }",
      "!!float 1",
      "!!str 1",
      '"\\u0000"',
      '"\\ud800"',
      '"a\\nb"',
      "'''",
      '"',
      "'",
      "|",
      ">-",
      "? a",
    ],
    ...[
      "${TfToken[TOKEN.0]}",
      '"${file(\\"/etc/passwd\\")}"',
      '"%{if}"',
      "__proto__",
      "constructor",
      "{stack}",
    ],
  ),
  fc.integer().map(String),
  fc.double().map(String),
  fc.string().map((one) => JSON.stringify(one)),
  fc.nat({ max: 20_000 }).map((length) => "x".repeat(length)),
  fc.nat({ max: 300 }).map((depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`),
);
/** Keys that are not expected where they come. */
const KEYS = fc.oneof(
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "agnet",
    "Agent",
    "assign",
    "type",
    "1",
    "true",
    "null",
    "? x",
    "<<",
  ),
  fc.string().map((one) => JSON.stringify(one)),
);

/** Changes to one key or value of a YAML text in block style: hostile, that of another key, renamed, or doubled. */
const VALUES: fc.Arbitrary<Mutation> = fc
  .tuple(fc.constantFrom("value", "other", "other", "key", "double"), PLACE, PLACE, HOSTILE, KEYS)
  .map(([what, place, otherPlace, value, key]) => (text) => {
    const lines = text.split("\n");
    const ENTRY = /^( *(?:- )?)([^\s:]+):(?: (.*))?$/;
    const entries = lines.flatMap((line, at) => (ENTRY.test(line) ? [at] : []));
    const entry = (part: number) => {
      const at = entries[Math.floor(part * entries.length)] ?? 0;
      const [, start = "", own = "", old = ""]: readonly string[] =
        ENTRY.exec(lines[at] ?? "") ?? [];
      return { at, start, own, old };
    };
    const { at, start, own, old } = entry(place);
    const changed = {
      value: [`${start}${own}: ${value}`],
      other: [`${start}${own}: ${entry(otherPlace).old}`],
      key: [`${start}${key}: ${old}`],
      double: [`${start}${own}: ${old}`, `${start.replace("-", " ")}${own}: ${value}`],
    }[what];
    return lines.toSpliced(at, 1, ...changed).join("\n");
  });

function several(mutation: fc.Arbitrary<Mutation>): fc.Arbitrary<Mutation> {
  return fc
    .array(mutation, { minLength: 1, maxLength: 2 })
    .map(
      (all) => (text) =>
        all.reduce<string | Uint8Array>(
          (changed, one) =>
            one(typeof changed === "string" ? changed : Buffer.from(changed).toString()),
          text,
        ),
    );
}

/** Folders with one config each whose text is changed in one or two places, or the file of users beside it. */
export function mutatedConfigs(
  from: readonly GeneratedConfig[],
  numRuns: number,
  seed: number,
): Folder[] {
  const mutation = several(
    fc.oneof(
      { weight: 3, arbitrary: VALUES },
      { weight: 1, arbitrary: LINES },
      { weight: 1, arbitrary: BYTES },
    ),
  );
  const mutated = fc.tuple(fc.constantFrom(...from), mutation, fc.nat({ max: 9 }));
  return fc
    .sample(mutated, { numRuns, seed })
    .map(([{ config, files }, change, chance]): Folder => {
      const text = stringify(config);
      const { "people.csv": users } = files;
      return chance === 0 && users !== undefined
        ? { ...files, "i.yaml": text, "people.csv": change(users) }
        : { ...files, "i.yaml": change(text) };
    });
}

/** Something in the place of a part of an XML document. */
const XML = fc.constantFrom(
  ...[
    "",
    "x",
    "<",
    ">",
    "&",
    "&lt;",
    "&x;",
    "&#0;",
    "&#xD800;",
    "<![CDATA[",
    "]]>",
    "<!-- -- -->",
    "<?x?>",
    "<a>",
  ],
  ...[
    '<a b="1" b="2"/>',
    "<md:a/>",
    "\u0000",
    "\ufeff",
    "\u2028",
    "%{if}",
    '${file("/etc/passwd")}',
    "]]><x/>",
  ],
  ...[
    "-----BEGIN CERTIFICATE-----",
    "AAAA",
    "MIIC",
    "=".repeat(1_000),
    "<!DOCTYPE x>",
    "<!ENTITY x 'y'>",
  ],
);
const TAG = /<[^!?][^>]*>/g;

/** Changes to the elements of an XML document. */
const ELEMENTS: fc.Arbitrary<Mutation> = fc
  .tuple(
    fc.constantFrom(
      "remove",
      "double",
      "replace",
      "before",
      "content",
      "attribute",
      "namespace",
      "prefix",
    ),
    PLACE,
    XML,
  )
  .map(([what, place, put]) => (text) => {
    const tags = [...text.matchAll(TAG)];
    const tag = tags[Math.floor(place * tags.length)];
    if (!tag) return `${put}${text}`;
    const [own] = tag;
    const end = tag.index + own.length;
    const next = text.indexOf("<", end);
    const content = next < 0 ? text.length : next;
    const [start, after] = [text.slice(0, tag.index), text.slice(end)];
    return {
      remove: start + after,
      double: start + own + own + after,
      replace: start + put + after,
      before: start + put + own + after,
      content: start + own + put + text.slice(content),
      attribute: start + own.replace(/"[^"]*"/, () => `"${put}"`) + after,
      namespace: text.replace(/xmlns(:\w+)?="[^"]*"/, () => `xmlns="${put}"`),
      prefix: text.replaceAll("md:", put.length < 5 ? `${put}:` : ""),
    }[what];
  });

/** Changes to a whole XML document: its encoding, its DOCTYPE, its size, its depth. */
const DOCUMENTS: fc.Arbitrary<Mutation> = fc.oneof(
  fc.constantFrom<Mutation>(
    (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
    (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
    (text) =>
      Buffer.from(
        text.replace("UTF-8", "ISO-8859-1").replace("<md:Name", "<!-- é --><md:Name"),
        "latin1",
      ),
    (text) => text.replace("UTF-8", "UTF-7"),
    (text) => `\ufeff${text}`,
    (text) => `\n${text}`,
    (text) => text + text,
    (text) => text.replaceAll("\n", "\r\n"),
    (text) => text.replaceAll(/>\s+</g, "><"),
    (text) =>
      text
        .replace("?>", `?>\n<!DOCTYPE a [${entities()}]>`)
        .replace(/entityID="/, 'entityID="&l9;'),
    (text) => text.replace("?>", '?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd">'),
    () => "",
    () => "<html><body>Sign in</body></html>",
    () => "{}",
  ),
  fc.nat({ max: 3_000_000 }).map(
    (length): Mutation =>
      (text) =>
        text + " ".repeat(length),
  ),
  fc.nat({ max: 200_000 }).map(
    (length): Mutation =>
      (text) =>
        text.replace("?>", () => `?><!--${"x".repeat(length)}-->`),
  ),
  fc.nat({ max: 20_000 }).map(
    (depth): Mutation =>
      (text) =>
        text.replace(
          "</md:IDPSSODescriptor>",
          () => `${"<a>".repeat(depth)}${"</a>".repeat(depth)}</md:IDPSSODescriptor>`,
        ),
  ),
  fc.nat({ max: 3_000 }).map(
    (count): Mutation =>
      (text) =>
        text.replace(
          "<md:IDPSSODescriptor",
          () =>
            `<md:IDPSSODescriptor ${Array.from({ length: count }, (_, index) => `a${String(index)}=""`).join(" ")}`,
        ),
  ),
  fc.nat({ max: 60 }).map(
    (count): Mutation =>
      (text) =>
        text.replace(/<md:KeyDescriptor.*<\/md:KeyDescriptor>/s, (key) => key.repeat(count)),
  ),
);

/** Entities that stand for a billion characters. */
function entities(): string {
  const names = Array.from({ length: 10 }, (_, index) => `l${String(index)}`);
  return names
    .map(
      (name, index) =>
        `<!ENTITY ${name} "${index === 0 ? "x" : `&${names[index - 1] ?? ""};`.repeat(10)}">`,
    )
    .join("");
}

/** Metadata that is changed in one or two places. */
export function mutatedMetadata(
  document: string,
  numRuns: number,
  seed: number,
): (string | Uint8Array)[] {
  const mutation = several(
    fc.oneof(
      { weight: 3, arbitrary: ELEMENTS },
      { weight: 2, arbitrary: BYTES },
      { weight: 1, arbitrary: DOCUMENTS },
    ),
  );
  return fc.sample(mutation, { numRuns, seed }).map((change) => change(document));
}
