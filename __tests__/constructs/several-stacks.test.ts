import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, Fn, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";

import { ApplicationAssignments } from "../../modules/constructs/assignments";
import { ConnectUsers } from "../../modules/constructs/connect-users";
import { ConsoleHandoff } from "../../modules/constructs/console-handoff";
import { ConnectFederation, SamlMetadataVariable } from "../../modules/constructs/federation";
import { AGENT_ARN } from "../support/config";
import { only, terraformOf } from "../support/synth";

const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const OTHER_INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f";

function stackOf(app: App, id: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  new AwsProvider(stack, "aws");
  return stack;
}

/** The Terraform of a stack, once CDKTF has found what it takes from others. */
function prepared(stack: TerraformStack) {
  for (const one of stack.node.root.node.children) {
    if (TerraformStack.isStack(one)) one.prepareStack();
  }
  return terraformOf(stack);
}

/** Two stacks with a variable of the same name each, and a third, which uses both. */
function stacks(name: string) {
  const app = new App({ stackTraces: false });
  const [us, eu, third] = ["us", "eu", "third"].map((id) => stackOf(app, id));
  if (!us || !eu || !third) throw new Error("there are three");
  const of = (stack: TerraformStack) => new TerraformVariable(stack, name, {}).stringValue;
  return { third, us: of(us), eu: of(eu) };
}

type Principals = Readonly<Record<string, { readonly principal_id: string }>>;

const FROM = (stack: string, name: string) =>
  `\${data.terraform_remote_state.cross-stack-reference-input-${stack}.outputs.cross-stack-output-var${name}}`;

function federation(stack: TerraformStack, id: string, instanceArn: string, roleName = id) {
  return new ConnectFederation(stack, id, {
    instanceArn,
    policyName: `policy-${id}`,
    protect: true,
    applications: {
      agent: {
        samlProviderName: id,
        roleName,
        samlMetadataDocument: new TerraformVariable(stack, `metadata-${id}`, {}).stringValue,
      },
    },
  });
}

describe("values of other stacks", () => {
  it("keep instances apart, whose ARNs have the same name in their stacks", () => {
    const { third, us, eu } = stacks("arn");
    federation(third, "of-us", us);
    federation(third, "of-eu", eu);
    const { resource, locals } = prepared(third);
    const policies = Object.values(resource?.["aws_iam_policy"] ?? {});
    const written = (name: string) =>
      String(policies.find((policy) => policy["name"] === `policy-${name}`)?.["policy"]);
    expect(written("of-us")).toContain(`"${FROM("us", "arn")}/user/$\${aws:userid}"`);
    expect(written("of-eu")).toContain(`"${FROM("eu", "arn")}/user/$\${aws:userid}"`);
    const regions = Object.entries(locals ?? {}).filter(([name]) => name.includes("region"));
    expect(JSON.stringify(regions)).toMatch(/input-eu\..*input-us\./);
  });

  it("can be names of roles", () => {
    const { third, us } = stacks("prefix");
    federation(third, "federation", INSTANCE, `${us}Agents`);
    expect(only(prepared(third), "aws_iam_role")["name"]).toBe(`${FROM("us", "prefix")}Agents`);
    expect(JSON.stringify(only(prepared(third), "terraform_data"))).not.toContain("var.prefix");
  });

  it("can be groups, of which none is taken for another", () => {
    const { third, us, eu } = stacks("group");
    new ApplicationAssignments(third, "assignments", {
      applications: { agent: { applicationArn: AGENT_ARN, groups: [us, eu] } },
    });
    const { locals } = prepared(third);
    const [principals] = Object.entries(locals ?? {}).filter(([name]) =>
      name.includes("principals"),
    );
    expect(Object.values(principals?.[1] as Principals).map(({ principal_id: id }) => id)).toEqual([
      FROM("eu", "group"),
      FROM("us", "group"),
    ]);
  });
});

describe("IDs of what a construct creates", () => {
  function made() {
    const app = new App({ stackTraces: false });
    const stack = stackOf(app, "made");
    const assignments = new ApplicationAssignments(stack, "assignments", {
      applications: { agent: { applicationArn: AGENT_ARN, groups: ["Agents"] } },
      createGroups: ["Agents"],
    });
    const users = new ConnectUsers(stack, "users", {
      instanceArn: INSTANCE,
      users: {
        "ana@example.com": {
          givenName: "Ana",
          familyName: "Silva",
          routingProfile: "Basic Routing Profile",
          securityProfiles: ["Agent"],
        },
      },
    });
    return { app, stack, ids: [assignments.groupId("Agents"), users.userId("ana@example.com")] };
  }

  it("are outputs of their stack where another stack uses them", () => {
    const { app, stack, ids } = made();
    const other = stackOf(app, "other");
    for (const [index, value] of ids.entries()) {
      new TerraformOutput(other, `id-${String(index)}`, { value });
    }
    const values = Object.values(prepared(other).output ?? {}).map(({ value }) => value);
    expect(values).toHaveLength(2);
    for (const value of values) {
      expect(value).toMatch(
        /^\$\{data\.terraform_remote_state\.cross-stack-reference-input-made\./,
      );
    }
    expect(Object.keys(prepared(stack).output ?? {})).toHaveLength(2);
  });

  it("can be arguments of functions", () => {
    const { stack, ids } = made();
    new TerraformOutput(stack, "joined", { value: Fn.join(",", [...ids, "x"]) });
    expect(prepared(stack).output?.["joined"]?.value).toMatch(
      /^\$\{join\(",", \[local\.[\w-]+\["Agents"\], local\.[\w-]+\["ana@example\.com"\], "x"\]\)\}$/,
    );
  });
});

describe("two constructs in one stack", () => {
  const application = {
    roleArn: "arn:aws:iam::123456789012:role/A",
    samlProviderArn: "arn:aws:iam::123456789012:saml-provider/A",
  };

  it("are refused where the outputs of one would take the place of the other's", () => {
    const stack = stackOf(new App({ stackTraces: false }), "one");
    const applications = { agent: application };
    new ConsoleHandoff(stack, "us", { instanceArn: INSTANCE, applications });
    expect(
      () => new ConsoleHandoff(stack, "eu", { instanceArn: OTHER_INSTANCE, applications }),
    ).toThrow(
      "one/eu/agent_attribute_mapping_value: the stack has the output agent_attribute_mapping_value already, from one/us/agent_attribute_mapping_value; give the application another key, or use another stack for it",
    );
  });

  it("are refused where they would share a variable for metadata", () => {
    const stack = stackOf(new App({ stackTraces: false }), "one");
    new SamlMetadataVariable(stack, "us", "agent");
    expect(() => new SamlMetadataVariable(stack, "eu", "agent")).toThrow(
      "one/eu: the stack has the variable agent_saml_metadata_document already, from one/us; give the application another key, or use another stack for it",
    );
    expect(() => new SamlMetadataVariable(stack, "team", "agent team")).toThrow(
      "cannot be part of a name in Terraform",
    );
  });
});
