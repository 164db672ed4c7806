import type { InstanceSettings } from "../../modules/config";
import { blocksOf, hcl, type Json, plain } from "../../modules/synth/hcl";
import { synthesize } from "../../modules/synth/stacks";
import { withoutStackTraces } from "../../modules/synth/without-stack-traces";
import { load } from "../support/config";
import { accepted, configWith, type Field, FIELDS } from "../support/hostile-text";
import { makeMetadata } from "../support/metadata";
import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { readAccount } from "./support/account";
import { Moto } from "./support/moto";
import { People } from "./support/people";
import { RunningProvider } from "./support/running-provider";
import { StandIn } from "./support/stand-in";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

/** Every field with the texts that it takes. */
const TAKEN = FIELDS.map((field) => ({ field, name: field.join("."), texts: accepted(field) }));
const taken = (name: string) => TAKEN.find((one) => one.name === name)?.texts ?? [];

/** Fields whose text does not go into Terraform, or must be what another field has. */
const ELSEWHERE = [
  "instanceArn",
  "applications.{key}",
  "applications.{}.displayName",
  "applications.{}.samlMetadataFile",
  "identityCenter.portalUrl",
  "users.[].applications.[]",
  "sharedRoleName",
  "tags.{key}",
];

describeWithTools("hostile text", () => {
  const project = new Project();
  let moto: Moto;
  let standIn: StandIn;
  let provider: RunningProvider;

  const GROUPS = taken("applications.{}.assign.groups.[]");
  const USERS = taken("applications.{}.assign.users.[]");
  const PROFILES = taken("users.[].routingProfile");
  const NAMES = taken("users.[].givenName");
  const TAGS = taken("tags.{}");
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
          samlProviderName: taken("applications.{}.samlProviderName")[index],
          roleName: taken("applications.{}.roleName")[index],
          destination: taken("applications.{}.destination")[index],
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
    const fields = TAKEN.filter(({ name }) => !ELSEWHERE.includes(name));
    const backends = ["local", "s3", "http", "cloud"];
    const rounds = Math.max(...fields.map(({ texts }) => texts.length)) * backends.length;
    const settings: InstanceSettings[] = [];
    const wanted: { name: string; text: string; instance: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // Each backend has texts of its own: the others have their turn at every fourth round.
      const at = Math.floor(round / backends.length);
      const own = fields.flatMap(({ field, name, texts }): [Field, string][] => {
        const [, type] = /^backend\.type=(\w+)/.exec(name) ?? [];
        const isNow =
          type === undefined
            ? round % backends.length === 0
            : type === backends[round % backends.length];
        const text = texts[at];
        return isNow && text !== undefined && !name.includes("cloud.tags") ? [[field, text]] : [];
      });
      if (own.length === 0) continue;
      const { instances, reported } = load(JSON.stringify(configWith(own)));
      expect({ own, reported: reported.filter((line) => line.startsWith("error")) }).toEqual({
        own,
        reported: [],
      });
      const instance = settings.length;
      settings.push(...instances.map((one) => ({ ...one, name: `i${String(instance)}` })));
      wanted.push(...own.map(([field, text]) => ({ name: field.join("."), text, instance })));
    }
    expect(wanted.length).toBeGreaterThan(800);

    const { instances } = withoutStackTraces(() => synthesize(settings));
    const found = instances.map(({ files }) =>
      Object.values(files).flatMap((file) => {
        const written = JSON.parse(file) as Record<string, Json>;
        // Terraform reads no templates in backends and in the defaults of variables.
        const { terraform = {}, variable = {}, ...rest } = written;
        return [
          ...texts(rest).filter((one) => !isReference(one)),
          ...texts([terraform, variable]).map(plain),
        ];
      }),
    );
    const json = {
      output: Object.fromEntries(found.map((own, index) => [`i${String(index)}`, { value: own }])),
    };
    project.write("json/x.tf.json", JSON.stringify(json));
    project.write("hcl/x.tf", hcl(blocksOf(json, () => ({}))));
    for (const folder of ["json", "hcl"]) {
      const terraform = new Terraform(project.path(folder), {});
      await terraform.apply();
      const read = await terraform.outputs();
      const lost = wanted.filter(({ name, text, instance }) => {
        const all = read[`i${String(instance)}`] as unknown as string[];
        const written = name.endsWith("destination")
          ? encodeURIComponent(text)
          : text.normalize("NFC");
        return !all.some((one) =>
          one.replaceAll(`i${String(instance)}-federation`, "{stack}").includes(written),
        );
      });
      expect({ folder, lost }).toEqual({ folder, lost: [] });
    }
  });

  it("is what AWS gets, and the plans of JSON and HCL are the same", async () => {
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
      const plan = await asHcl.plan();
      expect(plan).toEqual(name === "federation" ? TAGS_AGAIN : {});
      expect(await terraform.plan()).toEqual(plan);
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
