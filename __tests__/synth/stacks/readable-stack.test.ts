import { IamUser } from "@cdktf/provider-aws/lib/iam-user";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, Testing } from "cdktf";
import { Construct } from "constructs";

import { ReadableStack } from "../../../modules/synth/stacks/readable-stack";
import { terraformOf } from "../../support/synth";

function stackOf(): ReadableStack {
  const app = Testing.stubVersion(new App({ stackTraces: false }));
  const stack = new ReadableStack(app, "workshop-federation");
  new AwsProvider(stack, "aws");
  return stack;
}

describe("a readable stack", () => {
  it("needs the versions that everything here runs on", () => {
    expect(terraformOf(stackOf()).terraform).toMatchObject({
      required_version: ">= 1.5.0",
      required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } },
    });
  });

  it.each([
    ["agent", "agent"],
    ["application-agent", "agent"],
    ["sign-in-permission", "sign_in_permission"],
    ["application-team_lead", "team_lead"],
  ])("names the resource %j in a construct aws_iam_user.%s", (id, name) => {
    const stack = stackOf();
    new IamUser(new Construct(stack, "federation"), id, { name: "Agent" });
    expect(terraformOf(stack).resource).toEqual({ aws_iam_user: { [name]: { name: "Agent" } } });
  });

  it("leaves the name of what is in no construct to CDKTF", () => {
    const stack = stackOf();
    new IamUser(stack, "application-agent", { name: "Agent" });
    expect(terraformOf(stack).resource).toEqual({
      aws_iam_user: { "application-agent": { name: "Agent" } },
    });
  });
});
