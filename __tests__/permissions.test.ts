import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { isAllowed, type Policy } from "./e2e/proof/policies/decide";

const ACCOUNT = "123456789012";
const ROLE = `arn:aws:iam::${ACCOUNT}:role/AmazonConnectAgentAccessRole`;
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/boundary`;
const OWN_POLICY = `arn:aws:iam::${ACCOUNT}:policy/AmazonConnectSSOPolicy`;

/** The policy of a chapter of docs/permissions.md. */
function policyOf(chapter: string): Policy {
  const text = readFileSync(resolve(__dirname, "../docs/permissions.md"), "utf8");
  const [, json = ""] =
    new RegExp(`^## ${chapter}\\n.*?^\`\`\`json\\n(.*?)^\`\`\``, "ms").exec(text) ?? [];
  return JSON.parse(json) as Policy;
}

describe("a role that deploys with a permissions boundary", () => {
  const identity = [policyOf("With a permissions boundary")];
  const may = async (
    action: string,
    boundary: string | undefined = BOUNDARY,
    policy?: string,
    resource = ROLE,
  ) =>
    isAllowed(
      {
        principal: `arn:aws:iam::${ACCOUNT}:role/deployer`,
        action: `iam:${action}`,
        resource,
        accountId: ACCOUNT,
        context: { "iam:PermissionsBoundary": boundary, "iam:PolicyARN": policy },
      },
      { identity },
    );

  it("makes roles with it, and attaches the policy that is made here", async () => {
    expect(await may("CreateRole")).toBe(true);
    expect(await may("AttachRolePolicy", BOUNDARY, OWN_POLICY)).toBe(true);
    expect(await may("DetachRolePolicy", BOUNDARY, OWN_POLICY)).toBe(true);
    expect(await may("PutRolePolicy")).toBe(true);
    expect(await may("UpdateAssumeRolePolicy")).toBe(true);
    expect(await may("ListRolePolicies")).toBe(true);
    expect(await may("TagRole")).toBe(true);
    expect(await may("DeleteRole")).toBe(true);
  });

  it("makes no role without it, takes it from none, and attaches no other policy", async () => {
    const other = `arn:aws:iam::${ACCOUNT}:policy/other`;
    const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
    expect(await may("CreateRole", other)).toBe(false);
    expect(await may("PutRolePermissionsBoundary", other)).toBe(false);
    expect(await may("DeleteRolePermissionsBoundary")).toBe(false);
    expect(await may("AttachRolePolicy", BOUNDARY, administrator)).toBe(false);
    expect(await may("PutRolePolicy", other)).toBe(false);
    expect(await may("CreateRole", BOUNDARY, undefined, ROLE.replace("Amazon", "Other"))).toBe(
      false,
    );
  });
});
