import { checkReport, renderReport } from "../../modules/commands/check";
import { runCli } from "../../modules/commands/cli";
import { json } from "../../modules/commands/json";
import { load } from "../support/config";
import { EVERYTHING, type Figure, keepFigures } from "../support/figures";
import { next } from "../support/invocation";
import { configWith, type Field, FIELDS } from "../support/hostile-fields";
import { BREAKOUTS, CORPUS, everyNth } from "../support/hostile-text";
import { IdentityProvider } from "../support/identity-provider";
import { Project } from "../support/project";
import { runHere } from "../support/run-here";
import { notJustShown, RAW } from "../support/screens";
import { synthHere } from "../support/synth-here";

/** Clears the screen, writes from right to left, has no width, or is half a character. */
const CONTROLS = "\u001b[2J\u009b31m\u0007\r\u0085";
const UNSEEN = "\u202e\u2066\u200f\u200b\u200d\u2060\ufeff\u00ad\u034f\u3164\ufe0f\u{e0041}\u2028";
const TEXT = `a${CONTROLS}${UNSEEN}\ud800b`;

const TEXTS = EVERYTHING ? CORPUS : everyNth(CORPUS, 120);

delete process.env["CONNECT_SSO_CONFIG"];

const figures: Figure[] = [];
/** Everything that went to a terminal. */
const all: string[] = [];

describe("a hostile text in every field at once", () => {
  it("is refused in lines that name the place, or taken", () => {
    for (const text of TEXTS) {
      const { reported } = load(JSON.stringify(configWith(FIELDS.map((field) => [field, text]))));
      expect(reported.length).toBeGreaterThan(0);
      for (const line of reported) {
        expect(line).toMatch(/^(error|warning): config\/workshop\.yaml:\d+:\d+ [^\p{C}]+$/u);
      }
      all.push(reported.join("\n"));
    }
  });
});

describe("what a person sees has no character that cannot be seen", () => {
  const project = new Project();
  const folder = `in a${CONTROLS}\n${UNSEEN}b`;
  const file = `${folder}/workshop.yaml`;
  const texts: [Field, string][] = [
    [["applications", "{}", "displayName"], `a${UNSEEN}b`],
    [["applications", "{}", "samlMetadataFile"], `a${CONTROLS}${UNSEEN}.xml`],
    [["users", "[]", "givenName"], `a${UNSEEN}b`],
    [["users", "[]", "routingProfile"], `a${UNSEEN}b`],
  ];

  beforeAll(async () => {
    const provider = await IdentityProvider.make({ application: `a${UNSEEN}b`, bits: 1024 });
    const bad = FIELDS.map((field): [Field, string] => [field, TEXT]);
    project
      .write(`${folder}/a${CONTROLS}${UNSEEN}.xml`, provider.metadata)
      .write(file, JSON.stringify(configWith(texts)))
      .write(`bad ${folder}/a${UNSEEN}.yaml`, JSON.stringify(configWith(bad)))
      .write(`${folder}/not yaml.txt`, `a: [${TEXT}`)
      .write(
        `${folder}/response ${UNSEEN}.xml`,
        provider.respond({
          sessionNames: [`a${UNSEEN}@example.com`],
          audiences: [`urn:${UNSEEN}`],
          recipient: `https://signin.aws.amazon.com/saml${UNSEEN}`,
          roles: [`arn:aws:iam::123456789012:role/${UNSEEN},${UNSEEN}`],
          attributes: {
            [`https://aws.amazon.com/SAML/Attributes/PrincipalTag:${UNSEEN}`]: [UNSEEN],
          },
        }),
      );
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => {
    project.remove();
  });

  /** Everything that `connect-sso` writes to either stream. */
  async function written(...args: string[]): Promise<string> {
    let printed = "";
    const write = (text: string) => {
      printed += text;
    };
    const { stdout, stderr } = await runHere(project, [
      "connect-sso",
      () => runCli(args, { write, paint: (_, text) => text }),
    ]);
    return printed + stdout + stderr;
  }

  const response = ["rehearse", `${folder}/response ${UNSEEN}.xml`, "--at", "2026-12-01T12:01:00Z"];
  it.each<[string, string[]]>([
    ["a check", ["check", folder]],
    ["a check in JSON", ["check", folder, "--json"]],
    ["a check of a config of mistakes", ["check", `bad ${folder}`]],
    ["a check of a config of mistakes, in JSON", ["check", `bad ${folder}`, "--json"]],
    ["a check of what is not YAML", ["check", `${folder}/not yaml.txt`]],
    ["a check of nothing", ["check", `none ${folder}`]],
    ["a rehearsal", [...response, "--config", folder]],
    ["a rehearsal in JSON", [...response, "--config", folder, "--json"]],
    ["a rehearsal with a relay state", [...response, "--config", folder, "--relay-state", TEXT]],
    ["a rehearsal of mistakes", [...response, "--config", `bad ${folder}`]],
    ["a rehearsal of nothing", ["rehearse", `none ${folder}`, "--config", folder]],
    ["a rehearsal at no moment", ["rehearse", file, "--at", TEXT]],
    ["an unknown option", ["check", `--${TEXT}`]],
    ["an unknown command", [TEXT]],
  ])("from %s", async (_, args) => {
    const printed = await written(...args);
    expect(printed).toMatch(/\\u(\{202e\}|202e)/);
    expect(printed).not.toMatch(RAW);
    all.push(printed);
  });

  it("from what AWS answers", () => {
    const { instances, problems } = load(JSON.stringify(configWith([])));
    const live = new Map([
      ["workshop", [{ verdict: "unread", subject: TEXT, message: TEXT } as const]],
    ]);
    const report = checkReport({ instances, problems }, () => next(TEXT), live);
    for (const printed of [renderReport(report, { paint: (_, text) => text }), json(report)]) {
      expect(printed).toMatch(/\\u(\{202e\}|202e)/);
      expect(printed).not.toMatch(RAW);
      all.push(printed);
    }
  });

  it.each<[string, string, string[]]>([
    ["a synthesis", folder, []],
    ["a synthesis of HCL", folder, ["--hcl"]],
    ["a synthesis of mistakes", `bad ${folder}`, []],
    ["a synthesis of nothing", `none ${folder}`, []],
    ["an unknown option of a synthesis", folder, [`--${TEXT}`]],
  ])("from %s", async (_, location, args) => {
    const env = { CONNECT_SSO_CONFIG: location, CDKTF_OUTDIR: `out ${UNSEEN}` };
    const { stdout, stderr } = await synthHere(project, env, args);
    expect(stdout + stderr).toContain("\\u{202e}");
    expect(stdout + stderr).not.toMatch(RAW);
    all.push(stdout + stderr);
  });
});

describe("a terminal (xterm.js)", () => {
  it("shows the lines of all of them, and does nothing else", async () => {
    const wrong = await notJustShown(all);
    expect(wrong).toEqual([]);
    const count = all.length.toLocaleString("en-US");
    figures.push({
      what: `outputs of commands for ${TEXTS.length.toLocaleString("en-US")} texts in ${String(FIELDS.length)} fields, in file names and in options, at a terminal (xterm.js)`,
      result: `${count} of ${count} only shown`,
    });
  });

  it("does something else where nobody escapes them", async () => {
    const planted = BREAKOUTS.terminal.filter((text) => text !== "\n");
    expect(await notJustShown(["harmless"])).toEqual([]);
    const found = await notJustShown(planted.map((text) => `a${text}b`));
    expect(found).toHaveLength(planted.length);
    figures.push({
      what: "planted texts that are not escaped, at a terminal (xterm.js)",
      result: `${String(found.length)} of ${String(planted.length)} found`,
    });
    expect(figures).toHaveLength(2);
    keepFigures("escapes-at-a-terminal", figures);
  });
});
