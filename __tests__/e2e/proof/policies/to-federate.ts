import type { Choice, Parts } from "./choices";
import { type Asked, isAllowed, type Policy } from "./decide";

/** A token of Amazon Connect that a session of a role asks for, or another action. */
export interface ToFederate {
  readonly action: string;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly instanceId: string;
  /** What follows the ARN of the instance in that of the resource. */
  readonly user: string;
  /** Tells if the request says which instance it is about, as AWS documents it. */
  readonly saysInstance: boolean;
}

/** An instance, in parts, and the form of the policy that names it. */
export interface PermittedInstance {
  readonly partition: "aws" | "aws-us-gov";
  readonly region: string;
  readonly account: string;
  readonly instanceId: string;
  readonly form: "user-resource" | "instance-condition";
}

/** The permission of a role: its policies, and the boundary that it may have. */
export interface Permission {
  readonly policies: readonly Policy[];
  readonly boundary?: Policy;
}

const ROLE_ID = "AROAEXAMPLEEXAMPLEEXA";
const SESSION = "agent1@example.com";
/** What IAM puts in the place of `${aws:userid}` for a session of a role. */
const USER_ID = `${ROLE_ID}:${SESSION}`;
/** End of the ARN that Amazon Connect asks IAM about, for the user of the session. */
export const OWN_USER = `/user/${USER_ID}`;

/** Tells if a session of a role may make a request. */
export async function mayFederate(
  instance: PermittedInstance,
  permission: Permission,
  asked: ToFederate,
): Promise<boolean> {
  const { action, partition, region, account, instanceId, user, saysInstance } = asked;
  const resource = `arn:${partition}:connect:${region}:${account}:instance/${instanceId}${user}`;
  const context = { "connect:InstanceId": saysInstance ? instanceId : undefined };
  return mayAsk(instance, permission, { action, resource, accountId: account, context });
}

/** Tells if a session of a role may do anything with a resource. */
export function mayAsk(
  { partition, account }: PermittedInstance,
  { policies, boundary }: Permission,
  asked: Omit<Asked, "principal">,
): Promise<boolean> {
  const principal = `arn:${partition}:sts::${account}:assumed-role/AmazonConnectAgentAccessRole/${SESSION}`;
  const context = { ...asked.context, "aws:userid": USER_ID };
  return isAllowed(
    { ...asked, principal, context },
    { identity: policies, ...(boundary && { boundary }) },
  );
}

/**
 * What a session may ask for, and of which user of which instance.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function partsOfFederating(instance: PermittedInstance): Parts<ToFederate> {
  const { partition, region, account, instanceId, form } = instance;
  const byCondition = form === "instance-condition";
  /** A policy that names the instance by its ID says nothing of the rest of the ARN. */
  const beyond = (what: string, part: Partial<ToFederate>): Choice<ToFederate> => ({
    what,
    said: byCondition ? "broader" : "refused",
    part,
  });
  const refused = (what: string, part: Partial<ToFederate>): Choice<ToFederate> => ({
    what,
    said: "refused",
    part,
  });
  return {
    action: [
      { what: "a token", said: "needed", part: { action: "connect:GetFederationToken" } },
      ...OTHER_ACTIONS.map((action) => refused(`the action ${action}`, { action })),
    ],
    user: [
      { what: "the own user", said: "needed", part: { user: OWN_USER } },
      ...Object.entries(OTHER_USERS).map(([user, what]) => beyond(what, { user })),
    ],
    instance: [
      { what: "the own instance", said: "needed", part: { instanceId, saysInstance: true } },
      ...[
        "00000000-1111-2222-3333-444444444444",
        `${instanceId}0`,
        instanceId.slice(0, -1),
        instanceId.toUpperCase(),
      ].map((other) => refused(`the instance ${other}`, { instanceId: other })),
      ...(byCondition ? [refused("no instance in the request", { saysInstance: false })] : []),
    ],
    account: [
      { what: "the own account", said: "needed", part: { account } },
      refused("another account", { account: "999999999999" }),
    ],
    region: [
      { what: "the own region", said: "needed", part: { region } },
      ...["us-west-1", "ap-southeast-1"].map((other) =>
        beyond("an instance with the same ID in another region", { region: other }),
      ),
    ],
    partition: [
      { what: "the own partition", said: "needed", part: { partition } },
      ...["aws", "aws-us-gov", "aws-cn"]
        .filter((other) => other !== partition)
        .map((other) =>
          beyond("an instance with the same ID in another partition", { partition: other }),
        ),
    ],
  };
}

/** Actions on the same kind of resource, by which an instance could be read or taken over. */
const OTHER_ACTIONS = [
  "connect:AdminGetEmergencyAccessToken",
  "connect:DescribeInstance",
  "connect:DeleteInstance",
  "connect:ListUsers",
  "connect:AssociateInstanceStorageConfig",
  "connect:AssociateApprovedOrigin",
];

/** Whom else a resource could name, and that in words. */
const OTHER_USERS: Readonly<Record<string, string>> = {
  [`/user/${ROLE_ID}:agent2@example.com`]: "another user of the same role",
  "/user/AROAANOTHERANOTHERANO:agent1@example.com": "the same user name of another role",
  "/user/AROAANOTHERANOTHERANO:agent2@example.com": "another user of another role",
  "/user/AIDAEXAMPLEEXAMPLEEXA": "an IAM user",
  [`/user/${USER_ID}.au`]: "a user whose name begins with that of the session",
  [`/user/${USER_ID.slice(0, -1)}`]: "a user whose name is a beginning of that of the session",
  [`/user/${ROLE_ID}:AGENT1@EXAMPLE.COM`]: "the user name in upper case",
  [`/user/${ROLE_ID}`]: "the role without a user",
  [`/user/${SESSION}`]: "the user without a role",
  [`/user/x/${USER_ID}`]: "the user below another one",
  "": "the instance itself",
  "/agent/0f1e2d3c-4b5a-4697-8877-665544332211": "a Connect user by its ID",
};
