import type { InstanceSettings } from "../../../modules/config";
import { blocksOf, hcl, type Json } from "../../../modules/synth/hcl";
import { Synthesizer } from "../../../modules/synth/stacks";
import { escapeTemplates } from "../../../modules/text";
import { withoutStackTraces } from "../../../modules/synth/without-stack-traces";
import { EVERYTHING, keepFigures } from "../../support/figures";
import { type Field, FIELDS, takenBySchema, takenTogether } from "../../support/hostile-fields";
import { CORPUS, everyNth, HOSTILE } from "../../support/hostile-text";
import { makeMetadata } from "../../support/metadata";
import { Project } from "../../support/project";
import { resynth } from "../../support/resynth";
import { readAccount } from "../support/account";
import { Moto } from "../support/moto";
import { People } from "../support/people";
import { RunningProvider } from "../support/running-provider";
import { StandIn } from "../support/stand-in";
import { Terraform } from "../support/terraform";
import { describeWithTools } from "../support/tools";

/** Texts to try in each field. */
const TEXTS = EVERYTHING ? everyNth(CORPUS, 6) : everyNth(HOSTILE, 12);

/** Fields whose text does not go into Terraform, or must be what another field has. */
const ELSEWHERE = [
  "instanceArn",
  "applications.{key}",
  "applications.{}.displayName",
  "applications.{}.permissionSetName",
  "applications.{}.samlMetadataFile",
  "identityCenter.portalUrl",
  "users.[].applications.[]",
  "sharedRoleName",
  "tags.{key}",
  "users.[].tags.{key}",
];

/** Every field whose text goes into Terraform, with the texts that it takes. */
const TAKEN = FIELDS.map((field) => ({ field, name: field.join(".") }))
  .filter(({ name }) => !ELSEWHERE.includes(name) && !/^(adopt|usersFrom)\./.test(name))
  .map((one) => ({ ...one, texts: takenBySchema(one.field, TEXTS) }));

/** Texts that a field takes. */
const taken = (name: string, texts: readonly string[]) =>
  takenBySchema(FIELDS.find((field) => field.join(".") === name) ?? [], texts);
/** A few of them, for one deployment. */
const some = (name: string) => taken(name, everyNth(HOSTILE, EVERYTHING ? 3 : 28));

describeWithTools("hostile text in Terraform", () => {
  const project = new Project();
  let moto: Moto;
  let standIn: StandIn;
  let provider: RunningProvider;

  const GROUPS = some("applications.{}.assign.groups.[]");
  const USERS = some("applications.{}.assign.users.[]");
  const PROFILES = some("users.[].routingProfile");
  const NAMES = some("users.[].givenName");
  const TAGS = some("tags.{}");
  const KEYS = ["constructor", "toString", "hasOwnProperty", "valueOf"];
  const application = (index: number) =>
    `arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-${String(index).padStart(16, "0")}`;
  /** Paths and ARNs take the texts one after the other. */
  const PATH =
    '/TfToken[TOKEN.0]/#{TfToken[TOKEN.0]}/-8.109562212591379e+298/__proto__/$&/<<EOT/"\\/';
  const STATE =
    "../../../#{TfToken[TOKEN.0]}/Any Map Token Value/-8.109562212591379e+298/{stack}.tfstate";

  const TAGS_AGAIN = Object.fromEntries(
    ["agent", ...KEYS].map((key) => [`aws_iam_saml_provider.${key}`, "update"]),
  );

  const config = {
    instanceArn:
      "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    applications: Object.fromEntries(
      ["agent", ...KEYS].map((key, index) => [
        key,
        {
          samlMetadataFile: `${key} \${TfToken[TOKEN.0]}.xml`,
          applicationArn: application(index),
          samlProviderName: taken("applications.{}.samlProviderName", HOSTILE)[index],
          roleName: taken("applications.{}.roleName", HOSTILE)[index],
          destination: taken("applications.{}.destination", HOSTILE)[index],
          ...(index === 0 && { assign: { groups: GROUPS, users: USERS } }),
        },
      ]),
    ),
    permission: { policyName: "-8.109562212591379e+298" },
    rolePath: PATH,
    identityCenter: { createGroups: GROUPS.filter((_, index) => index % 2 === 0) },
    users: NAMES.map((name, index) => ({
      email: `agent${String(index)}@example.com`,
      givenName: name,
      familyName: NAMES.at(-index),
      applications: ["agent"],
      routingProfile: PROFILES[index % PROFILES.length],
      securityProfiles: [PROFILES.at(-(index % PROFILES.length))],
      createInIdentityCenter: index === 0,
    })),
    tags: Object.fromEntries(
      TAGS.map((tag, index) => [KEYS[index] ?? `tag ${String(index)}`, tag]),
    ),
    backend: { type: "local", path: STATE },
    protect: false,
  };

  beforeAll(async () => {
    moto = await Moto.start();
    standIn = await StandIn.start(moto, {
      identityCenter: { region: "us-east-1", accountId: "123456789012" },
      connect: {
        instanceArn: config.instanceArn,
        identityManagementType: "SAML",
        routingProfiles: PROFILES,
        securityProfiles: PROFILES,
      },
    });
    ["agent", ...KEYS].forEach((_, index) => {
      standIn.identityCenter.addApplication(application(index));
    });
    provider = await RunningProvider.start(standIn.environment("us-east-1"));
  });
  afterAll(async () => {
    project.remove();
    await Promise.all([moto.stop(), standIn.stop()]);
    await provider.stop();
  });

  it("from every field is what Terraform reads in JSON and in HCL", async () => {
    const { settings, wanted } = inRounds();
    const synthesizer = new Synthesizer();
    const made = withoutStackTraces(() => settings.map((one) => synthesizer.make(one)));
    const found = made.map(({ files }) => Object.values(files).flatMap(textsOfStack));
    expect(wanted.length).toBeGreaterThan(TEXTS.length);
    const figures = [];
    for (const [language, outputs] of Object.entries(await readBack(found))) {
      const lost = wanted.filter(({ name, text, instance }) => {
        const written = name.endsWith("destination")
          ? encodeURIComponent(text)
          : text.normalize("NFC");
        return !outputs[instance]?.some((one) =>
          one.replaceAll(`i${String(instance)}-federation`, "{stack}").includes(written),
        );
      });
      expect({ language, lost }).toEqual({ language, lost: [] });
      figures.push({
        what: `values in fields of the config, as Terraform evaluates them in ${language}`,
        result: `${String(wanted.length - lost.length)} of ${String(wanted.length)} as written`,
      });
    }
    figures.push({
      what: "planted texts that are not escaped, in Terraform's JSON and HCL",
      result: await plantedFound(),
    });
    keepFigures("escapes-in-terraform", figures);
  });

  /** Texts that Terraform evaluates where nobody escapes them. */
  const PLANTED = ["${1+1}", "$${x}", "%%{x}", "a${2}b", '${"x"}', '${upper("x")}'];

  async function plantedFound(): Promise<string> {
    const read = Object.values(await readBack([PLANTED]));
    const texts = read.flatMap(([own = []]) => own);
    const found = texts.filter((text, index) => text !== PLANTED[index % PLANTED.length]);
    expect(found).toHaveLength(PLANTED.length * 2);
    return `${String(found.length)} of ${String(texts.length)} found`;
  }

  /** Texts as Terraform evaluates them, list by list, after they went through its JSON and HCL. */
  async function readBack(lists: readonly string[][]): Promise<Record<string, string[][]>> {
    const output = Object.fromEntries(
      lists.map((value, index) => [`i${String(index)}`, { value }]),
    );
    project.write("JSON/x.tf.json", JSON.stringify({ output }));
    project.write("HCL/x.tf", hcl(blocksOf({ output }, () => ({}))));
    const read: Record<string, string[][]> = {};
    for (const language of ["JSON", "HCL"]) {
      const terraform = new Terraform(project.path(language), {});
      await terraform.apply();
      const outputs = (await terraform.outputs()) as unknown as Record<string, string[]>;
      read[language] = lists.map((_, index) => outputs[`i${String(index)}`] ?? []);
    }
    return read;
  }

  it("is what AWS gets, and HCL has nothing to change after JSON", async () => {
    const people = new People(standIn, "us-east-1");
    for (const [index, group] of GROUPS.entries())
      if (index % 2 === 1) await people.addGroup(group);
    for (const user of USERS) await people.addUser(user);
    const documents = await Promise.all(
      ["agent", ...KEYS].map(async (key) => {
        const document = `${await makeMetadata({ application: key })}<!-- \${TfToken[TOKEN.0]} #{TfToken[TOKEN.0]} \${file("/etc/passwd")} %{if} -->\n`;
        project.write(`config/${key} \${TfToken[TOKEN.0]}.xml`, document);
        return document;
      }),
    );
    project.write("config/hostile.yaml", JSON.stringify(config));
    resynth(project, "config", { hcl: true });

    const stack = (path: string) =>
      new Terraform(project.path(`cdktf.out/${path}`), provider.environment);
    for (const name of ["federation", "assignments"]) {
      const terraform = stack(`stacks/hostile-${name}`);
      await terraform.init();
      await terraform.apply();
      // The same state, so that Terraform compares what both say with what AWS has. The emulator keeps
      // no tags of SAML providers, which both plans add again.
      const asHcl = stack(`hcl/hostile-${name}`);
      await asHcl.init();
      expect(await asHcl.plan()).toEqual(name === "federation" ? TAGS_AGAIN : {});
    }
    expect(Object.keys(project.files("#{TfToken[TOKEN.0]}"))).toContain(
      "Any Map Token Value/-8.109562212591379e+298/hostile-federation.tfstate",
    );

    const { roles, samlProviders } = await readAccount(moto.iam("us-east-1"));
    const applications = Object.values(config.applications);
    expect(Object.keys(roles).sort()).toEqual(applications.map(({ roleName }) => roleName).sort());
    expect(Object.values(samlProviders).sort()).toEqual([...documents].sort());
    for (const role of Object.values(roles)) {
      expect(role.arn.split(":role")[1]).toMatch(/^\/TfToken\[/);
      expect(role.arn).toContain(PATH);
      expect(role.tags).toEqual(config.tags);
    }
    expect(await people.assigned(application(0))).toEqual(
      [...GROUPS.map((group) => `group ${group}`), ...USERS.map((user) => `user ${user}`)].sort(),
    );
    const users = config.users.map((user) => [
      user.email,
      {
        FirstName: user.givenName.normalize("NFC"),
        LastName: user.familyName?.normalize("NFC"),
        routingProfile: user.routingProfile,
        securityProfiles: user.securityProfiles,
        phone: "SOFT_PHONE",
        tags: config.tags,
      },
    ]);
    expect(standIn.connect?.users()).toEqual(Object.fromEntries(users));
  });
});

/** Configs that have the texts of every field between them, one text of each field at a time. */
function inRounds() {
  const backends = ["local", "s3", "http", "cloud"];
  const longest = Math.max(...TAKEN.map(({ texts }) => texts.length));
  const settings: InstanceSettings[] = [];
  const wanted: { name: string; text: string; instance: number }[] = [];
  for (let round = 0; round < longest * backends.length; round += 1) {
    // Each backend has texts of its own: the others have their turn at every fourth round.
    const at = Math.floor(round / backends.length);
    const turn = round % backends.length;
    const own = TAKEN.flatMap(({ field, name, texts }): [Field, string][] => {
      const [, type] = /^backend\.type=(\w+)/.exec(name) ?? [];
      const isNow = type === undefined ? turn === 0 : type === backends[turn];
      const text = texts[at];
      return isNow && text !== undefined && !name.includes("cloud.tags") ? [[field, text]] : [];
    });
    if (own.length === 0) continue;
    const { taken, instances } = takenTogether(own);
    const instance = settings.length;
    settings.push(...instances.map((one) => ({ ...one, name: `i${String(instance)}` })));
    wanted.push(...taken.map(([field, text]) => ({ name: field.join("."), text, instance })));
  }
  return { settings, wanted };
}

/** Texts of a stack that are no references, each as a template of Terraform. */
function textsOfStack(file: string): string[] {
  const written = JSON.parse(file) as Record<string, Json>;
  // Terraform reads no templates in backends and in the defaults of variables.
  const { terraform = {}, variable = {}, ...rest } = written;
  return [
    ...texts(rest).filter((one) => !isReference(one)),
    ...texts([terraform, variable]).map((one) => escapeTemplates(one)),
  ];
}

/** Texts of a value, in its keys too. */
function texts(value: Json): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, own]) => [key, ...texts(own)]);
}

/** Tells if there is something in a template that Terraform would look up. */
function isReference(template: string): boolean {
  return /(?<!\$)\$\{(?!"."\})/.test(template);
}
