import { adoptable, type InstanceSettings } from "../../config";
import { type Aws, textIn } from "../aws";
import { compareFederation, expectedFederation, readIam } from "../check";
import { type Sighting, sighting } from "./sighting";

/** Looks for what the federation stack creates, in the account of the instance. */
export async function findFederation(aws: Aws, settings: InstanceSettings): Promise<Sighting[]> {
  if (settings.applications.length === 0) return findConnectUsers(aws, settings);
  const expected = expectedFederation(settings);
  const state = await readIam(aws, expected);
  const { permission } = state;
  const isInline = "policies" in permission;
  const differences = compareFederation(
    expected,
    isInline ? state : { ...state, permission: { ...permission, attached: new Map() } },
    settings,
  ).filter(({ verdict }) => verdict === "error" || verdict === "warning");
  const differing = (subject: string) => () => ({
    notes: differences.filter((one) => one.subject === subject).map(({ message }) => message),
  });
  const policy = `policy ${expected.permission.name}`;
  return [
    ...expected.samlProviders.flatMap(({ name, arn }) => {
      const found = state.samlProviders.get(arn);
      const about = { kind: "samlProviders", name } as const;
      return found ? [sighting(about, found, differing(`SAML provider ${name}`))] : [];
    }),
    ...[...state.roles].map(([name, found]) =>
      sighting({ kind: "roles", name }, found, ({ arn }) => ({
        ...differing(`role ${name}`)(),
        // The path of a role cannot be changed.
        blocks: arn !== expected.roles.find((one) => one.name === name)?.arn,
      })),
    ),
    ...(isInline
      ? [...permission.policies].map(([name, found]) =>
          sighting(
            { kind: "rolesWithPolicy", name },
            found,
            differing(`${policy} in role ${name}`),
          ),
        )
      : [
          sighting(
            { kind: "policies", name: expected.permission.name },
            permission.policy,
            differing(policy),
          ),
          ...[...permission.attached].map(([name, found]) => {
            const isDetached = found.is === "there" && !found.value;
            const about = { kind: "rolesWithPolicy", name } as const;
            return sighting(about, isDetached ? { is: "missing" } : found);
          }),
        ]),
    ...(await findConnectUsers(aws, settings)),
  ];
}

async function findConnectUsers(aws: Aws, settings: InstanceSettings): Promise<Sighting[]> {
  const names = adoptable(settings).connectUsers;
  if (names.length === 0) return [];
  const { connect } = aws.sdk;
  const client = new connect.ConnectClient(aws.options);
  const { instanceId: InstanceId } = settings.instance;
  const users = await aws.readList(
    "connect:ListUsers",
    () => connect.paginateListUsers({ client }, { InstanceId }),
    (page) => page.UserSummaryList,
    ({ Username, Id }) => [textIn(Username, "Username"), textIn(Id, "Id")] as const,
  );
  if (users.is !== "there") {
    return names.map((name) => sighting({ kind: "connectUsers", name }, users));
  }
  const ids = new Map(users.value);
  return names.map((name) => {
    const id = ids.get(name);
    return sighting(
      { kind: "connectUsers", name },
      id === undefined ? { is: "missing" } : { is: "there", value: id },
      (value) => ({ id: value }),
    );
  });
}
