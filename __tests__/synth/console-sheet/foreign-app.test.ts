import { type TerraformStack, TerraformVariable } from "cdktf";

import {
  ConnectFederation,
  type ConsoleSheet,
  consoleSheet,
  ConsoleHandoff,
  SamlMetadataVariable,
} from "../../../modules";
import { synthesized } from "../../support/synth";

const INSTANCE =
  "arn:aws:connect:us-east-1:257804509653:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fur";
const ARNS = {
  roleArn: "arn:aws:iam::257804509653:role/Agents",
  samlProviderArn: "arn:aws:iam::257804509653:saml-provider/Agents",
};

/** The sheet that somebody else's app makes of a handoff. */
function sheetOf(make: (stack: TerraformStack) => ConsoleSheet): ConsoleSheet {
  let sheet: ConsoleSheet | undefined;
  synthesized((stack) => {
    sheet = make(stack);
  });
  if (!sheet) throw new Error("no sheet was made");
  return sheet;
}

describe("in another CDKTF app, a sheet", () => {
  const { values, html, markdown } = sheetOf((stack) => {
    const handoff = new ConsoleHandoff(stack, "console", {
      instanceArn: INSTANCE,
      applications: { agent: { ...ARNS, destination: "/agent-app-v2", newDomain: true } },
    });
    return consoleSheet({ instanceArn: INSTANCE, applications: handoff.values });
  });

  it("takes the instance's ARN and the values of a handoff, and nothing else", () => {
    expect(values).toEqual({
      instance: {
        arn: "arn:aws:connect:us-east-1:257804509653:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fur",
        partition: "aws",
        region: "us-east-1",
        accountId: "257804509653",
        instanceId: "9690dd9b-3de7-4097-b4d9-67829f7c8fur",
      },
      applications: {
        agent: {
          displayName: "agent",
          relayStateUrl:
            "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fur?destination=%2Fagent-app-v2&new_domain=true",
          acsUrl: "https://signin.aws.amazon.com/saml",
          samlAudience: "urn:amazon:webservices",
          sessionDuration: "12h",
          samlProviderName: "Agents",
          samlProviderArn: "arn:aws:iam::257804509653:saml-provider/Agents",
          roleName: "Agents",
          roleArn: "arn:aws:iam::257804509653:role/Agents",
          applicationArn: null,
          attributeMappings: [
            { attribute: "Subject", value: "${user:email}", format: "emailAddress" },
            {
              attribute: "https://aws.amazon.com/SAML/Attributes/RoleSessionName",
              value: "${user:email}",
              format: "unspecified",
            },
            {
              attribute: "https://aws.amazon.com/SAML/Attributes/Role",
              value:
                "arn:aws:iam::257804509653:role/Agents,arn:aws:iam::257804509653:saml-provider/Agents",
              format: "unspecified",
            },
          ],
          groups: [],
          users: [],
        },
      },
    });
  });

  it("goes by the instance's ID, and by the application's key", () => {
    expect(markdown).toMatch(
      /^# Sign-in to Amazon Connect: `9690dd9b-3de7-4097-b4d9-67829f7c8fur`\n/,
    );
    expect(markdown).toContain("\n### `agent`\n");
    expect(html).toContain(
      "<title>9690dd9b-3de7-4097-b4d9-67829f7c8fur: Amazon Connect sign-in, at the console</title>",
    );
  });

  it("tells nothing that it was not told: no command, no config file, no second account", () => {
    expect(markdown).not.toContain("## At the terminal");
    for (const sheet of [markdown, html])
      expect(sheet).not.toMatch(/\bconfig\b|npm run|values\.json/);
    expect(markdown).not.toContain("cdktf");
    expect(markdown).not.toContain(".yaml");
    expect(markdown).not.toContain("undefined");
    expect(html).not.toContain("undefined");
    expect(markdown).toContain("| IAM Identity Center | `us-east-1 (a guess)` |\n");
  });

  it("takes the ARNs of a federation, whose metadata only Terraform knows", () => {
    const sheet = sheetOf((stack) => {
      const metadata = new SamlMetadataVariable(stack, "metadata", "agent").stringValue;
      const federation = new ConnectFederation(stack, "federation", {
        instanceArn: INSTANCE,
        applications: {
          agent: { samlProviderName: "Agents", roleName: "Agents", samlMetadataDocument: metadata },
        },
      });
      const handoff = new ConsoleHandoff(stack, "console", {
        instanceArn: INSTANCE,
        applications: { agent: federation.arns("agent") },
      });
      return consoleSheet({ instanceArn: INSTANCE, applications: handoff.values });
    });
    expect(sheet.values.applications["agent"]?.attributeMappings[2]?.value).toBe(
      "arn:aws:iam::257804509653:role/Agents,arn:aws:iam::257804509653:saml-provider/Agents",
    );
  });
});

describe("in another CDKTF app, a sheet is refused", () => {
  const REFUSAL =
    "A console sheet takes plain values, but one of these is known only to Terraform; read it from Terraform's outputs first";

  it("where only Terraform knows the instance's ARN", () => {
    expect(() =>
      sheetOf((stack) => {
        const instanceArn = new TerraformVariable(stack, "arn", { type: "string" }).stringValue;
        const handoff = new ConsoleHandoff(stack, "console", {
          instanceArn,
          applications: { agent: ARNS },
        });
        return consoleSheet({ instanceArn, applications: handoff.values });
      }),
    ).toThrow(REFUSAL);
  });

  it.each<[string, (token: string) => Partial<Parameters<typeof consoleSheet>[0]>]>([
    ["its name", (name) => ({ name })],
    ["a config file", (configFile) => ({ configFile })],
    ["the account of Identity Center", (accountId) => ({ identityCenter: { accountId } })],
    ["a command", (command) => ({ deploy: [{ command, accountId: "257804509653" }] })],
  ])("where only Terraform knows %s", (_, given) => {
    expect(() =>
      sheetOf((stack) => {
        const token = new TerraformVariable(stack, "value", { type: "string" }).stringValue;
        const { values } = new ConsoleHandoff(stack, "console", {
          instanceArn: INSTANCE,
          applications: { agent: ARNS },
        });
        return consoleSheet({ instanceArn: INSTANCE, applications: values, ...given(token) });
      }),
    ).toThrow(REFUSAL);
  });

  it("where only Terraform knows a role, or a group in a list", () => {
    const refused = (own: (token: TerraformVariable) => object) => () =>
      sheetOf((stack) => {
        const { agent } = new ConsoleHandoff(stack, "console", {
          instanceArn: INSTANCE,
          applications: { agent: ARNS },
        }).values;
        if (!agent) throw new Error("no values");
        const variable = new TerraformVariable(stack, "value", {});
        return consoleSheet({
          instanceArn: INSTANCE,
          applications: { agent: { ...agent, ...own(variable) } },
        });
      });
    expect(refused(({ stringValue }) => ({ roleArn: stringValue }))).toThrow(REFUSAL);
    expect(refused(({ stringValue }) => ({ groups: ["Agents", stringValue] }))).toThrow(REFUSAL);
    expect(refused(({ listValue }) => ({ users: listValue }))).toThrow(REFUSAL);
  });

  test("where only Terraform knows how long a session lasts", () => {
    expect(() =>
      sheetOf((stack) => {
        const sessionSeconds = new TerraformVariable(stack, "seconds", {}).numberValue;
        const { agent } = new ConsoleHandoff(stack, "console", {
          instanceArn: INSTANCE,
          applications: { agent: ARNS },
        }).values;
        if (!agent) throw new Error("no values");
        return consoleSheet({
          instanceArn: INSTANCE,
          applications: { agent: { ...agent, sessionSeconds } },
        });
      }),
    ).toThrow(REFUSAL);
  });
});
