import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamSamlProvider } from "@cdktf/provider-aws/lib/iam-saml-provider";
import { DataAwsIamRole } from "@cdktf/provider-aws/lib/data-aws-iam-role";
import { App, TerraformLocal, TerraformOutput, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";

import { ReadableStack } from "../../../modules/synth/stacks";

const ROLE = { assumeRolePolicy: "{}" };

function stackWith(fill: (stack: ReadableStack, agent: Construct) => void): ReadableStack {
  const stack = new ReadableStack(Testing.stubVersion(new App({ stackTraces: false })), "main");
  const federation = new Construct(stack, "federation");
  fill(stack, new Construct(federation, "application-agent"));
  return stack;
}

const WAY_OUT =
  "the second construct within the stack names an element; give that construct another ID, or call overrideLogicalId on the element";

describe("a stack with addresses that people read", () => {
  it("refuses two roles under one application, of which CDKTF would make one", () => {
    const stack = stackWith((_, agent) => {
      new IamRole(agent, "role", ROLE);
      new IamRole(agent, "second-role", ROLE);
    });
    expect(() => stack.toTerraform()).toThrow(
      `main/federation/application-agent/second-role: has the Terraform address aws_iam_role.agent, which main/federation/application-agent/role has too; ${WAY_OUT}`,
    );
  });

  it("refuses two locals, data sources, variables and outputs, each by its own address", () => {
    const stack = stackWith((scope, agent) => {
      for (const id of ["one", "two"]) {
        new TerraformLocal(agent, `local-${id}`, id);
        new DataAwsIamRole(agent, `data-${id}`, { name: id });
        new TerraformVariable(agent, `variable-${id}`, { type: "string" });
        new TerraformOutput(scope, `output-${id}`, { value: id }).overrideLogicalId("agent");
      }
    });
    const at = "main/federation/application-agent";
    const refusal = (path: string, address: string, first: string) =>
      `${path}: has the Terraform address ${address}, which ${first} has too; ${WAY_OUT}`;
    expect(() => stack.toTerraform()).toThrow(
      new Error(
        [
          refusal(`${at}/local-two`, "local.agent", `${at}/local-one`),
          refusal(`${at}/data-two`, "data.aws_iam_role.agent", `${at}/data-one`),
          refusal(`${at}/variable-two`, "var.agent", `${at}/variable-one`),
          refusal("main/output-two", "output.agent", "main/output-one"),
        ].join("\n"),
      ),
    );
  });

  it("takes one name for elements of several types", () => {
    const stack = stackWith((_, agent) => {
      const { arn } = new IamRole(agent, "role", ROLE);
      new DataAwsIamRole(agent, "existing-role", { name: "agent" });
      new IamSamlProvider(agent, "provider", { name: arn, samlMetadataDocument: "" });
      new TerraformLocal(agent, "local", arn);
      new TerraformVariable(agent, "variable", { type: "string" });
      new TerraformOutput(agent, "output", { value: arn });
    });
    expect(stack.toTerraform()).toMatchObject({
      resource: { aws_iam_role: { agent: {} }, aws_iam_saml_provider: { agent: {} } },
      data: { aws_iam_role: { agent: {} } },
      locals: { agent: "${aws_iam_role.agent.arn}" },
      variable: { agent: {} },
      output: { agent: {} },
    });
  });

  it("takes two roles of which one has its own name", () => {
    const stack = stackWith((_, agent) => {
      new IamRole(agent, "role", ROLE);
      new IamRole(agent, "second-role", ROLE).overrideLogicalId("second");
    });
    expect(stack.toTerraform()).toMatchObject({
      resource: { aws_iam_role: { agent: {}, second: {} } },
    });
  });
});
