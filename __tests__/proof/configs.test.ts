import { rmSync } from "node:fs";

import { decodeHTML } from "entities";

import { configJsonSchema } from "../../modules/config";
import { configs, type GeneratedConfig } from "../support/arbitrary-config";
import { EVERYTHING, type Figure, keepFigures } from "../support/figures";
import { type Folder, mutatedConfigs, mutatedMetadata } from "../support/mutations";
import { Project } from "../support/project";
import { uncovered } from "../support/schema-coverage";
import type { Terraform } from "../support/synth";
import { synthHere } from "../support/synth-here";

jest.setTimeout(3_600_000);

const SEED = 20;
/** Configs that are made, to have every key among them; the first of them are synthesized. */
const SAMPLE = configs(400, SEED);
const SYNTHESIZED = EVERYTHING ? 150 : 3;
const MUTATED = EVERYTHING ? 1_000 : 15;
/** Seconds of the processor that a config may take. */
const LIMIT = 5;

const found: Figure[] = [];
const project = new Project().samples();
const METADATA = project.read("config/metadata/agent.xml");
afterAll(() => {
  project.remove();
});

/** Synthesizes a config folder in an empty one, and expects that it takes no longer than the limit. */
async function synthesize(folder: Folder) {
  for (const name of ["config", "cdktf.out"]) {
    rmSync(project.path(name), { recursive: true, force: true });
  }
  for (const [path, content] of Object.entries(folder)) project.write(`config/${path}`, content);
  const started = process.cpuUsage();
  const outcome = await synthHere(project, {}, ["--hcl"]);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1_000_000).toBeLessThan(LIMIT);
  return outcome;
}

/** Ends in output, or in a message with the file, the line where there is one, and what to do. */
async function expectOutputOrMessage(folder: Folder): Promise<boolean> {
  const { code, stdout, stderr } = await synthesize(folder);
  const said = JSON.stringify({ folder: folder["i.yaml"]?.toString(), stderr });
  if (code === 0) {
    expect(stdout).toContain("Wrote cdktf.out/stacks/");
    return true;
  }
  const errors = stderr.split("\n").filter((line) => line.startsWith("error: "));
  if (code !== 1 || errors.length === 0 || stdout !== "") throw new Error(said);
  for (const line of errors) {
    const hasPlace = /^error: config\/(i\.yaml|people\.csv)(:\d+:\d+)? .+; .+/.test(line);
    if (!hasPlace || !stderr.endsWith("nothing was written.\n")) throw new Error(said);
  }
  return false;
}

/** What a relay state says, without the code that composed it. */
function decoded(url: string) {
  const { protocol, host, pathname, search } = new URL(url);
  const parameters = search === "" ? [] : search.slice(1).split("&");
  const values = new Map(
    parameters.map((one) => [one.split("=")[0], decodeURIComponent(one.replace(/^[^=]*=/, ""))]),
  );
  return {
    protocol,
    host,
    pathname,
    destination: values.get("destination"),
    newDomain: values.get("new_domain"),
    others: values.size - Number(values.has("destination")) - Number(values.has("new_domain")),
  };
}

type Values = Record<
  string,
  { relayStateUrl: string; attributeMappings?: { attribute: string; value: string }[] }
>;
type Application = Readonly<Record<string, unknown>>;

/** Compares what a person copies, what programs read and what Terraform outputs. @returns how many values */
function expectAgreement({ config }: GeneratedConfig): number {
  const out = "cdktf.out/handoff/i";
  const html = project.read(`${out}/index.html`);
  const markdown = project.read(`${out}/RUNBOOK.md`);
  const json = JSON.parse(project.read(`${out}/values.json`)) as {
    applications: Values;
    permissionSets?: Values;
  };
  const federation = terraform("federation");
  const assignments = terraform("assignments");
  const [, partition = "", , region = "", account = "", resource = ""] = String(
    config["instanceArn"],
  ).split(":");
  const id = resource.replace("instance/", "");

  const mapped = Object.entries(json.applications).map(([key, { attributeMappings = [] }]) => {
    const name = "https://aws.amazon.com/SAML/Attributes/Role";
    const value = attributeMappings.find(({ attribute }) => attribute === name)?.value ?? "";
    const output = (what: string) => plain(federation.output?.[`${key}_${what}`]?.value ?? "");
    const created = (what: string) => {
      const [, type = "", own = ""] =
        /^\$\{(\w+)\.(\w+)\.arn\}$/.exec(federation.output?.[`${key}_${what}_arn`]?.value ?? "") ??
        [];
      return federation.resource?.[type]?.[own] ?? {};
    };
    const role = created("role");
    const arns = `arn:${partition}:iam::${account}:role${plain(textOf(role["path"] ?? "/"))}${String(role["name"])},arn:${partition}:iam::${account}:saml-provider/${String(created("saml_provider")["name"])}`;
    expect({ key, value, output: output("attribute_mapping_value") }).toEqual({
      key,
      value: arns,
      output: arns,
    });
    expect(json.applications[key]?.relayStateUrl).toBe(output("relay_state_url"));
    return value;
  });
  const sets = Object.entries(json.permissionSets ?? {});
  for (const [key, { relayStateUrl }] of sets) {
    expect(
      plain(String(assignments.resource?.["aws_ssoadmin_permission_set"]?.[key]?.["relay_state"])),
    ).toBe(relayStateUrl);
  }
  const relayed = [...Object.entries(json.applications), ...sets];
  for (const [key, { relayStateUrl }] of relayed) {
    const { destination, newDomain } =
      (config["applications"] as Record<string, Application>)[key] ?? {};
    expect(decoded(relayStateUrl)).toEqual({
      protocol: "https:",
      host:
        partition === "aws" ? `${region}.console.aws.amazon.com` : "console.amazonaws-us-gov.com",
      pathname: `/connect/federate/${id}`,
      destination,
      newDomain: newDomain === true ? "true" : undefined,
      others: 0,
    });
  }
  const shown = [...mapped, ...relayed.map(([, { relayStateUrl }]) => relayStateUrl)].sort();
  const isShown = (text: string) =>
    text.includes("/connect/federate/") || text.includes(":saml-provider/");
  const ofPage = [...html.matchAll(/<code id="value-\d+">(.*?)<\/code>/g)].map(([, text = ""]) =>
    decodeHTML(text),
  );
  expect(ofPage.filter(isShown).sort()).toEqual(shown);
  const ofRunbook = [...markdown.matchAll(/^ {2,}(\S+)$/gm)].map(([, text = ""]) => text);
  expect(ofRunbook.filter(isShown).sort()).toEqual(shown);
  return 4 * shown.length;
}

function terraform(stack: string): Terraform {
  const path = `cdktf.out/stacks/i-${stack}/cdk.tf.json`;
  const all = project.files("cdktf.out");
  return JSON.parse(all[path.replace("cdktf.out/", "")] ?? "{}") as Terraform;
}

function textOf(value: unknown): string {
  if (typeof value !== "string") throw new Error(`${JSON.stringify(value)} is not text`);
  return value;
}

/** The text that a template without expressions stands for. */
function plain(template: string): string {
  return template.replace(/([$%])\1(?=\{)/g, "$1");
}

test("The configs that are made have every key and every value of the schema", () => {
  expect(
    uncovered(
      configJsonSchema(),
      SAMPLE.map(({ config }) => config),
    ),
  ).toEqual([]);
});

test("Any valid config is synthesized, and the sheet, the outputs and values.json agree", async () => {
  let values = 0;
  for (const one of SAMPLE.slice(0, SYNTHESIZED)) {
    const outcome = await synthesize({ ...one.files, "i.yaml": JSON.stringify(one.config) });
    expect({ config: one.config, ...outcome }).toMatchObject({ config: one.config, code: 0 });
    values += expectAgreement(one);
  }
  expect(values).toBeGreaterThan(SYNTHESIZED * 4);
  found.push(
    {
      what: `valid configs, out of ${String(SAMPLE.length)} that have every key and every value of the schema (seed ${String(SEED)})`,
      result: `${String(SYNTHESIZED)} of ${String(SYNTHESIZED)} synthesized`,
    },
    {
      what: "their relay states and attribute mappings on the page, in the runbook, in values.json and in Terraform",
      result: `${String(values)} of ${String(values)} the same in all four, and what the config says when they are taken apart`,
    },
  );
});

test("Any config and any metadata that is changed ends in output or in a message", async () => {
  const changed = mutatedConfigs(SAMPLE.slice(0, 50), MUTATED, SEED);
  let configsTaken = 0;
  for (const folder of changed) configsTaken += Number(await expectOutputOrMessage(folder));
  const config = `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
applications: { agent: { samlMetadataFile: agent.xml } }
`;
  let metadataTaken = 0;
  for (const document of mutatedMetadata(METADATA, MUTATED, SEED)) {
    const folder = { "i.yaml": config, "agent.xml": document };
    metadataTaken += Number(await expectOutputOrMessage(folder));
  }
  const ended = (taken: number) =>
    `${String(taken)} synthesized, ${String(MUTATED - taken)} refused with file, line and what to do; no exception, none took ${String(LIMIT)} seconds of the processor`;
  found.push(
    { what: `configs that are changed, ${String(MUTATED)}`, result: ended(configsTaken) },
    { what: `metadata that is changed, ${String(MUTATED)}`, result: ended(metadataTaken) },
  );
  keepFigures("configs", found);
});
