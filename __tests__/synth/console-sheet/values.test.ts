import { parse, resolve } from "node:path";

import { consoleSheet } from "../../../modules/synth/console-sheet";
import { writeHere } from "../../support/resynth";
import { omit } from "../../support/omit";
import { Project } from "../../support/project";
import type { Terraform } from "../../support/synth";

const project = new Project();
const repository = (path: string) => resolve(__dirname, "../../..", path);

// As a user has it, whatever the caller of the tests has set.
delete process.env["CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS"];

const UNDEPLOYED = `
instanceArn: arn:aws:connect:ap-southeast-2:123456789012:instance/7e1d5a90-2b4c-4f6e-8a13-c9d0e1f2a3b4
namePrefix: Sydney-
applications:
  agent: { sessionDuration: 15m }
  team_lead: { sessionDuration: 90m, destination: "/agent-app-v2?VDIPlatform=CITRIX_413" }
  admin: { displayName: Büro & Co. }
`;

const CONFIGS = [
  "config/workshop.yaml",
  "examples/govcloud.yaml",
  "examples/people.yaml",
  "examples/shared-role.yaml",
];

beforeAll(() => {
  project.write("sydney.yaml", UNDEPLOYED);
  for (const file of [...CONFIGS.map(repository), project.path("sydney.yaml")]) {
    writeHere(file, project.path(`${parse(file).name}/cdktf.out`));
  }
});
afterAll(() => {
  project.remove();
});

/** What the file says, but for the line about where it comes from. */
function valuesOf(instance: string): unknown {
  const text = project.read(`${instance}/cdktf.out/handoff/${instance}/values.json`);
  return omit(JSON.parse(text) as Record<string, unknown>, "//");
}

/** The two rows of an attribute mapping table that are the same everywhere. */
const EMAIL_ROWS = [
  { attribute: "Subject", value: "${user:email}", format: "emailAddress" },
  {
    attribute: "https://aws.amazon.com/SAML/Attributes/RoleSessionName",
    value: "${user:email}",
    format: "unspecified",
  },
];

describe("values.json says everything that the console takes", () => {
  it("for the workshop, whose applications have no ARN before the console visit", () => {
    expect(valuesOf("workshop")).toEqual({
      instance: {
        arn: "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        partition: "aws",
        region: "us-east-1",
        accountId: "123456789012",
        instanceId: "9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      },
      applications: {
        agent: {
          displayName: "Amazon Connect - Agent",
          relayStateUrl:
            "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fconnect%2Fccp",
          acsUrl: "https://signin.aws.amazon.com/saml",
          samlAudience: "urn:amazon:webservices",
          sessionDuration: "12h",
          samlProviderName: "AmazonConnectAgentAccess",
          samlProviderArn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
          roleName: "AmazonConnectAgentAccessRole",
          roleArn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
          applicationArn: null,
          attributeMappings: [
            ...EMAIL_ROWS,
            {
              attribute: "https://aws.amazon.com/SAML/Attributes/Role",
              value:
                "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
              format: "unspecified",
            },
          ],
          groups: ["ConnectAgents"],
          users: [],
        },
        admin: {
          displayName: "Amazon Connect - Admin",
          relayStateUrl:
            "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
          acsUrl: "https://signin.aws.amazon.com/saml",
          samlAudience: "urn:amazon:webservices",
          sessionDuration: "12h",
          samlProviderName: "AmazonConnectAdminAccess",
          samlProviderArn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
          roleName: "AmazonConnectAdminAccessRole",
          roleArn: "arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole",
          applicationArn: null,
          attributeMappings: [
            ...EMAIL_ROWS,
            {
              attribute: "https://aws.amazon.com/SAML/Attributes/Role",
              value:
                "arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
              format: "unspecified",
            },
          ],
          groups: ["ConnectAdmins"],
          users: [],
        },
      },
    });
  });

  it("for GovCloud, with its own ACS URL, audience and relay state, and roles under a path", () => {
    expect(valuesOf("govcloud")).toEqual({
      instance: {
        arn: "arn:aws-us-gov:connect:us-gov-west-1:123456789012:instance/3f0c8a52-6d1e-4b7f-9a24-8e5d7c1b9f60",
        partition: "aws-us-gov",
        region: "us-gov-west-1",
        accountId: "123456789012",
        instanceId: "3f0c8a52-6d1e-4b7f-9a24-8e5d7c1b9f60",
      },
      applications: {
        agent: {
          displayName: "Amazon Connect - Agent",
          relayStateUrl:
            "https://console.amazonaws-us-gov.com/connect/federate/3f0c8a52-6d1e-4b7f-9a24-8e5d7c1b9f60?destination=%2Fagent-app-v2&new_domain=true",
          acsUrl: "https://signin.amazonaws-us-gov.com/saml",
          samlAudience: "urn:amazon:webservices:govcloud",
          sessionDuration: "8h",
          samlProviderName: "AmazonConnectAgentAccess",
          samlProviderArn:
            "arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
          roleName: "AmazonConnectAgentAccessRole",
          roleArn:
            "arn:aws-us-gov:iam::123456789012:role/contact-center/AmazonConnectAgentAccessRole",
          applicationArn: null,
          attributeMappings: [
            ...EMAIL_ROWS,
            {
              attribute: "https://aws.amazon.com/SAML/Attributes/Role",
              value:
                "arn:aws-us-gov:iam::123456789012:role/contact-center/AmazonConnectAgentAccessRole,arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
              format: "unspecified",
            },
          ],
          groups: [],
          users: [],
        },
        admin: {
          displayName: "Amazon Connect - Admin",
          relayStateUrl:
            "https://console.amazonaws-us-gov.com/connect/federate/3f0c8a52-6d1e-4b7f-9a24-8e5d7c1b9f60?new_domain=true",
          acsUrl: "https://signin.amazonaws-us-gov.com/saml",
          samlAudience: "urn:amazon:webservices:govcloud",
          sessionDuration: "30m",
          samlProviderName: "AmazonConnectAdminAccess",
          samlProviderArn:
            "arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
          roleName: "AmazonConnectAdminAccessRole",
          roleArn:
            "arn:aws-us-gov:iam::123456789012:role/contact-center/AmazonConnectAdminAccessRole",
          applicationArn: null,
          attributeMappings: [
            ...EMAIL_ROWS,
            {
              attribute: "https://aws.amazon.com/SAML/Attributes/Role",
              value:
                "arn:aws-us-gov:iam::123456789012:role/contact-center/AmazonConnectAdminAccessRole,arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
              format: "unspecified",
            },
          ],
          groups: [],
          users: [],
        },
      },
    });
  });

  it("after the console visit, with the applications' ARNs, groups and users", () => {
    expect(valuesOf("people")).toEqual({
      instance: {
        arn: "arn:aws:connect:eu-central-1:123456789012:instance/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10",
        partition: "aws",
        region: "eu-central-1",
        accountId: "123456789012",
        instanceId: "b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10",
      },
      applications: {
        agent: {
          displayName: "Amazon Connect - Agent",
          relayStateUrl:
            "https://eu-central-1.console.aws.amazon.com/connect/federate/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10?destination=%2Fagent-app-v2&new_domain=true",
          acsUrl: "https://eu-central-1.signin.aws.amazon.com/saml",
          samlAudience: "urn:amazon:webservices",
          sessionDuration: "12h",
          samlProviderName: "AmazonConnectAgentAccess",
          samlProviderArn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
          roleName: "AmazonConnectAgentAccessRole",
          roleArn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
          applicationArn:
            "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1111111111111111",
          attributeMappings: [
            ...EMAIL_ROWS,
            {
              attribute: "https://aws.amazon.com/SAML/Attributes/Role",
              value:
                "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
              format: "unspecified",
            },
          ],
          groups: ["ConnectAgents"],
          users: [],
        },
        supervisor: {
          displayName: "Amazon Connect - Supervisor",
          relayStateUrl:
            "https://eu-central-1.console.aws.amazon.com/connect/federate/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10?new_domain=true",
          acsUrl: "https://eu-central-1.signin.aws.amazon.com/saml",
          samlAudience: "urn:amazon:webservices",
          sessionDuration: "12h",
          samlProviderName: "AmazonConnectSupervisorAccess",
          samlProviderArn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectSupervisorAccess",
          roleName: "AmazonConnectSupervisorAccessRole",
          roleArn: "arn:aws:iam::123456789012:role/AmazonConnectSupervisorAccessRole",
          applicationArn:
            "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-2222222222222222",
          attributeMappings: [
            ...EMAIL_ROWS,
            {
              attribute: "https://aws.amazon.com/SAML/Attributes/Role",
              value:
                "arn:aws:iam::123456789012:role/AmazonConnectSupervisorAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectSupervisorAccess",
              format: "unspecified",
            },
          ],
          groups: ["ConnectSupervisors"],
          users: ["supervisor1@example.com"],
        },
      },
    });
  });

  it("with a shared role, which both applications name, each behind its own provider", () => {
    expect(valuesOf("shared-role")).toEqual({
      instance: {
        arn: "arn:aws:connect:eu-west-2:123456789012:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f",
        partition: "aws",
        region: "eu-west-2",
        accountId: "123456789012",
        instanceId: "c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f",
      },
      applications: {
        agent: {
          displayName: "Amazon Connect - Agent",
          relayStateUrl:
            "https://eu-west-2.console.aws.amazon.com/connect/federate/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f?destination=%2Fagent-app-v2&new_domain=true",
          acsUrl: "https://eu-west-2.signin.aws.amazon.com/saml",
          samlAudience: "urn:amazon:webservices",
          sessionDuration: "8h",
          samlProviderName: "AmazonConnectAgentAccess",
          samlProviderArn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
          roleName: "AmazonConnectUserRole",
          roleArn: "arn:aws:iam::123456789012:role/AmazonConnectUserRole",
          applicationArn: null,
          attributeMappings: [
            ...EMAIL_ROWS,
            {
              attribute: "https://aws.amazon.com/SAML/Attributes/Role",
              value:
                "arn:aws:iam::123456789012:role/AmazonConnectUserRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
              format: "unspecified",
            },
          ],
          groups: [],
          users: [],
        },
        admin: {
          displayName: "Amazon Connect - Admin",
          relayStateUrl:
            "https://eu-west-2.console.aws.amazon.com/connect/federate/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f?new_domain=true",
          acsUrl: "https://eu-west-2.signin.aws.amazon.com/saml",
          samlAudience: "urn:amazon:webservices",
          sessionDuration: "12h",
          samlProviderName: "AmazonConnectAdminAccess",
          samlProviderArn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
          roleName: "AmazonConnectUserRole",
          roleArn: "arn:aws:iam::123456789012:role/AmazonConnectUserRole",
          applicationArn: null,
          attributeMappings: [
            ...EMAIL_ROWS,
            {
              attribute: "https://aws.amazon.com/SAML/Attributes/Role",
              value:
                "arn:aws:iam::123456789012:role/AmazonConnectUserRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
              format: "unspecified",
            },
          ],
          groups: [],
          users: [],
        },
      },
    });
  });

  it("before anything is deployed, and before there is metadata", () => {
    expect(valuesOf("sydney")).toMatchObject({
      applications: {
        agent: {
          displayName: "Sydney-Amazon Connect - Agent",
          relayStateUrl:
            "https://ap-southeast-2.console.aws.amazon.com/connect/federate/7e1d5a90-2b4c-4f6e-8a13-c9d0e1f2a3b4",
          acsUrl: "https://ap-southeast-2.signin.aws.amazon.com/saml",
          samlProviderArn:
            "arn:aws:iam::123456789012:saml-provider/Sydney-AmazonConnectAgentAccess",
          roleArn: "arn:aws:iam::123456789012:role/Sydney-AmazonConnectAgentAccessRole",
        },
        team_lead: {
          displayName: "Sydney-Amazon Connect - Team Lead",
          relayStateUrl:
            "https://ap-southeast-2.console.aws.amazon.com/connect/federate/7e1d5a90-2b4c-4f6e-8a13-c9d0e1f2a3b4?destination=%2Fagent-app-v2?VDIPlatform=CITRIX_413",
          samlProviderName: "Sydney-AmazonConnectTeamLeadAccess",
          roleName: "Sydney-AmazonConnectTeamLeadAccessRole",
        },
        admin: { displayName: "Büro & Co." },
      },
    });
  });

  it("with session durations as the config spells them, in hours where there are any", () => {
    expect(valuesOf("sydney")).toMatchObject({
      applications: {
        agent: { sessionDuration: "15m" },
        team_lead: { sessionDuration: "1h30m" }, // 90m
        admin: { sessionDuration: "12h" }, // left out
      },
    });
  });
});

describe("to the character, values.json has the outputs of the federation stack", () => {
  interface Values {
    readonly applications: Record<
      string,
      {
        readonly relayStateUrl: string;
        readonly roleArn: string;
        readonly samlProviderArn: string;
        readonly attributeMappings: readonly { attribute: string; value: string }[];
      }
    >;
  }

  it.each([
    ["workshop", ["agent", "admin"]],
    ["govcloud", ["agent", "admin"]],
    ["people", ["agent", "supervisor"]],
    ["shared-role", ["agent", "admin"]],
    ["sydney", ["agent", "team_lead", "admin"]],
  ])("of %s", (instance, keys) => {
    const { output = {} } = JSON.parse(
      project.read(`${instance}/cdktf.out/stacks/${instance}-federation/cdk.tf.json`),
    ) as Terraform;
    const { applications } = valuesOf(instance) as Values;
    expect(Object.keys(applications)).toEqual(keys);
    const expected = Object.entries(applications).flatMap(([key, own]) => [
      [`${key}_attribute_mapping_value`, own.attributeMappings[2]?.value],
      [`${key}_relay_state_url`, own.relayStateUrl],
    ]);
    // The ARNs are those of the resources, which Terraform compares with the attribute mapping value.
    const known = Object.entries(output).filter(([name]) => !name.endsWith("_arn"));
    expect(Object.fromEntries(known.map(([name, { value }]) => [name, value]))).toEqual(
      Object.fromEntries(expected),
    );
  });
});

describe("a sheet is refused", () => {
  it("for what is not the ARN of an Amazon Connect instance, with the way to fix it", () => {
    expect(() =>
      consoleSheet({
        instanceArn:
          "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/",
        applications: {},
      }),
    ).toThrow(
      'instanceArn: "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/" has a slash after the instance ID; write arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca',
    );
  });

  it("for a sign-in endpoint that is not one, with those that there are", () => {
    expect(() =>
      consoleSheet({
        instanceArn:
          "arn:aws:connect:eu-west-2:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        signInEndpoint: "Global" as "global",
        applications: {},
      }),
    ).toThrow(new Error('signInEndpoint: is "Global"; it takes "regional" or "global"'));
  });

  const sheet = (sessionSeconds: number) =>
    consoleSheet({
      instanceArn:
        "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      applications: {
        agent: {
          relayStateUrl: "https://us-east-1.console.aws.amazon.com/connect/federate/x",
          attributeMappingValue: "x",
          roleArn: "arn:aws:iam::123456789012:role/Agents",
          samlProviderArn: "arn:aws:iam::123456789012:saml-provider/Agents",
          sessionSeconds,
        },
      },
    });

  it.each([
    [900.5, "is not a whole number, and IAM counts a session in whole seconds; set 900 to 43200"],
    [NaN, "is not a whole number, and IAM counts a session in whole seconds; set 900 to 43200"],
    [
      899,
      "is shorter than 15 minutes, and IAM Identity Center takes no less; set 15m (900 seconds) or more",
    ],
    [
      -1,
      "is shorter than 15 minutes, and IAM Identity Center takes no less; set 15m (900 seconds) or more",
    ],
    [
      43_201,
      "is longer than 12 hours, after which Amazon Connect ends every session; set 12h (43200 seconds) or less",
    ],
  ])("for a session of %d seconds, with the way to fix it", (seconds, problem) => {
    expect(() => sheet(seconds)).toThrow(
      new Error(`applications.agent.sessionSeconds: ${String(seconds)} ${problem}`),
    );
  });

  it("but not for a session of whole seconds, which it spells out", () => {
    expect(sheet(5_401).values.applications["agent"]?.sessionDuration).toBe("1h30m1s");
    expect(sheet(5_401).markdown).toContain("\n  1 hour 30 minutes 1 second\n");
  });
});
