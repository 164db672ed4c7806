import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";

import {
  ApplicationAssignments,
  ConnectFederation,
  ConnectUsers,
  ConsoleHandoff,
  SamlMetadataVariable,
} from "../../../modules";

const instanceArn =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";

/** Has a class look as if another library had compiled it, as jsii marks it. */
function markedAs<T extends object>(fqn: string, construct: T): T {
  return Object.assign(construct, { [Symbol.for("jsii.rtti")]: { fqn, version: "0.24.0" } });
}

class OtherStack extends TerraformStack {}
markedAs("cdktn.TerraformStack", OtherStack);
class OtherProvider extends AwsProvider {}
markedAs("cdktn.TerraformProvider", OtherProvider);
class OtherApp extends App {}
markedAs("cdktn.App", OtherApp);

const PROBLEM =
  'is a construct of CDK Terrain, and "connect-sso" makes those of CDKTF, which cannot be synthesized together; import everything from "cdktn", "@cdktn/provider-aws" and "connect-sso/cdktn", or everything from "cdktf", "@cdktf/provider-aws" and "connect-sso"';

const CONSTRUCTS: Record<string, (scope: Construct) => Construct> = {
  ConnectFederation: (scope) =>
    new ConnectFederation(scope, "own", { instanceArn, applications: {} }),
  ApplicationAssignments: (scope) => new ApplicationAssignments(scope, "own", { applications: {} }),
  ConnectUsers: (scope) => new ConnectUsers(scope, "own", { instanceArn, users: {} }),
  ConsoleHandoff: (scope) => new ConsoleHandoff(scope, "own", { instanceArn, applications: {} }),
  SamlMetadataVariable: (scope) => new SamlMetadataVariable(scope, "own", "agent"),
};

function app(): App {
  return new App({ stackTraces: false });
}

describe.each(Object.entries(CONSTRUCTS))("%s", (_, make) => {
  it("is refused in a stack of the other library, before anything is added", () => {
    const stack = new OtherStack(app(), "contact-center");
    const part = new Construct(stack, "part");
    expect(() => make(part)).toThrow(new Error(`contact-center: ${PROBLEM}`));
    expect(part.node.children).toEqual([]);
  });
});

describe("a construct of the other library", () => {
  it("is found when it is the provider of the stack", () => {
    const stack = new TerraformStack(app(), "contact-center");
    new OtherProvider(stack, "aws");
    expect(() => new SamlMetadataVariable(stack, "own", "agent")).toThrow(
      new Error(`contact-center/aws: ${PROBLEM}`),
    );
  });

  it("is found when it is the app", () => {
    const stack = new TerraformStack(new OtherApp({ stackTraces: false }), "contact-center");
    expect(() => new SamlMetadataVariable(stack, "own", "agent")).toThrow(
      new Error(`OtherApp: ${PROBLEM}`),
    );
  });
});

describe("a construct of any other package", () => {
  it("may be a scope, whoever compiled it", () => {
    const stack = new TerraformStack(app(), "contact-center");
    const part = new (markedAs("company.Part", class Part extends Construct {}))(stack, "part");
    expect(new SamlMetadataVariable(part, "own", "agent").node.path).toBe(
      "contact-center/part/own",
    );
  });
});
