import { consoleSheet, type ConsoleSheetInput } from "../../../modules/synth/console-sheet";

const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const RELAY_STATE =
  "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const SHORTCUT =
  "/#/console?account_id=123456789012&role_name=AmazonConnectAgent&destination=https%3A%2F%2Fus-east-1.console.aws.amazon.com%2Fconnect%2Ffederate%2F9690dd9b-3de7-4097-b4d9-67829f7c8fca";

const CENTER: ConsoleSheetInput = {
  name: "center",
  instanceArn: INSTANCE,
  applications: {},
  permissionSets: {
    agent: {
      name: "AmazonConnectAgent",
      relayStateUrl: RELAY_STATE,
      sessionSeconds: 36_000,
      groups: ["ConnectAgents"],
    },
  },
  roleSessionName: "userName",
  users: [
    {
      email: "ana@example.com",
      userName: "E1234567",
      connectUserName: "E1234567",
      routingProfile: "Basic Routing Profile",
      securityProfiles: ["Agent"],
      applications: ["agent"],
    },
  ],
  deploy: [{ command: "npx cdktf deploy center-assignments" }],
  rehearse: "npm run rehearse -- FILE",
  configFile: "config/center.yaml",
};

describe("the sheet of permission sets", () => {
  const { html, markdown, values } = consoleSheet(CENTER);

  it("has their values for programs", () => {
    expect(values.permissionSets).toEqual({
      agent: {
        permissionSetName: "AmazonConnectAgent",
        roleNamePrefix: "AWSReservedSSO_AmazonConnectAgent_",
        accountId: "123456789012",
        relayStateUrl: RELAY_STATE,
        sessionDuration: "10h",
        shortcut: SHORTCUT,
        shortcutLink: null,
        groups: ["ConnectAgents"],
        users: [],
      },
    });
  });

  it("has the whole link where the address of the portal is known", () => {
    const portalUrl = "https://d-1234567890.awsapps.com/start";
    const known = consoleSheet({ ...CENTER, identityCenter: { portalUrl } });
    expect(known.values.permissionSets?.["agent"]?.shortcutLink).toBe(`${portalUrl}${SHORTCUT}`);
    expect(known.markdown).toContain(`${portalUrl}${SHORTCUT}`);
  });

  it("says that they are a preview, what nobody has confirmed, and what they cost", () => {
    expect(markdown).toContain("## Permission sets (preview)");
    expect(markdown).toContain(
      "**Preview**: Terraform creates permission sets, and nothing is entered in the console for them. Every part is documented by AWS, but nobody has confirmed the whole on a live account.",
    );
    expect(markdown).toContain(
      "The name in Amazon Connect is the user name in Identity Center, not the e-mail address.",
    );
    expect(markdown).toContain("Amazon Connect ties each user to it.");
    expect(html).toContain("Permission sets (preview)");
  });

  it("sends nobody to the console for an application", () => {
    expect(markdown).not.toMatch(/choose the tile|metadata|SAMLResponse|attribute mapping/);
    expect(markdown).toContain("Nothing is entered in the Identity Center console.");
    expect(html).not.toContain("The applications</h2>");
  });

  it("names users as Identity Center sends them through a permission set", () => {
    expect(markdown).toContain("| `E1234567` | `Basic Routing Profile` |");
  });
});
