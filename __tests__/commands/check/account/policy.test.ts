import { policyDifference } from "../../../../modules/commands/check/account/policy";

const POLICY = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Statement1",
      Effect: "Allow",
      Action: "connect:GetFederationToken",
      Resource: ["arn:aws:connect:us-east-1:123456789012:instance/i/user/${aws:userid}"],
    },
  ],
};
const [STATEMENT] = POLICY.Statement;

describe("two policies mean the same", () => {
  it.each([
    ["with a list of one as text", { ...STATEMENT, Resource: STATEMENT?.Resource[0] }],
    ["with text as a list of one", { ...STATEMENT, Action: ["connect:GetFederationToken"] }],
    [
      "with an action in different upper and lower case",
      { ...STATEMENT, Action: "Connect:getfederationtoken" },
    ],
    ["with another Sid", { ...STATEMENT, Sid: "VisualEditor0" }],
  ])("%s", (_, statement) => {
    expect(policyDifference(POLICY, { ...POLICY, Statement: [statement] })).toBeUndefined();
    expect(policyDifference(POLICY, { Id: "x", ...POLICY, Statement: statement })).toBeUndefined();
  });

  it("with lists and statements in a different order", () => {
    const one = { Effect: "Allow", Action: ["a:A", "a:B"], Resource: "*" };
    const two = { Effect: "Deny", Action: "a:C", Resource: ["x", "y"] };
    const turned = { Resource: ["y", "x"], Action: "a:C", Effect: "Deny" };
    expect(
      policyDifference(
        { Version: "2012-10-17", Statement: [one, two] },
        { Version: "2012-10-17", Statement: [turned, { ...one, Action: ["a:B", "a:A"] }] },
      ),
    ).toBeUndefined();
  });
});

describe("two policies differ", () => {
  it.each([
    ["in a resource", { Statement: [{ ...STATEMENT, Resource: "*" }] }, ["Resource: *"]],
    [
      "in a resource's letters",
      { Statement: [{ ...STATEMENT, Resource: ["ARN"] }] },
      ["Resource: ARN"],
    ],
    ["in their effect", { Statement: [{ ...STATEMENT, Effect: "Deny" }] }, ["Effect: Deny"]],
    // Under the older version, ${aws:userid} is those very characters.
    ["in their version", { Version: "2008-10-17" }, ["Version: 2008-10-17"]],
    [
      "by one more condition",
      { Statement: [{ ...STATEMENT, Condition: { Bool: { "aws:SecureTransport": true } } }] },
      ["Condition.Bool.aws:SecureTransport: true"],
    ],
    [
      "by one more statement",
      { Statement: [STATEMENT, { Effect: "Deny", Action: "*", Resource: "*" }] },
      ["Action: *", "Effect: Deny", "Resource: *"],
    ],
  ])("%s", (_, change, has) => {
    expect(policyDifference(POLICY, { ...POLICY, ...change })).toMatchObject({
      has,
      regrouped: false,
    });
  });

  it.each([["not JSON"], [undefined], [[]], [{}], [{ Statement: "x" }]])(
    "when one is %j",
    (found) => {
      expect(policyDifference(POLICY, found)?.lacks).toContain(
        "Action: connect:GetFederationToken",
      );
    },
  );

  it("when elements are in different statements", () => {
    const one = { Effect: "Allow", Action: "a:A", Resource: "x" };
    const two = { Effect: "Deny", Action: "a:B", Resource: "y" };
    expect(
      policyDifference(
        { Statement: [one, two] },
        {
          Statement: [
            { ...one, Effect: "Deny" },
            { ...two, Effect: "Allow" },
          ],
        },
      ),
    ).toEqual({ lacks: [], has: [], regrouped: true });
  });
});
