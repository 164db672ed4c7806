import { expectedFederation } from "../../modules/commands/check/account/expected";
import { type Files, load, SAMPLES } from "./config";
import { escaped } from "./fake-aws";

export const APPLICATION =
  "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
export const GROUP = "11111111-1111-4111-8111-111111111111";
function theOne(files: Files) {
  const [only] = load(files).instances;
  if (!only) throw new Error("it is not a good config");
  return only;
}

/** The files of a config of one application, one group and one user. */
export const CONFIG: Files = {
  ...SAMPLES,
  "workshop.yaml": `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
applications:
  agent:
    samlMetadataFile: metadata/agent.xml
    applicationArn: ${APPLICATION}
    assign: { groups: [ConnectAgents] }
users:
  - { email: agent1@example.com, applications: [agent], givenName: Ana, familyName: Silva, securityProfiles: [Agent] }
backend: { type: none }
`,
};
export const settings = theOne(CONFIG);
const { roles, permission } = expectedFederation(settings);
const policy = (document: object | undefined) => encodeURIComponent(JSON.stringify(document));

/** What AWS answers of an account that is as configured. */
export const HEALTHY = {
  "sts GetCallerIdentity": "<Account>123456789012</Account>",
  "connect /instance": { Instance: { InstanceStatus: "ACTIVE", IdentityManagementType: "SAML" } },
  "connect /users-summary": { UserSummaryList: [{ Username: "agent1@example.com" }] },
  "iam GetSAMLProvider": `<SAMLMetadataDocument>${escaped(settings.applications[0]?.metadata?.document ?? "")}</SAMLMetadataDocument>`,
  "iam GetRole": `<Role><Arn>${String(roles[0]?.arn)}</Arn><AssumeRolePolicyDocument>${policy(roles[0]?.trust)}</AssumeRolePolicyDocument><MaxSessionDuration>43200</MaxSessionDuration></Role>`,
  "iam GetPolicy": "<Policy><DefaultVersionId>v1</DefaultVersionId></Policy>",
  "iam GetPolicyVersion": `<PolicyVersion><Document>${policy(permission.policy)}</Document></PolicyVersion>`,
  "iam ListAttachedRolePolicies": `<AttachedPolicies><member><PolicyArn>${permission.arn}</PolicyArn></member></AttachedPolicies>`,
  "sso DescribeApplication": { Status: "ENABLED" },
  "sso GetApplicationAssignmentConfiguration": { AssignmentRequired: true },
  "sso ListApplicationAssignments": {
    ApplicationAssignments: [{ PrincipalType: "GROUP", PrincipalId: GROUP }],
  },
  "sso ListInstances": {
    Instances: [
      {
        InstanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
        IdentityStoreId: "d-1234567890",
      },
    ],
  },
  "identitystore ListGroups": { Groups: [{ GroupId: GROUP, DisplayName: "ConnectAgents" }] },
  "identitystore ListUsers": {
    Users: [{ UserId: "u1", UserName: "agent1", Emails: [{ Value: "agent1@example.com" }] }],
  },
  "identitystore ListGroupMemberships": { GroupMemberships: [{ MemberId: { UserId: "u1" } }] },
};
