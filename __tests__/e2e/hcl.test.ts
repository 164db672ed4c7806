import fc from "fast-check";

import { blocksOf, hcl, type Json } from "../../modules/synth/hcl";
import { Project } from "../support/project";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

/** What a writer of HCL may stumble over. The characters that Terraform composes are left out. */
const TEXT = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 5 }),
      fc.constantFrom("${", "$${", "$$${", "%{", "%%{", "$", "%", "{", "}", "~", '"', "\\", "\\n"),
      fc.constantFrom("\n", "\n", "\r\n", "\t", " ", "\u0000", "\u001b", "\u007f", "\u2028"),
      fc.constantFrom("EOT", "\nEOT\n", "<<EOT", "#", "//", "/*", "é", "ß", "漢字", "👩‍👩‍👧", "\ufeff"),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""))
  // Terraform itself reads these otherwise in JSON than in HCL.
  .map((text) => text.replace(/^\ufeff+/, "").replace(/\r(?=[$%])/g, ""));

const PROSE = TEXT.map((text) => `${text}\nmore\n`);

const KEY = fc.oneof(
  fc.string({ unit: "grapheme-ascii", maxLength: 6 }),
  fc.constantFrom(
    "for",
    "in",
    "if",
    "null",
    "true",
    "a-b",
    "1a",
    "größe",
    "${",
    "%{x}",
    '"',
    "\\",
    "\n",
  ),
);

/** Plain values: no text in them is a template. */
const { plain: PLAIN } = fc.letrec<{ plain: Json }>((tie) => ({
  plain: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(
      TEXT,
      PROSE,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom(1.5, 1e21, -1e-7),
    ),
    fc.array(tie("plain"), { maxLength: 4 }),
    fc.dictionary(KEY, tie("plain"), { maxKeys: 4 }),
  ),
}));

/** Text of an expression, between quotes. */
const QUOTED = TEXT.map((text) => JSON.stringify(escaped(text)));

type Expressions = Record<"number" | "text" | "truth" | "list" | "object" | "any", string>;

/** Expressions that Terraform can evaluate, with spaces and parentheses as nobody would put them. */
const { any: EXPRESSION } = fc.letrec<Expressions>((tie) => {
  const of = (form: TemplateStringsArray, ...parts: (keyof Expressions)[]) =>
    fc
      .tuple(...parts.map((part) => tie(part)))
      .map((values) => String.raw({ raw: form }, ...values));
  return {
    number: fc.oneof(
      { maxDepth: 3 },
      fc.nat({ max: 999 }).map(String),
      of`-${"number"}`,
      of`${"number"}+${"number"}`,
      of`${"number"} - -${"number"}`,
      of`( ${"number"} * 2 )`,
      of`length(${"list"})`,
      of`[${"number"},][0]`,
      of`{a=${"number"}}.a`,
      of`(${"truth"} ? ${"number"}:${"number"})`,
      of`max(${"number"},[${"number"},1]...)`,
    ),
    text: fc.oneof(
      { maxDepth: 3 },
      QUOTED,
      of`"n=\${(${"number"})}!"`,
      of`"t=\${upper( ${"text"})}"`,
      of`jsonencode(${"any"})`,
      of`join(",",[${"text"} , "x"])`,
      of`{"a b"=${"text"}}["a b"]`,
    ),
    truth: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom("true", "false"),
      of`!${"truth"}`,
      of`(${"number"}<${"number"})`,
      of`(${"text"} == ${"text"})`,
      of`(${"truth"}&&${"truth"}||false)`,
    ),
    list: fc.oneof(
      { maxDepth: 3 },
      fc.constant("[ ]"),
      of`[${"any"} , ${"any"}]`,
      of`[for x in [${"number"}] : -x]`,
      of`[for k,v in ${"object"} : k if true==${"truth"}]`,
      of`[{a=${"any"}}][*].a`,
    ),
    object: fc.oneof(
      { maxDepth: 3 },
      fc.constant("{ }"),
      of`{"a"=${"any"},"b c":${"any"}}`,
      of`{(${"text"})=${"any"}}`,
      of`{for x in [${"text"}] : x=>{y = x}...}`,
    ),
    any: fc.oneof(
      fc.constant("null"),
      tie("number"),
      tie("text"),
      tie("truth"),
      tie("list"),
      tie("object"),
    ),
  };
});

/** Values in which text is a template, as in locals and arguments. */
const { template: TEMPLATE } = fc.letrec<{ template: Json }>((tie) => ({
  template: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(
      PLAIN.map(escapedAll),
      // Short enough for a line: `terraform fmt` indents longer ones in ways of its own.
      EXPRESSION.filter(({ length }) => length < 50).map((expression) => `\${${expression}}`),
      fc
        .tuple(TEXT, EXPRESSION, TEXT)
        .filter(([, expression]) => expression.length < 50)
        .map(([a, expression, b]) => `a${escaped(a)}\${jsonencode(${expression})}${escaped(b)}`)
        .map((text) => text.replace(/\r(?=\$)/g, "")),
    ),
    fc.array(tie("template"), { maxLength: 4 }),
    fc.dictionary(KEY.map(escaped), tie("template"), { maxKeys: 4 }),
  ),
}));

function escaped(text: string): string {
  return text.replace(/[$%](?=\{)/g, "$&$&");
}

function escapedAll(value: Json): Json {
  if (typeof value === "string") return escaped(value);
  if (Array.isArray(value)) return value.map(escapedAll);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => [escaped(key), escapedAll(own)]),
  );
}

function numbered<T>(prefix: string, values: readonly T[]): Record<string, T> {
  return Object.fromEntries(values.map((value, index) => [`${prefix}${String(index)}`, value]));
}

function variable(value: Json) {
  return { default: value, description: typeof value === "string" ? value : "" };
}

describeWithTools("HCL", () => {
  const project = new Project();
  afterAll(() => {
    project.remove();
  });

  it("says to Terraform what JSON says, in the layout of terraform fmt", async () => {
    const many = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 150, maxLength: 150 });
    await fc.assert(
      fc.asyncProperty(many(PLAIN), many(TEMPLATE), async (plain, templates) => {
        const locals = numbered("l", templates);
        const variables = numbered("v", plain.map(variable));
        const json = {
          locals,
          variable: variables,
          output: Object.fromEntries([
            ...Object.entries(locals).map(([name, value]) => [`direct_${name}`, { value }]),
            ...Object.keys(locals).map((name) => [name, { value: `\${local.${name}}` }]),
            ...Object.keys(variables).map((name) => [name, { value: `\${var.${name}}` }]),
          ]) as Record<string, Json>,
        };
        project.write("json/x.tf.json", JSON.stringify(json));
        project.write("hcl/x.tf", hcl(blocksOf(json, () => ({}))));

        const results = ["json", "hcl"].map(async (folder) => {
          const terraform = new Terraform(project.path(folder), {});
          await terraform.apply();
          return JSON.parse(await terraform.run("output", "-json")) as Record<string, unknown>;
        });
        const formatted = new Terraform(project.path("hcl"), {}).attempt("fmt", "-check", "-diff");
        const [fromJson = {}, fromHcl = {}] = await Promise.all(results);
        expect(Object.keys(fromJson).length).toBeGreaterThan(400);
        expect(fromHcl).toEqual(fromJson);
        expect(await formatted).toMatchObject({ code: 0, stdout: "" });
      }),
      // Most of the time goes into starting Terraform: so there are many values in one run.
      { numRuns: 1, endOnFailure: true },
    );
  });
});
