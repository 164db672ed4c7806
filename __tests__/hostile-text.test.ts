import type { ConsoleValues } from "../modules/synth/console-sheet";
import { configWith } from "./support/hostile-fields";
import { Project } from "./support/project";
import { synthHere } from "./support/synth-here";

describe("text that looks like a token of CDKTF", () => {
  const project = new Project();
  afterAll(() => {
    project.remove();
  });

  const TOKENS = ["${TfToken[TOKEN.0]}", "TfToken[TOKEN.0]", "#{TfToken[TOKEN.0]}"];

  it.each(TOKENS)("%s is what the sheet says of groups, users, folders and names", async (text) => {
    const folder = `in ${text}`;
    const config = {
      ...configWith([
        [["applications", "{}", "displayName"], text],
        [["applications", "{}", "assign", "groups", "[]"], text],
        [["applications", "{}", "assign", "users", "[]"], text],
        [["identityCenter", "createGroups", "[]"], text],
        [["applications", "{}", "samlMetadataFile"], `${text}.xml`],
        [["users", "[]", "routingProfile"], text],
        [["users", "[]", "givenName"], text],
      ]),
      rolePath: "/TfToken[TOKEN.0]/",
    };
    project.samples();
    project.write(`${folder}/${text}.xml`, project.read("config/metadata/agent.xml"));
    project.write(`${folder}/workshop.yaml`, JSON.stringify(config));
    const out = `out ${text}`;
    const env = { CONNECT_SSO_CONFIG: folder, CDKTF_OUTDIR: out };
    const run = await synthHere(project, env, ["--hcl"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain(`Wrote ${out}/stacks/workshop-federation/cdk.tf.json`);
    expect(run.stdout).toContain(`agent: application "${text}"`);

    const sheet = `${out}/handoff/workshop`;
    const { applications } = JSON.parse(project.read(`${sheet}/values.json`)) as ConsoleValues;
    expect(applications["agent"]).toMatchObject({
      displayName: text,
      groups: [text],
      users: [text],
      roleArn: "arn:aws:iam::123456789012:role/TfToken[TOKEN.0]/AmazonConnectAgentAccessRole",
    });
    expect(project.read(`${sheet}/index.html`)).toContain(text);
  });
});

describe("a path that Terraform would evaluate", () => {
  it.each(["/${/", '/${file("/etc/passwd")}/', "/%{/"])("%s is refused", async (rolePath) => {
    const project = new Project();
    try {
      project.write("config/workshop.yaml", JSON.stringify({ ...configWith([]), rolePath }));
      const { code, stderr } = await synthHere(project);
      expect(code).toBe(1);
      expect(stderr).toContain(
        `has "${rolePath.slice(1, 3)}", which Terraform would evaluate; write the text itself\n1 error; nothing was written.`,
      );
    } finally {
      project.remove();
    }
  });
});
