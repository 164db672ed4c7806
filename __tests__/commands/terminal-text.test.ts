import { checkReport, renderReport } from "../../modules/commands/check";
import { runCli } from "../../modules/commands/cli";
import { json } from "../../modules/commands/json";
import { load } from "../support/config";
import { next } from "../support/invocation";
import { configWith, type Field, FIELDS } from "../support/hostile-text";
import { IdentityProvider } from "../support/identity-provider";
import { Project } from "../support/project";
import { runHere } from "../support/run-here";
import { synthHere } from "../support/synth-here";

/** Clears the screen, writes from right to left, has no width, or is half a character. */
const CONTROLS = "\u001b[2J\u009b31m\u0007\r\u0085";
const UNSEEN = "\u202e\u2066\u200f\u200b\u200d\u2060\ufeff\u00ad\u034f\u3164\ufe0f\u{e0041}\u2028";
const TEXT = `a${CONTROLS}${UNSEEN}\ud800b`;
/** What a terminal must not get, but line ends. */
const RAW = /(?!\n)[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

delete process.env["CONNECT_SSO_CONFIG"];

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
    let all = "";
    const write = (text: string) => {
      all += text;
    };
    const { stdout, stderr } = await runHere(project, [
      "connect-sso",
      () => runCli(args, { write, paint: (_, text) => text }),
    ]);
    return all + stdout + stderr;
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
    const all = await written(...args);
    expect(all).toMatch(/\\u(\{202e\}|202e)/);
    expect(all).not.toMatch(RAW);
  });

  it("from what AWS answers", () => {
    const { instances, problems } = load(JSON.stringify(configWith([])));
    const live = new Map([
      ["workshop", [{ verdict: "unread", subject: TEXT, message: TEXT } as const]],
    ]);
    const report = checkReport({ instances, problems }, () => next(TEXT), live);
    for (const all of [renderReport(report, { paint: (_, text) => text }), json(report)]) {
      expect(all).toMatch(/\\u(\{202e\}|202e)/);
      expect(all).not.toMatch(RAW);
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
  });
});
