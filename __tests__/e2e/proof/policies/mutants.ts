import type { Policy } from "./decide";

/** A policy that was changed on purpose, to see that it is noticed. */
export interface Mutant {
  readonly what: string;
  readonly policy: Policy;
}

type Statement = Readonly<Record<string, unknown>>;
/** Says what becomes of a statement: what changes in it, or several statements that have its place. */
type Change = (statement: Statement) => Statement | readonly Statement[];

/** Makes the mutants of a trust policy: wider ones, and those that let nobody or not everybody in. */
export function mutantsOfTrust(policy: Policy): Mutant[] {
  return mutants(policy, {
    "trusts everybody": () => ({ Principal: "*" }),
    "trusts the account": ({ Principal }) => ({
      Principal: { ...(Principal as object), AWS: accountOf(Principal) },
    }),
    "trusts another SAML provider": ({ Principal }) => ({
      Principal: {
        Federated: [
          ...federated(Principal),
          accountOf(Principal).replace(/root$/, "saml-provider/Okta"),
        ],
      },
    }),
    "trusts a service": ({ Principal }) => ({
      Principal: { ...(Principal as object), Service: "connect.amazonaws.com" },
    }),
    "trusts a provider with a longer name": ({ Principal }) => ({
      Principal: { Federated: federated(Principal).map((arn) => `${arn}2`) },
    }),
    "takes any recipient": () => ({ Condition: {} }),
    "takes any recipient of AWS": () => ({
      Condition: { StringLike: { "SAML:aud": "https://*.signin.aws.amazon.com/saml" } },
    }),
    "takes recipients with anything behind": ({ Condition }) => ({
      Condition: { StringLike: { "SAML:aud": audiences(Condition).map((url) => `${url}*`) } },
    }),
    "takes recipients in any case": ({ Condition }) => ({
      Condition: { StringEqualsIgnoreCase: { "SAML:aud": audiences(Condition) } },
    }),
    "takes a missing recipient": ({ Condition }) => ({
      Condition: { StringEqualsIfExists: { "SAML:aud": audiences(Condition) } },
    }),
    "takes one recipient more": ({ Condition }) => ({
      Condition: {
        StringEquals: { "SAML:aud": [...audiences(Condition), "https://example.com/saml"] },
      },
    }),
    "takes all recipients but its own": ({ Condition }) => ({
      Condition: { StringNotEquals: { "SAML:aud": audiences(Condition) } },
    }),
    "takes the audience for the recipient": () => ({
      Condition: { StringEquals: { "SAML:aud": "urn:amazon:webservices" } },
    }),
    "allows every action": () => ({ Action: "sts:*" }),
    "allows session tags": () => ({ Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"] }),
    "allows a source identity": () => [{}, { Action: "sts:SetSourceIdentity", Condition: {} }],
    "allows another way to assume": () => ({ Action: "sts:AssumeRoleWithWebIdentity" }),
    denies: () => ({ Effect: "Deny" }),
  });
}

/** Makes the mutants of a permission policy that names the instance in the given form. */
export function mutantsOfPermission(
  policy: Policy,
  form: "user-resource" | "instance-condition",
): Mutant[] {
  return mutants(policy, { ...ACTIONS, ...(form === "user-resource" ? RESOURCES : CONDITIONS) });
}

const ACTIONS: Readonly<Record<string, Change>> = {
  "allows every action of Amazon Connect": () => ({ Action: "connect:*" }),
  "allows every action": () => ({ Action: "*" }),
  "allows to describe": () => ({ Action: ["connect:GetFederationToken", "connect:Describe*"] }),
  "allows another action": () => ({ Action: "connect:DescribeInstance" }),
  denies: () => ({ Effect: "Deny" }),
};

const RESOURCES: Readonly<Record<string, Change>> = {
  // A request for emergency access has no connect:InstanceId, so the other form never allows it.
  "allows every token": () => ({ Action: "connect:*Token" }),
  "allows the emergency access": () => ({
    Action: ["connect:GetFederationToken", "connect:AdminGetEmergencyAccessToken"],
  }),
  "takes any resource": () => ({ Resource: "*" }),
  "takes any user": withResource((arn) => arn.replace("${aws:userid}", "*")),
  "takes any user of the role's name": withResource((arn) =>
    arn.replace("${aws:userid}", "*:agent*"),
  ),
  "takes names that begin with the own": withResource((arn) => `${arn}*`),
  "takes names that end with the own": withResource((arn) => arn.replace("/user/", "/user/*")),
  "takes the instance and all in it": withResource((arn) =>
    arn.replace("/user/${aws:userid}", "*"),
  ),
  "takes the instance itself": withResource((arn) => arn.replace("/user/${aws:userid}", "")),
  "takes any instance": withResource((arn) => arn.replace(/instance\/[^/]+/, "instance/*")),
  "takes any region": withResource((arn) => arn.replace(/(connect):[^:]+/, "$1:*")),
  "takes any partition": withResource((arn) => arn.replace(/^arn:[^:]+/, "arn:*")),
  "takes the user's name as the ID": withResource((arn) =>
    arn.replace("aws:userid", "aws:username"),
  ),
  "takes the variable as text": withResource((arn) =>
    arn.replace("${aws:userid}", "${*}{aws:userid}"),
  ),
};

const CONDITIONS: Readonly<Record<string, Change>> = {
  "takes any instance": () => ({ Condition: {} }),
  "takes a missing instance": byInstance((id) => ({ StringEqualsIfExists: id })),
  "takes the ID in any case": byInstance((id) => ({ StringEqualsIgnoreCase: id })),
  "takes IDs that begin with the own": byInstance((id) => ({
    StringLike: { "connect:InstanceId": `${id["connect:InstanceId"] ?? ""}*` },
  })),
  "takes IDs like it": byInstance(() => ({ StringLike: { "connect:InstanceId": "*" } })),
  "takes another instance as well": byInstance((id) => ({
    StringEquals: {
      "connect:InstanceId": [
        id["connect:InstanceId"] ?? "",
        "00000000-1111-2222-3333-444444444444",
      ],
    },
  })),
  "takes all instances but the own": byInstance((id) => ({ StringNotEquals: id })),
};

function mutants(policy: Policy, changes: Readonly<Record<string, Change>>): Mutant[] {
  const statements = policy["Statement"] as readonly Statement[];
  return Object.entries(changes).map(([what, change]) => {
    const Statement = statements.flatMap((statement) =>
      [change(statement)].flat().map((changed) => ({ ...statement, ...changed })),
    );
    return { what, policy: { ...policy, Statement } };
  });
}

function withResource(change: (arn: string) => string): Change {
  return ({ Resource }) => ({ Resource: [Resource].flat().map((arn) => change(String(arn))) });
}

function byInstance(change: (ids: Readonly<Record<string, string>>) => object): Change {
  return ({ Condition }) => ({
    Condition: change((Condition as Record<"StringEquals", Record<string, string>>).StringEquals),
  });
}

function federated(principal: unknown): string[] {
  return [(principal as { Federated: string | string[] }).Federated].flat();
}

/** The account of a SAML provider, as a principal. */
function accountOf(principal: unknown): string {
  return (federated(principal)[0] ?? "").replace(/saml-provider.*$/, "root");
}

function audiences(condition: unknown): string[] {
  return [
    (condition as Record<"StringEquals", Record<string, string | string[]>>).StringEquals[
      "SAML:aud"
    ] ?? [],
  ].flat();
}
