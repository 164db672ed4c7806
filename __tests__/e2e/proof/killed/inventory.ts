import {
  GetInlinePolicyForPermissionSetCommand,
  DescribePermissionSetCommand,
  ListAccountAssignmentsCommand,
  ListPermissionSetsCommand,
  SSOAdminClient,
} from "@aws-sdk/client-sso-admin";

import { readAccount } from "../../support/account";
import type { Moto } from "../../support/moto";
import { People } from "../../support/people";
import type { StandIn } from "../../support/stand-in";

export const REGION = "us-east-1";
export const ACCOUNT = "123456789012";

/** Lists everything that all services hold, each thing once and by its name, in order. */
export async function inventory(
  moto: Moto,
  standIn: StandIn,
  applications: readonly string[],
): Promise<string[]> {
  const people = new People(standIn, REGION);
  const [iam, groups, users, sets, parameters] = await Promise.all([
    inIam(moto),
    people.groups(),
    people.users(),
    permissionSets(standIn),
    parametersOf(moto),
  ]);
  const assigned = await Promise.all(
    applications.map(async (arn) =>
      (await people.assigned(arn)).map((who) => `${who} is assigned to ${String(arn.at(-1))}`),
    ),
  );
  return [
    ...iam,
    ...Object.keys(standIn.connect?.users() ?? {}).map((name) => `Connect user ${name}`),
    ...Object.entries(groups).flatMap(([group, members]) => [
      `group ${group}`,
      ...members.map((member) => `${member} in ${group}`),
    ]),
    ...users.map((user) => `user ${user.replace(/ \(.*/, "")}`),
    ...assigned.flat(),
    ...sets,
    ...parameters,
  ].sort();
}

async function inIam(moto: Moto): Promise<string[]> {
  const { samlProviders, roles, policies } = await readAccount(moto.iam(REGION));
  const own = (arn: string) => arn.slice(arn.indexOf("/") + 1);
  return [
    ...Object.keys(samlProviders).map((arn) => `SAML provider ${own(arn)}`),
    ...Object.keys(policies).map((arn) => `policy ${own(arn)}`),
    ...Object.entries(roles).flatMap(([role, { managed, inline }]) => [
      `role ${role}`,
      ...managed.map((arn) => `policy ${own(arn)} of ${role}`),
      ...Object.keys(inline).map((name) => `policy ${name} in ${role}`),
    ]),
  ];
}

async function permissionSets(standIn: StandIn): Promise<string[]> {
  const client = new SSOAdminClient({
    endpoint: standIn.url,
    region: REGION,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  });
  const InstanceArn = standIn.identityCenter.instanceArn;
  const { PermissionSets = [] } = await client.send(new ListPermissionSetsCommand({ InstanceArn }));
  const lines: string[] = [];
  for (const PermissionSetArn of PermissionSets) {
    const set = { InstanceArn, PermissionSetArn };
    const { PermissionSet } = await client.send(new DescribePermissionSetCommand(set));
    const name = `permission set ${PermissionSet?.Name ?? ""}`;
    const { InlinePolicy } = await client.send(new GetInlinePolicyForPermissionSetCommand(set));
    const { AccountAssignments = [] } = await client.send(
      new ListAccountAssignmentsCommand({ ...set, AccountId: ACCOUNT }),
    );
    lines.push(
      name,
      ...(InlinePolicy ? [`policy in ${name}`] : []),
      ...AccountAssignments.map(({ PrincipalType }) => `a ${String(PrincipalType)} has ${name}`),
    );
  }
  return lines;
}

async function parametersOf(moto: Moto): Promise<string[]> {
  const answer = await fetch(moto.url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AmazonSSM.GetParametersByPath",
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${REGION}/ssm/aws4_request`,
    },
    body: JSON.stringify({ Path: "/", Recursive: true }),
  });
  const { Parameters = [] } = (await answer.json()) as { Parameters?: { Name: string }[] };
  return Parameters.map(({ Name }) => `parameter ${Name}`);
}
