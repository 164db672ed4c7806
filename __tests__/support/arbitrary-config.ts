import fc from "fast-check";

import { metadataWith } from "./metadata";
import { fixture } from "./fixture";

/** A config that keeps every rule, and the files that it names by their paths beside it. */
export interface GeneratedConfig {
  readonly config: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, string>>;
}

/** Draws a value of an arbitrary. */
type Draw = <T>(from: fc.Arbitrary<T>) => T;

/**
 * Valid configs over every key of the schema. No two of one sample share an account, so that a folder can
 * have all of them.
 */
export function configs(numRuns: number, seed: number): GeneratedConfig[] {
  const drawn = fc.gen().map((next) => {
    const draw: Draw = (from) => next(() => from);
    return (account: string) => generate(draw, account);
  });
  return fc
    .sample(drawn, { numRuns, seed })
    .map((make, index) => make(String(200_000_000_000 + index)));
}

/** What Terraform, HCL, a page or a shell may take for something else, where a text may have any of it. */
const HOSTILE = Array.from("azAZ09 _-+=.:/@\"'\\`$%{}<>&#|;,()[]?!*~^éßñ漢字नا😀");
/** What the tags of IAM take. */
const TAG = Array.from("azAZ09_-+=.:/@éß漢 ");

/** Text that begins with what tells it from others, since names that look alike are refused. */
function text(start: string, units: readonly string[] = HOSTILE, maxLength = 40) {
  return fc
    .string({ unit: fc.constantFrom(...units), maxLength })
    .map((rest) => `${start}${rest}`.normalize("NFC").trim());
}

const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from("0123456789abcdef")),
    minLength: length,
    maxLength: length,
  });
const uuid = fc.uuid();
const sixteen = hex(16);

const DESTINATIONS = fc.oneof(
  fc.constantFrom("/connect/ccp", "/ccp-v2", "/agent-app-v2?VDIPlatform=CITRIX_413", "/"),
  fc
    .string({
      unit: fc.constantFrom(...Array.from("azAZ09/-._~:@!$&'()*+,;={}<>\"|^éß漢😀")),
      maxLength: 40,
    })
    .map((path) => `/x${path}`),
  fc.webUrl({
    validSchemes: ["https"],
    withQueryParameters: true,
    withFragments: true,
    size: "-1",
  }),
);
/** A permission set takes a short relay state. */
const SHORT_DESTINATIONS = fc.constantFrom(
  "/connect/ccp",
  "/ccp-v2",
  "/agent-app-v2",
  "https://a.example/?b=c",
);

function generate(draw: Draw, account: string): GeneratedConfig {
  const files: Record<string, string> = {};
  const maybe = <T>(from: fc.Arbitrary<T>) => draw(fc.option(from, { nil: undefined }));
  const flag = () => maybe(fc.boolean());
  const list = <T>(make: (index: number) => fc.Arbitrary<T>, max: number, min = 0) =>
    Array.from({ length: draw(fc.integer({ min, max })) }, (_, index) => draw(make(index)));
  const tags = (start: string) =>
    maybe(
      fc
        .array(fc.tuple(text("", TAG, 12), text("", TAG)), { maxLength: 3 })
        .map((all) =>
          Object.fromEntries(
            all.map(([key, value], index) => [`${start}${String(index)}${key}`, value]),
          ),
        ),
    );

  const partition = draw(fc.constantFrom("aws", "aws", "aws", "aws-us-gov"));
  const isGov = partition === "aws-us-gov";
  const regions = isGov
    ? ["us-gov-west-1"]
    : ["us-east-1", "us-west-2", "eu-central-1", "ap-southeast-2"];
  const center = draw(fc.boolean()) ? account : String(Number(account) + 300_000_000_000);
  const centerId = draw(sixteen);
  const isShared = draw(fc.boolean());
  const keys = list(
    (index) => text("", Array.from("abcXYZ019_"), 6).map((rest) => `k${rest}${String(index)}`),
    4,
    1,
  );
  const sets = keys.filter((_, index) => index > 0 && draw(fc.integer({ max: 3, min: 0 })) === 0);
  const isManaged = draw(fc.boolean());

  const groupsOf = new Map(
    keys.map((key) => [
      key,
      list(
        (index) => fc.oneof({ weight: 4, arbitrary: text(`G${key}${String(index)} `) }, uuid),
        3,
      ),
    ]),
  );
  /** Applications of a user: all have one role. */
  const someKeys = () => {
    const shared = keys.filter((key) => !sets.includes(key));
    return isShared && draw(fc.boolean())
      ? draw(fc.subarray(shared, { minLength: 1 }))
      : [draw(fc.constantFrom(...keys))];
  };
  const profiles = () => list((index) => text(`P${String(index)} `), 10, 1);
  const hierarchy = fc.oneof(
    uuid,
    fc
      .array(
        text(
          "L",
          HOSTILE.filter((unit) => unit !== "/"),
          20,
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map((levels) => levels.join("/")),
  );
  const common = () => ({
    routingProfile: maybe(text("R")),
    hierarchyGroup: maybe(hierarchy),
    autoAccept: flag(),
    afterContactWorkSeconds: maybe(fc.integer({ min: 0, max: 2_000_000 })),
    tags: tags("u"),
    emailInConnect: flag(),
  });
  const sendsUserName = draw(fc.boolean());
  const user = (name: string) => ({
    email: `${name}@example.com`,
    userName: maybe(fc.constantFrom(`${name}.x`, `${name}_y`)),
    givenName: draw(text("A")),
    familyName: draw(text("B")),
    applications: someKeys(),
    securityProfiles: profiles(),
    deskPhone: maybe(fc.constantFrom("+12065550100", "+4930123456")),
    secondaryEmail: maybe(fc.constantFrom(`${name}@example.org`, `"${name}"'s@exa-mple.org`)),
    connectUserId: maybe(uuid),
    createInIdentityCenter: flag(),
    ...common(),
  });
  const users = list((index) => fc.constant(`user${String(index)}`), 5).map(user);

  const applications = keys.map((key, index) => {
    const isSet = sets.includes(key);
    const groups = groupsOf.get(key) ?? [];
    const assigned = users.filter(({ applications: own }) => own[0] === key && draw(fc.boolean()));
    const names = [
      ...assigned.map(({ email, userName }) => userName ?? email),
      ...list((other) => fc.oneof(fc.constant(`other.${key}.${String(other)}`), uuid), 2),
    ];
    const assign = { groups: maybe(fc.constant(groups)), users: maybe(fc.constant(names)) };
    const own = {
      newDomain: flag(),
      assign: maybe(fc.constant(assign)),
    };
    if (isSet) {
      return [
        key,
        {
          ...own,
          signIn: "permission-set",
          permissionSetName: maybe(text(`S${key}`, Array.from("azAZ09_+=,.@-"), 20)),
          destination: maybe(SHORT_DESTINATIONS),
          sessionDuration: maybe(fc.constantFrom("1h", "12h", "90m", "1h30m")),
        },
      ] as const;
    }
    const file = `metadata/${key}.xml`;
    const hasFile = draw(fc.boolean());
    if (hasFile) {
      files[file] = metadataWith({
        application: `${center}_ins-${draw(sixteen)}`,
        region: draw(fc.constantFrom(...regions)),
        certificate: CERTIFICATE,
      });
    }
    return [
      key,
      {
        ...own,
        signIn: maybe(fc.constant("application")),
        displayName: maybe(text(`D${String(index)}`)),
        samlProviderName: maybe(text(`V${key}`, Array.from("azAZ09_.-"), 100)),
        roleName: isShared ? undefined : maybe(text(`R${key}`, Array.from("azAZ09_+=,.@-"), 50)),
        samlMetadataFile: hasFile ? file : undefined,
        destination: maybe(DESTINATIONS),
        sessionDuration: maybe(fc.constantFrom("15m", "90m", "1h30m", "12h", "720m")),
        applicationArn: maybe(
          sixteen.map(
            (id) => `arn:${partition}:sso::${center}:application/ssoins-${centerId}/apl-${id}`,
          ),
        ),
      },
    ] as const;
  });

  const createGroups = keys.flatMap((key) =>
    (groupsOf.get(key) ?? []).filter((group) => group.startsWith("G") && draw(fc.boolean())),
  );
  const withArn = applications.filter(
    ([, own]) => "applicationArn" in own && own.applicationArn !== undefined,
  );
  const fromFile = list((index) => fc.constant(`row${String(index)}`), 3).map(user);
  const usersFrom: unknown[] = [];
  if (fromFile.length > 0) {
    files["people.csv"] = csv(fromFile);
    usersFrom.push({
      file: "people.csv",
      applications: someKeys(),
      securityProfiles: profiles(),
      createInIdentityCenter: flag(),
      ...common(),
    });
  }
  const group = [...groupsOf.values()].flat()[0];
  const hasGroup = group !== undefined && draw(fc.boolean());
  if (hasGroup) {
    usersFrom.push({
      group,
      applications: someKeys(),
      securityProfiles: profiles(),
      ...common(),
    });
  }
  const config = {
    instanceArn: `arn:${partition}:connect:${draw(fc.constantFrom(...regions))}:${account}:instance/${draw(uuid)}`,
    applications: Object.fromEntries<Application>(applications),
    signInEndpoint: maybe(fc.constantFrom("regional", "global")),
    permission: {
      form: maybe(fc.constantFrom("user-resource", "instance-condition")),
      attach: isManaged ? maybe(fc.constant("managed")) : "inline",
      policyName: maybe(text("P", Array.from("azAZ09_+=,.@-"), 100)),
    },
    roles: isShared ? "shared" : maybe(fc.constant("separate")),
    sharedRoleName: isShared ? maybe(text("S", Array.from("azAZ09_+=,.@-"), 60)) : undefined,
    namePrefix: maybe(text("", Array.from("azAZ09_.-"), 6)),
    rolePath: maybe(
      text("/a", Array.from("azAZ09/!#$%&'()*+,-.:;<=>?@[]^_`|~\"\\"), 60).map(
        (path) => `${path}/`,
      ),
    ),
    permissionsBoundary: maybe(
      fc.constantFrom(account, "aws").map((owner) => `arn:${partition}:iam::${owner}:policy/a/b`),
    ),
    protect: flag(),
    identityCenter: {
      region: maybe(fc.constantFrom(...regions)),
      accountId: withArn.length > 0 || draw(fc.boolean()) ? maybe(fc.constant(center)) : undefined,
      instanceArn: maybe(fc.constant(`arn:${partition}:sso:::instance/ssoins-${centerId}`)),
      portalUrl: maybe(
        fc.constantFrom("https://d-1234567890.awsapps.com/start", "https://a.example"),
      ),
      createGroups: maybe(fc.constant(createGroups)),
    },
    roleSessionName: sendsUserName ? "userName" : maybe(fc.constant("email")),
    users: maybe(fc.constant(users)),
    usersFrom: usersFrom.length > 0 ? usersFrom : undefined,
    usersManagedBy: maybe(fc.constantFrom("terraform", "connect-sso")),
    maxRemovals: hasGroup ? maybe(fc.nat({ max: 1_000 })) : undefined,
    backend: maybe(BACKENDS),
    tags: tags("t"),
  };
  const form = draw(fc.constantFrom("none", "all", "list"));
  const adopt =
    form === "all"
      ? true
      : form === "list"
        ? adoption(draw, config, sets)
        : maybe(fc.constant(false));
  return { files, config: { ...config, adopt } };
}

/** What decides about the names in `adopt`. */
interface Adopting {
  readonly applications: Readonly<Record<string, Application>>;
  readonly permission: {
    readonly attach?: string | undefined;
    readonly policyName?: string | undefined;
  };
  readonly sharedRoleName?: string | undefined;
  readonly identityCenter: { readonly createGroups?: readonly string[] | undefined };
  readonly roleSessionName?: string | undefined;
  readonly users?:
    | readonly {
        readonly email: string;
        readonly userName?: string | undefined;
        readonly applications: readonly string[];
        readonly createInIdentityCenter?: boolean | undefined;
      }[]
    | undefined;
  readonly usersManagedBy?: string | undefined;
}

type Application = Readonly<Record<string, unknown>> & {
  readonly assign?:
    | {
        readonly groups?: readonly string[] | undefined;
        readonly users?: readonly string[] | undefined;
      }
    | undefined;
};

/** Lists part of what a config creates as existing, by the names that it gives itself. */
function adoption(draw: Draw, config: Adopting, sets: readonly string[]): object {
  const some = <T>(all: readonly T[]) => draw(fc.subarray([...all]));
  const ids = (names: readonly string[]) =>
    Object.fromEntries(some(names).map((name) => [name, draw(uuid)]));
  const given = (key: string) =>
    Object.values(config.applications).flatMap(({ [key]: name }) =>
      typeof name === "string" ? [name] : [],
    );
  const { sharedRoleName, permission, identityCenter, users = [] } = config;
  const hasRoles = Object.keys(config.applications).length > sets.length;
  const roles = hasRoles
    ? [...given("roleName"), ...(sharedRoleName === undefined ? [] : [sharedRoleName])]
    : [];
  const sent = (user: (typeof users)[number]) =>
    config.roleSessionName === "userName" || user.applications.every((key) => sets.includes(key))
      ? (user.userName ?? user.email)
      : user.email;
  const created = users.filter(({ createInIdentityCenter }) => createInIdentityCenter === true);
  const assigned = Object.entries(config.applications).filter(
    ([key, own]) => own["applicationArn"] !== undefined || sets.includes(key),
  );
  const memberships = created.flatMap(({ userName, email, applications }) =>
    assigned
      .filter(([key]) => applications.includes(key))
      .flatMap(([, { assign }]) =>
        (assign?.groups ?? []).map((group) => `${userName ?? email} in ${group}`),
      ),
  );
  const permissionSets = Object.fromEntries(
    some(given("permissionSetName")).map((name) => [
      name,
      `arn:aws:sso:::permissionSet/ssoins-${draw(sixteen)}/ps-${draw(sixteen)}`,
    ]),
  );
  const assignable = assigned.filter(
    ([, own]) =>
      own["applicationArn"] !== undefined ||
      Object.hasOwn(permissionSets, String(own["permissionSetName"])),
  );
  return {
    samlProviders: some(given("samlProviderName")),
    roles: some(roles),
    policies:
      permission.attach !== "inline" && hasRoles && permission.policyName !== undefined
        ? some([permission.policyName])
        : [],
    rolesWithPolicy: some(roles),
    connectUsers: config.usersManagedBy === "connect-sso" ? {} : ids(users.map(sent)),
    identityStoreId: draw(hex(10).map((digits) => `d-${digits}`)),
    groups: ids(identityCenter.createGroups ?? []),
    directoryUsers: ids(created.map(({ userName, email }) => userName ?? email)),
    memberships: ids(memberships),
    permissionSets,
    permissionSetsWithPolicy: some(Object.keys(permissionSets)),
    assignments: Object.fromEntries(
      some(assignable)
        .map(([key, { assign }]) => {
          const names = [
            ...(assign?.groups ?? []).map((name) => `group ${name}`),
            ...(assign?.users ?? []).map((name) => `user ${name}`),
          ];
          return [key, ids(names)] as const;
        })
        .filter(([, listed]) => Object.keys(listed).length > 0),
    ),
  };
}

const BACKENDS: fc.Arbitrary<object> = fc.oneof(
  fc.record(
    {
      type: fc.constant("local"),
      path: text("../../../x", Array.from("azAZ09_-/.é "), 20).map(
        (path) => `${path}{stack}.tfstate`,
      ),
    },
    { requiredKeys: ["type"] },
  ),
  fc.record(
    {
      type: fc.constant("s3"),
      bucket: fc.constantFrom("acme-terraform", "a.b-c"),
      region: fc.constantFrom("us-east-1", "eu-central-1"),
      key: fc.constantFrom("{stack}.tfstate", "connect/{stack}/x y.tfstate"),
      kmsKeyId: fc.constantFrom(
        "alias/terraform",
        "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      ),
      roleArn: fc.constantFrom(
        "arn:aws:iam::123456789012:role/state",
        "arn:aws:iam::123456789012:role/a/b",
      ),
    },
    { requiredKeys: ["type", "bucket", "region"] },
  ),
  fc.record(
    {
      type: fc.constant("http"),
      address: fc.constantFrom(
        "https://state.example.com/{stack}",
        "http://127.0.0.1:8080/?name={stack}",
      ),
      updateMethod: fc.constantFrom("POST", "PUT", "PATCH"),
      lockAddress: fc.constant("https://state.example.com/{stack}/lock"),
      lockMethod: fc.constantFrom("LOCK", "POST", "PUT"),
      unlockAddress: fc.constant("https://state.example.com/{stack}/unlock"),
      unlockMethod: fc.constantFrom("UNLOCK", "POST", "PUT", "DELETE"),
      username: text("u"),
    },
    { requiredKeys: ["type", "address", "lockAddress"] },
  ),
  fc.record(
    {
      type: fc.constant("cloud"),
      organization: fc.constantFrom("acme", "a_b-c"),
      hostname: fc.constantFrom("tfe.example.com", "localhost:8443"),
      project: fc.constantFrom("Contact center", "abc"),
      workspace: fc.constantFrom("{stack}", "connect-{stack}"),
    },
    { requiredKeys: ["type", "organization"] },
  ),
  fc.record({
    type: fc.constant("cloud"),
    organization: fc.constant("acme"),
    tags: fc.constantFrom(["connect-{stack}"], ["a:b", "{stack}"]),
  }),
  fc.constant({ type: "none" }),
);

/** The certificate of a sample of metadata. */
const CERTIFICATE =
  />([A-Za-z0-9+/=\s]{200,})</.exec(fixture("examples/metadata/workshop-agent.xml"))?.[1] ?? "";

/** A file of users with the columns that a row has for itself. */
function csv(users: readonly Readonly<Record<string, unknown>>[]): string {
  const columns = [
    "email",
    "userName",
    "givenName",
    "familyName",
    "deskPhone",
    "secondaryEmail",
    "connectUserId",
  ];
  const cell = (value: unknown) =>
    typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : "";
  const rows = users.map((user) => columns.map((column) => cell(user[column])).join(","));
  return `${[columns.join(","), ...rows].join("\n")}\n`;
}
