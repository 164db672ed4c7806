import { Fn, TerraformOutput, TerraformVariable, Token } from "cdktf";

import {
  ConnectFederation,
  type ConnectFederationProps,
  type FederatedApplicationWithRole,
} from "../../../modules/constructs/federation";
import { fixture } from "../../support/fixture";
import { only, synthesized } from "../../support/synth";
import { refusal as refusalOf } from "../refusal";

const ARN = "arn:aws:connect:us-east-1:257804509653:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fur";
const AGENT_XML = fixture("examples/metadata/workshop-agent.xml");
const ADMIN_XML = fixture("examples/metadata/workshop-admin.xml");
const AGENT = {
  samlProviderName: "AmazonConnectAgentAccess",
  roleName: "AmazonConnectAgentAccessRole",
  samlMetadataDocument: AGENT_XML,
};
const ADMIN = {
  samlProviderName: "AmazonConnectAdminAccess",
  roleName: "AmazonConnectAdminAccessRole",
  samlMetadataDocument: ADMIN_XML,
};

const federation = (props: Partial<ConnectFederationProps> = {}) =>
  synthesized((stack) => {
    new ConnectFederation(stack, "federation", {
      instanceArn: ARN,
      applications: { agent: AGENT },
      ...props,
    });
  });

const refusal = (props: Partial<ConnectFederationProps>) =>
  refusalOf("test/federation", () => federation(props));

describe("the federation of one application", () => {
  it("has a SAML provider with the metadata document", () => {
    expect(only(federation(), "aws_iam_saml_provider")).toEqual({
      name: "AmazonConnectAgentAccess",
      saml_metadata_document: AGENT_XML,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("has the policy of the workshop, IAM's variable being escaped for Terraform", () => {
    expect(only(federation(), "aws_iam_policy")).toEqual({
      name: "AmazonConnectSSOPolicy",
      policy:
        '${jsonencode({"Version" = "2012-10-17", "Statement" = [{"Sid" = "Statement1", "Effect" = "Allow", "Action" = "connect:GetFederationToken", "Resource" = ["arn:aws:connect:us-east-1:257804509653:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fur/user/$${aws:userid}"]}]})}',
      lifecycle: { create_before_destroy: true, ignore_changes: ["description"] },
    });
  });

  it("has a role that the provider's users assume, for twelve hours", () => {
    const role = only(federation(), "aws_iam_role");
    expect(role).toMatchObject({
      name: "AmazonConnectAgentAccessRole",
      max_session_duration: 43_200,
      lifecycle: { prevent_destroy: true },
      depends_on: ["aws_iam_saml_provider.federation_application-agent_saml-provider_DF010E10"],
    });
    expect(role["assume_role_policy"]).toBe(
      '${jsonencode({"Version" = "2012-10-17", "Statement" = [{"Effect" = "Allow", "Principal" = {"Federated" = "arn:aws:iam::257804509653:saml-provider/AmazonConnectAgentAccess"}, "Action" = "sts:AssumeRoleWithSAML", "Condition" = {"StringEquals" = {"SAML:aud" = ["https://signin.aws.amazon.com/saml"]}}}]})}',
    );
  });

  it("attaches the policy to the role", () => {
    expect(only(federation(), "aws_iam_role_policy_attachment")).toEqual({
      role: "${aws_iam_role.federation_application-agent_role_275AEEC2.name}",
      policy_arn: "${aws_iam_policy.federation_sign-in-permission_policy_26FDAF5E.arn}",
    });
  });

  it("tells its ARNs before anything is deployed, and those of the resources", () => {
    const made = synthesized((stack) => {
      const made = new ConnectFederation(stack, "federation", {
        instanceArn: ARN,
        applications: { agent: AGENT },
        rolePath: "/connect/",
      });
      const { createdRoleArn, createdSamlProviderArn, ...arns } = made.arns("agent");
      new TerraformOutput(stack, "created", { value: [createdRoleArn, createdSamlProviderArn] });
      expect(arns).toEqual({
        roleArn: "arn:aws:iam::257804509653:role/connect/AmazonConnectAgentAccessRole",
        samlProviderArn: "arn:aws:iam::257804509653:saml-provider/AmazonConnectAgentAccess",
      });
      expect(() => made.arns("admin")).toThrow(
        'test/federation: "admin" is not an application here; there is agent',
      );
      expect(() => made.arns("toString")).toThrow(
        '"toString" is not an application here; there is agent',
      );
    });
    expect(made.output?.["created"]?.value).toEqual([
      "${aws_iam_role.federation_application-agent_role_275AEEC2.arn}",
      "${aws_iam_saml_provider.federation_application-agent_saml-provider_DF010E10.arn}",
    ]);
  });

  it("keeps Terraform from reading templates in the metadata", () => {
    const samlMetadataDocument = `${AGENT_XML}<!-- \${a} $\${b} %{c} $ { % { -->`;
    expect(
      only(
        federation({ applications: { agent: { ...AGENT, samlMetadataDocument } } }),
        "aws_iam_saml_provider",
      )["saml_metadata_document"],
    ).toBe(`${AGENT_XML}<!-- $\${a} $$\${b} %%{c} $ { % { -->`);
  });
});

describe("two applications", () => {
  const applications = { agent: AGENT, admin: ADMIN };

  it("share one managed policy and have a role each", () => {
    const { resource = {} } = federation({ applications });
    expect(Object.keys(resource["aws_iam_policy"] ?? {})).toHaveLength(1);
    expect(Object.values(resource["aws_iam_role"] ?? {}).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["AmazonConnectAgentAccessRole", "AmazonConnectAdminAccessRole"]),
    );
    expect(Object.keys(resource["aws_iam_role_policy_attachment"] ?? {})).toHaveLength(2);
  });

  it("can share one role, which trusts both providers and lasts as long as the longer session", () => {
    const shared = federation({
      applications: {
        agent: { ...AGENT, sessionSeconds: 3_600 },
        admin: { ...ADMIN, sessionSeconds: 28_800 },
      },
      sharedRoleName: "AmazonConnectUserRole",
    });
    const role = only(shared, "aws_iam_role");
    expect(role).toMatchObject({ name: "AmazonConnectUserRole", max_session_duration: 28_800 });
    expect(role["assume_role_policy"]).toContain(
      '"Federated" = ["arn:aws:iam::257804509653:saml-provider/AmazonConnectAgentAccess", "arn:aws:iam::257804509653:saml-provider/AmazonConnectAdminAccess"]',
    );
    expect(Object.keys(shared.resource?.["aws_iam_role_policy_attachment"] ?? {})).toHaveLength(1);
  });

  it.each([undefined, "AmazonConnectUserRole"])(
    "can be named as what every object has, and as the shared role's construct (shared role: %s)",
    (sharedRoleName) => {
      synthesized((stack) => {
        const made = new ConnectFederation(stack, "federation", {
          instanceArn: ARN,
          applications: { constructor: AGENT, "shared-role": ADMIN },
          ...(sharedRoleName !== undefined && { sharedRoleName }),
        });
        expect(made.arns("constructor").samlProviderArn).toBe(
          "arn:aws:iam::257804509653:saml-provider/AmazonConnectAgentAccess",
        );
        expect(made.arns("shared-role").roleArn).toBe(
          sharedRoleName === undefined
            ? "arn:aws:iam::257804509653:role/AmazonConnectAdminAccessRole"
            : "arn:aws:iam::257804509653:role/AmazonConnectUserRole",
        );
      });
    },
  );

  it("can each have the permission inline, with a condition on the instance's ID", () => {
    const { resource = {} } = federation({
      applications,
      permissionForm: "instance-condition",
      attach: "inline",
      policyName: "Federation",
    });
    expect(resource["aws_iam_policy"]).toBeUndefined();
    const inline = Object.values(resource["aws_iam_role_policy"] ?? {});
    expect(inline).toHaveLength(2);
    for (const { name, policy } of inline) {
      expect(name).toBe("Federation");
      expect(policy).toBe(
        '${jsonencode({"Version" = "2012-10-17", "Statement" = [{"Sid" = "Statement1", "Effect" = "Allow", "Action" = "connect:GetFederationToken", "Resource" = "*", "Condition" = {"StringEquals" = {"connect:InstanceId" = "9690dd9b-3de7-4097-b4d9-67829f7c8fur"}}}]})}',
      );
    }
  });
});

describe("settings", () => {
  it.each([
    [900, 3_600],
    [3_600, 3_600],
    [36_000, 36_000],
  ])(
    "give a role whose application's session lasts %i s a maximum of %i s",
    (sessionSeconds, max) => {
      const made = federation({ applications: { agent: { ...AGENT, sessionSeconds } } });
      expect(only(made, "aws_iam_role")["max_session_duration"]).toBe(max);
    },
  );

  it("leave a session duration that only Terraform knows to Terraform", () => {
    const durations = (sharedRoleName?: string) => {
      const { resource = {} } = synthesized((stack) => {
        const { numberValue } = new TerraformVariable(stack, "seconds", { type: "number" });
        new ConnectFederation(stack, "federation", {
          instanceArn: ARN,
          applications: {
            agent: { ...AGENT, sessionSeconds: numberValue },
            admin: { ...ADMIN, sessionSeconds: 28_800 },
          },
          ...(sharedRoleName !== undefined && { sharedRoleName }),
        });
      });
      const roles = Object.values(resource["aws_iam_role"] ?? {});
      return Object.fromEntries(
        roles.map((role): [string, unknown] => [
          String(role["name"]),
          role["max_session_duration"],
        ]),
      );
    };
    expect(durations()).toEqual({
      AmazonConnectAgentAccessRole: "${max(3600, var.seconds)}",
      AmazonConnectAdminAccessRole: 28_800,
    });
    expect(durations("AmazonConnectUserRole")).toEqual({
      AmazonConnectUserRole: "${max(3600, var.seconds, 28800)}",
    });
  });

  it("reach the resources: path, boundary, tags", () => {
    const made = federation({
      rolePath: "/connect/",
      permissionsBoundary: "arn:aws:iam::257804509653:policy/boundary",
      tags: { Team: "Contact center" },
    });
    expect(only(made, "aws_iam_role")).toMatchObject({
      path: "/connect/",
      permissions_boundary: "arn:aws:iam::257804509653:policy/boundary",
      tags: { Team: "Contact center" },
    });
    expect(only(made, "aws_iam_saml_provider")["tags"]).toEqual({ Team: "Contact center" });
    expect(only(made, "aws_iam_policy")["tags"]).toEqual({ Team: "Contact center" });
  });

  it("protect the names of each application by their own reason", () => {
    expect(only(federation(), "terraform_data")).toEqual({
      for_each:
        '${toset(["agent (AmazonConnectAgentAccessRole, AmazonConnectAgentAccess): users would be locked out (protect: false allows it)"])}',
      lifecycle: { prevent_destroy: true },
    });
  });

  it("protect an application whose key Terraform and CDKTF could read otherwise", () => {
    const made = federation({ applications: { 'a "b" ${c} TfToken[TOKEN.0]': AGENT } });
    expect(only(made, "terraform_data")["for_each"]).toBe(
      '${toset(["a \\"b\\" $${c} TfToken${"["}TOKEN.0] (AmazonConnectAgentAccessRole, AmazonConnectAgentAccess): users would be locked out (protect: false allows it)"])}',
    );
  });

  it("leave nothing protected with protect: false", () => {
    const { resource = {} } = federation({ protect: false });
    expect(JSON.stringify(resource)).not.toContain("prevent_destroy");
    expect(resource["terraform_data"]).toBeUndefined();
  });

  it("trust the endpoints of the instance's own region and partition", () => {
    const trusted = (instanceArn: string) =>
      /"SAML:aud" = (\[.*?\])/.exec(
        String(only(federation({ instanceArn }), "aws_iam_role")["assume_role_policy"]),
      )?.[1];
    const id = "123456789012:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f";
    expect(trusted(`arn:aws:connect:ap-southeast-2:${id}`)).toBe(
      '["https://signin.aws.amazon.com/saml", "https://ap-southeast-2.signin.aws.amazon.com/saml"]',
    );
    expect(trusted(`arn:aws-us-gov:connect:us-gov-west-1:${id}`)).toBe(
      '["https://signin.amazonaws-us-gov.com/saml"]',
    );
  });
});

describe("plain values that IAM would refuse", () => {
  it("are all told, before Terraform runs", () => {
    expect(
      refusal({
        applications: {
          agent: {
            samlProviderName: "Agents of Connect",
            roleName: "",
            samlMetadataDocument: "metadata/agent.xml",
            sessionSeconds: 60,
          },
        },
        policyName: "a/b",
        rolePath: "connect",
      }),
    ).toEqual([
      "applications.agent.samlMetadataDocument: is not XML; download the IAM Identity Center SAML metadata file of this application again, and save it as it comes",
      'applications.agent.samlProviderName: "Agents of Connect" has a space; a SAML provider name takes letters, digits and _.- (1 to 128 characters); write "Agents-of-Connect"',
      'applications.agent.roleName: "" is empty; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters)',
      "applications.agent.sessionSeconds: 60 is shorter than 15 minutes, and IAM Identity Center takes no less; set 15m (900 seconds) or more",
      'policyName: "a/b" has "/"; an IAM policy name takes letters, digits and _+=,.@- (1 to 128 characters); write "a-b"',
      'rolePath: "connect" is not an IAM path; an IAM path is / or starts and ends with a slash, without spaces, as in /connect/ (up to 512 characters); write "/connect/"',
    ]);
  });

  it("include a permissions boundary and tags", () => {
    expect(
      refusal({
        permissionsBoundary: "arn:aws:iam::257804509653:role/boundary",
        tags: { "aws:team": "lead", "a;b": "c", Team: "a;b" },
      }),
    ).toEqual([
      'permissionsBoundary: "arn:aws:iam::257804509653:role/boundary" is not the ARN of an IAM policy (arn:aws:iam::<account>:policy/<name>); copy it from the policy\'s page',
      'tags: "aws:team" starts with "aws:", which AWS reserves; rename the tag',
      'tags: "a;b" is not a valid tag key; a tag key has 1 to 128 letters, digits, spaces and _.:/=+-@; rename the tag',
      'tags.Team: "a;b" is not a valid tag value; a tag value has up to 256 letters, digits, spaces and _.:/=+-@; change it',
    ]);
  });

  it("include what two applications have alike, names with different upper and lower case too", () => {
    const twins = {
      agent: AGENT,
      admin: {
        samlProviderName: "amazonconnectagentaccess",
        roleName: "AMAZONCONNECTAGENTACCESSROLE",
        samlMetadataDocument: AGENT_XML,
      },
    };
    const document =
      "applications.admin.samlMetadataDocument: is the same as that of applications.agent; each application needs its own";
    const provider =
      "applications.admin.samlProviderName: is the same as that of applications.agent; each application needs its own";
    const role =
      "applications.admin.roleName: is the same as that of applications.agent; each application needs its own";
    expect(refusal({ applications: twins })).toEqual([provider, role, document]);
    expect(refusal({ applications: twins, sharedRoleName: "Users" })).toEqual([provider, document]);
  });

  it("do not include one document of another identity provider for two applications", () => {
    const samlMetadataDocument = AGENT_XML.replaceAll(
      "https://portal.sso.us-east-1.amazonaws.com",
      "https://idp.example.com",
    );
    const applications = {
      agent: { ...AGENT, samlMetadataDocument },
      admin: { ...ADMIN, samlMetadataDocument },
    };
    expect(() => federation({ applications })).not.toThrow();
  });

  it("leave tags that only Terraform knows to Terraform", () => {
    const made = synthesized((stack) => {
      const variable = new TerraformVariable(stack, "tags", { type: "map(string)" });
      new ConnectFederation(stack, "federation", {
        instanceArn: ARN,
        applications: { agent: AGENT },
        tags: Token.asStringMap(variable.value),
      });
    });
    expect(only(made, "aws_iam_role")["tags"]).toBe("${var.tags}");
  });

  it("include an ARN of another service, and no application at all", () => {
    expect(() => federation({ instanceArn: "arn:aws:iam::123456789012:role/x" })).toThrow(
      'instanceArn: "arn:aws:iam::123456789012:role/x" is an ARN of the service "iam", not of Amazon Connect',
    );
    expect(() => federation({ applications: {} })).toThrow(
      "applications: is empty; name at least one application",
    );
  });
});

describe("an instance ARN that only Terraform knows", () => {
  it("is taken apart by Terraform, without a warning from CDKTF", () => {
    const warn = jest.spyOn(console, "warn").mockImplementation();
    const made = synthesized((stack) => {
      const { stringValue } = new TerraformVariable(stack, "arn", { type: "string" });
      for (const permissionForm of ["user-resource", "instance-condition"] as const) {
        new ConnectFederation(stack, permissionForm, {
          instanceArn: stringValue,
          applications: { agent: { ...AGENT, samlMetadataDocument: Fn.file("agent.xml") } },
          permissionForm,
        });
      }
    });
    expect(warn).not.toHaveBeenCalled();
    const policies = JSON.stringify(made.resource?.["aws_iam_policy"]).replaceAll('\\"', '"');
    expect(policies).toContain('"Resource" = ["${var.arn}/user/$${aws:userid}"]');
    const [, local = ""] = /"connect:InstanceId" = local\.([\w-]+)/.exec(policies) ?? [];
    expect(made.locals?.[local]).toBe('${element(split("/", var.arn), 1)}');
  });

  it("is checked by Terraform once, as a precondition of the first role", () => {
    const lifecycle = (protect: boolean) =>
      only(
        synthesized((stack) => {
          const { stringValue } = new TerraformVariable(stack, "arn", { type: "string" });
          new ConnectFederation(stack, "federation", {
            instanceArn: stringValue,
            applications: { agent: AGENT },
            protect,
          });
        }),
        "aws_iam_role",
      )["lifecycle"];
    const precondition = [
      {
        condition:
          '${can(regex("^arn:(aws:connect:[a-z]{2}(-[a-z]+)+-[0-9]+|aws-us-gov:connect:us-gov-west-1):[0-9]{12}:instance/[A-Za-z0-9-]{1,100}$", var.arn))}',
        error_message:
          "The instance ARN is not that of an Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>, or arn:aws-us-gov:connect:us-gov-west-1:... in GovCloud).",
      },
      {
        condition: '${!can(regex("^arn:aws:connect:(us-gov-|cn-|[a-z]+-iso)", var.arn))}',
        error_message:
          "The region of the instance ARN belongs to another partition: arn:aws has no region of GovCloud, of China or of an isolated partition.",
      },
    ];
    expect(lifecycle(true)).toEqual({ precondition, prevent_destroy: true });
    expect(lifecycle(false)).toEqual({ precondition });
  });

  describe("compares documents that only Terraform knows", () => {
    const late = (...known: readonly string[]) =>
      synthesized((stack) => {
        const { stringValue } = new TerraformVariable(stack, "agent", { type: "string" });
        new ConnectFederation(stack, "federation", {
          instanceArn: ARN,
          applications: Object.fromEntries([
            ["agent", { ...AGENT, samlMetadataDocument: stringValue }],
            ...known.map((samlMetadataDocument, index) => [
              `known${String(index)}`,
              {
                samlProviderName: `Known${String(index)}`,
                roleName: `Known${String(index)}`,
                samlMetadataDocument,
              },
            ]),
          ]) as Record<string, FederatedApplicationWithRole>,
          protect: false,
        });
      });
    const documentsOf = ({ locals = {} }: ReturnType<typeof late>) =>
      Object.entries(locals).find(([name]) => name.includes("metadata-documents"))?.[1];

    it("with those that are known, in one condition", () => {
      const made = late(ADMIN_XML);
      expect(documentsOf(made)).toEqual({
        agent: "${var.agent}",
        known0:
          'entityID="https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy0wZjRkMmI2YThjMWU5MzU3"',
      });
      const providers = Object.values(made.resource?.["aws_iam_saml_provider"] ?? {});
      expect(providers.flatMap(({ lifecycle }) => lifecycle ?? [])).toMatchObject([
        {
          precondition: [
            {
              error_message: expect.stringContaining(
                "Several applications have the SAML metadata of one Identity Center application: ",
              ) as string,
            },
          ],
        },
      ]);
    });

    it("but not with those of another identity provider, which may have one for all", () => {
      const other = ADMIN_XML.replaceAll(
        "https://portal.sso.us-east-1.amazonaws.com",
        "https://idp.example.com",
      );
      expect(documentsOf(late(other))).toEqual({ agent: "${var.agent}" });
    });

    it("in an expression that grows with the applications, not with their pairs", () => {
      const size = (count: number) =>
        JSON.stringify(
          synthesized((stack) => {
            const applications = Array.from({ length: count }, (_, index) => {
              const key = `a${String(index)}`;
              const { stringValue } = new TerraformVariable(stack, key, { type: "string" });
              return [
                key,
                { samlProviderName: key, roleName: key, samlMetadataDocument: stringValue },
              ];
            });
            new ConnectFederation(stack, "federation", {
              instanceArn: ARN,
              applications: Object.fromEntries(applications) as Record<
                string,
                FederatedApplicationWithRole
              >,
            });
          }),
        ).length;
      expect(size(80) / size(40)).toBeLessThan(2.1);
    });
  });

  it("leaves the other roles without one", () => {
    const made = synthesized((stack) => {
      const { stringValue } = new TerraformVariable(stack, "arn", { type: "string" });
      new ConnectFederation(stack, "federation", {
        instanceArn: stringValue,
        applications: { agent: AGENT, admin: ADMIN },
        protect: false,
      });
    });
    const roles = Object.values(made.resource?.["aws_iam_role"] ?? {});
    const checked = roles.filter(({ lifecycle }) => lifecycle !== undefined);
    expect(checked).toMatchObject([{ name: "AmazonConnectAgentAccessRole" }]);
  });

  it("has no precondition when it is known", () => {
    expect(JSON.stringify(federation())).not.toContain("precondition");
  });
});

describe("what others take from a federation", () => {
  it.each([undefined, "AmazonConnectUserRole"])(
    "is the role and SAML provider of an application, and the policy (shared role: %s)",
    (sharedRoleName) => {
      const made = synthesized((stack) => {
        const one = new ConnectFederation(stack, "federation", {
          instanceArn: ARN,
          applications: { agent: AGENT, admin: ADMIN },
          ...(sharedRoleName !== undefined && { sharedRoleName }),
        });
        const values = {
          role: one.role("agent").name,
          provider: one.samlProvider("admin").arn,
          policy: one.policy?.arn,
        };
        new TerraformOutput(stack, "taken", { value: values });
        expect(one.role("agent") === one.role("admin")).toBe(sharedRoleName !== undefined);
        expect(() => one.role("lead")).toThrow(
          'test/federation: "lead" is not an application here; there are agent, admin',
        );
      });
      const role = sharedRoleName === undefined ? "application-agent_role_275AEEC2" : "shared-role";
      expect(made.output?.["taken"]?.value).toEqual({
        role: expect.stringContaining(`\${aws_iam_role.federation_${role}`) as string,
        provider:
          "${aws_iam_saml_provider.federation_application-admin_saml-provider_EF474A15.arn}",
        policy: "${aws_iam_policy.federation_sign-in-permission_policy_26FDAF5E.arn}",
      });
    },
  );

  it("is no policy where the permission is inline", () => {
    synthesized((stack) => {
      const applications = { agent: AGENT };
      const props = { instanceArn: ARN, applications, attach: "inline" } as const;
      expect(new ConnectFederation(stack, "federation", props).policy).toBeUndefined();
    });
  });
});

describe("rules of IAM for several values", () => {
  const tags = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${String(index)}`, ""]));

  it("bound the number of tags", () => {
    expect(refusal({ tags: tags(50) })).toEqual([]);
    expect(refusal({ tags: tags(51) })).toEqual([
      "tags: has 51 tags; AWS takes up to 50; remove some",
    ]);
  });

  it("take tag keys with different upper and lower case for the same", () => {
    expect(refusal({ tags: { Team: "", team: "", TEAM: "" } })).toEqual([
      'tags: "team" is the tag "Team" with different upper and lower case, which IAM treats as the same tag; remove one',
      'tags: "TEAM" is the tag "Team" with different upper and lower case, which IAM treats as the same tag; remove one',
    ]);
  });

  const shared = (count: number, instanceArn = ARN) => {
    const applications = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `app${String(index)}`,
        {
          samlProviderName: `AmazonConnectApplication${String(index)}`,
          samlMetadataDocument: AGENT_XML.replace(/(entityID="[^"]*)"/, `$1${String(index)}"`),
        },
      ]),
    );
    return { instanceArn, applications, sharedRoleName: "Users" };
  };

  it("bound the trust policy of a shared role", () => {
    expect(refusal(shared(20))).toEqual([]);
    expect(refusal(shared(30))).toEqual([
      "sharedRoleName: lets one role trust 30 SAML providers in a policy of 2,260 characters; IAM takes 2,048; use separate roles, or shorten samlProviderName",
    ]);
  });

  it("leave a trust policy to IAM whose length Terraform alone knows", () => {
    synthesized((stack) => {
      const { stringValue } = new TerraformVariable(stack, "arn", { type: "string" });
      new ConnectFederation(stack, "federation", shared(30, stringValue));
    });
  });
});

describe("callers without types", () => {
  const untyped = (props: unknown) =>
    refusalOf("test/federation", () =>
      synthesized((stack) => {
        new ConnectFederation(stack, "federation", props as ConnectFederationProps);
      }),
    );

  it.each([undefined, null, 5, []])("are refused %j for properties", (props) => {
    expect(untyped(props)).toEqual([expect.stringMatching(/^props: is .*; it takes an object$/)]);
  });

  it.each([
    [
      {},
      ["instanceArn: is missing; it takes text", "applications: is missing; it takes an object"],
    ],
    [{ instanceArn: ARN, applications: null }, ["applications: is null; it takes an object"]],
    [
      { instanceArn: ARN, applications: { agent: undefined } },
      ["applications.agent: is missing; it takes an object"],
    ],
    [
      {
        instanceArn: 5,
        applications: { agent: { ...AGENT, samlProviderName: 5, roleName: undefined } },
      },
      [
        "instanceArn: is 5; it takes text",
        "applications.agent.samlProviderName: is 5; it takes text",
        "applications.agent.roleName: is missing; it takes text",
      ],
    ],
    [
      {
        instanceArn: ARN,
        applications: { agent: { samlProviderName: "Agents", samlMetadataDocument: [] } },
        sharedRoleName: true,
        attach: "Managed",
        protect: "yes",
        tags: { team: 1 },
      },
      [
        'attach: is "Managed"; it takes "managed" or "inline"',
        'protect: is "yes"; it takes true or false',
        "tags.team: is 1; it takes text",
        "sharedRoleName: is true; it takes text",
        "applications.agent.samlMetadataDocument: is a list; it takes text",
      ],
    ],
  ])("are told what is missing and what a property takes: %j", (props, problems) => {
    expect(untyped(props)).toEqual(problems);
  });
});

it("Two federations with one mistake are told apart", () => {
  const of = (id: string) => () =>
    synthesized((stack) => {
      new ConnectFederation(stack, id, { instanceArn: ARN, applications: {} });
    });
  const problem = "applications: is empty; name at least one application";
  expect(of("sales")).toThrow(`test/sales: ${problem}`);
  expect(of("support")).toThrow(`test/support: ${problem}`);
});
