import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

import { reported, Workshop } from "./support";

const RELAY_STATE =
  "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fconnect%2Fccp";

const AGENT =
  "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess";

let workshop: Workshop;

beforeAll(async () => {
  workshop = await Workshop.make();
});

/** Without the size of the response, which its certificate varies. */
function plain(report: string): string {
  return report.replace(/[\d,]+ bytes/, "N bytes");
}

it("the report ends with who would sign in where, as which role, until when", async () => {
  expect(plain(reported(await workshop.agentSigns({}, RELAY_STATE)))).toBe(
    `passed      SAML response: N bytes of XML
passed      Signature: in the assertion, by the certificate of agent of config/workshop.yaml
passed      Issuer: https://portal.sso.us-east-1.amazonaws.com/saml/assertion/YWdlbnQ=, the application agent of config/workshop.yaml
passed      Recipient: "https://signin.aws.amazon.com/saml"
passed      Audience: "urn:amazon:webservices"
passed      Validity: from 2026-12-01T12:00:00Z to 2026-12-01T12:05:00Z
passed      Role: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess"
passed      Role session name: "agent1@example.com"
passed      Session tags: none
passed      Session duration: SessionNotOnOrAfter "2026-12-02T00:00:00.000Z"
            Without SessionDuration, AWS documents credentials of one hour; whether Connect ends its session with them is unproven.
passed      Relay state: "${RELAY_STATE}"
passed      Permission: AmazonConnectSSOPolicy of arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole, as configured in config/workshop.yaml
unverified  Connect user: "agent1@example.com"
            config/workshop.yaml lists no users, so whether Connect has one of the same name is not known here
            To find out, it takes a look at the users in Amazon Connect, or a list of them in the config

agent1@example.com would sign in to Amazon Connect, if it has a user of the same name.
Instance: workshop, arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
Application: agent
Role: arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole
Landing page: ${RELAY_STATE}
Until: 2026-12-02T00:00:00Z`,
  );
});

it("the report is certain of the user where the config has users", async () => {
  const names = { givenName: "A", familyName: "B", applications: ["agent"] };
  const users = [{ email: "agent1@example.com", ...names, securityProfiles: ["Agent"] }];
  const withUsers = await Workshop.make({ users }, {}, workshop);
  const paint = (style: string, text: string) => `[${style}:${text}]`;
  expect(reported(await withUsers.agentSigns(), { paint })).toContain(
    "\n[green:agent1@example.com would sign in to Amazon Connect.]\n",
  );
  expect(reported(await workshop.agentSigns(), { paint, width: 60 })).toContain(
    "\n[yellow:agent1@example.com would sign in to Amazon Connect, if it\n  has a user of the same name.]\n",
  );
});

it("the report says of a refusal what users see, who says so and how to fix it, once", async () => {
  const roles = [
    "arn:aws:iam::123456789012:role/AmazonConnectAgentAccesRole, arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAcces",
  ];
  const report = reported(await workshop.agentSigns({ roles }));
  const copy =
    'copy arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess into the attribute mapping https://aws.amazon.com/SAML/Attributes/Role of "Amazon Connect - Agent"';
  expect(report.split("\n").slice(6, 18)).toEqual([
    `refused     Role: "${roles.join("")}"`,
    "            has a space or line break, which breaks sign-in",
    "            Users see: Your request included an invalid SAML response",
    `            To fix it: ${copy}`,
    '            names the SAML provider "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAcces", not arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess',
    "            Users see: Specified provider doesn't exist",
    `            To fix it: ${copy}, which names the SAML provider AmazonConnectAgentAccess`,
    '            names the role "arn:aws:iam::123456789012:role/AmazonConnectAgentAccesRole", not arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole',
    "            Users see: Not authorized to perform sts:AssumeRoleWithSAML",
    "            Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html",
    `            To fix it: ${copy}, which names the role AmazonConnectAgentAccessRole, and set the Application ACS URL of "Amazon Connect - Agent" to https://signin.aws.amazon.com/saml`,
    'passed      Role session name: "agent1@example.com"',
  ]);
  expect(report.split("\n").at(-1)).toBe("Sign-in would be refused: Role.");
});

it("the report quotes a message of AWS, and describes what else users see", async () => {
  const seen = async (...asked: Parameters<Workshop["agentSigns"]>) =>
    reported(await workshop.agentSigns(...asked)).match(/^ +(?:What users|Users) see: .*$/gm);
  expect(await seen({ audiences: ["x"] })).toEqual([
    "            Users see: Response does not contain the required audience",
  ]);
  expect(await seen({}, RELAY_STATE.replace("us-east-1", "eu-west-2"))).toEqual([
    "            What users see: a 404 page after the tile is chosen",
  ]);
});

it("the report marks values that no configured key has signed, and puts together what cannot be checked", async () => {
  const unsigned = { sign: "neither", roles: ["x"] } as const;
  expect(plain(reported(await workshop.agentSigns(unsigned)))).toBe(
    `passed      SAML response: N bytes of XML
refused     Signature: no signature
            has no signature, neither in the response nor in its assertion; SAML requires one of a response that a browser posts
            Source: https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf
            To fix it: capture the field SAMLResponse of the form that the browser posts to the sign-in URL; if this is what was sent, do not trust its source
unverified  Issuer (as captured: passed): https://portal.sso.us-east-1.amazonaws.com/saml/assertion/YWdlbnQ=, the application agent of config/workshop.yaml
unverified  Recipient (as captured: passed): "https://signin.aws.amazon.com/saml"
unverified  Audience (as captured: passed): "urn:amazon:webservices"
unverified  Validity (as captured: passed): from 2026-12-01T12:00:00Z to 2026-12-01T12:05:00Z
unverified  Role (as captured: refused): "x"
            is not a role's ARN, a comma and a SAML provider's ARN
            Users see: Your request included an invalid SAML response
            Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
            To fix it: copy ${AGENT} into the attribute mapping https://aws.amazon.com/SAML/Attributes/Role of "Amazon Connect - Agent"
unverified  Role session name (as captured: passed): "agent1@example.com"
unverified  Session tags (as captured: passed): none
unverified  Session duration (as captured: passed): SessionNotOnOrAfter "2026-12-02T00:00:00.000Z"
            Without SessionDuration, AWS documents credentials of one hour; whether Connect ends its session with them is unproven.
unverified  Relay state (as captured: unverified): not given
            To find out, it takes the RelayState of the same form, in the capture or with --relay-state
unverified  Permission (as captured: unverified): no configured role is named
            To find out, it takes the policies of the role that the response names
unverified  Connect user (as captured: unverified): "agent1@example.com"
            config/workshop.yaml lists no users, so whether Connect has one of the same name is not known here
            To find out, it takes a look at the users in Amazon Connect, or a list of them in the config

Sign-in would be refused: Signature.`,
  );
  expect(reported(await workshop.captured("garbage!"))).toContain(
    "\nunverified  Signature, Issuer, Recipient, Audience, Validity, Role, Role session name, Session tags, Session duration, Relay state, Permission, Connect user: there is no response to check\n",
  );
});

it("the report says when too little can be checked", async () => {
  const waiting = await Workshop.make({ applications: { agent: {} } }, {}, workshop);
  expect(
    reported(await waiting.agentSigns())
      .split("\n")
      .at(-1),
  ).toBe("Whether sign-in would succeed cannot be told here: Signature, Issuer.");
});

it("the report says of values that are not verified what they would lead to", async () => {
  const [role, provider] = AGENT.split(",");
  const response = workshop.agent
    .respond({ roles: [`${String(role)}s,${String(provider)}`] })
    .replace("agent1@example.com</saml2:NameID>", "agent1@example.com\n</saml2:NameID>");
  expect(
    reported(await workshop.captured(response))
      .split("\n")
      .at(-1),
  ).toBe(
    "Whether sign-in would succeed cannot be told here: Signature. If the values are what was sent, it would be refused: Role.",
  );
});

it("the report shows what cannot be seen, in one line", async () => {
  const report = reported(
    await workshop.agentSigns({ sessionNames: ["agent1\u200b@example.com"] }, "\u001b[2J\n\u202e"),
  );
  expect(report).toContain('Role session name: "agent1\\u{200b}@example.com"');
  expect(report).toContain('Relay state: "\\u001b[2J\\n\\u{202e}"');
  expect(report.replaceAll("\n", "")).not.toMatch(/[\p{C}\u2028\u2029]/u);
});

it("the report cuts a long value", async () => {
  const report = reported(await workshop.agentSigns({ sessionNames: ["a".repeat(9_000)] }));
  expect(report).toContain(`Role session name: "${"a".repeat(500)}"... (9,000 characters)`);
});

it("the report says of several failures that one of the messages is seen, and not which", async () => {
  const rehearsal = await workshop.agentSigns({ audiences: ["x"], roles: [] });
  expect(reported(rehearsal).split("\n").at(-1)).toBe(
    "Sign-in would be refused: Audience, Role. Users see one of these messages; AWS does not document which comes first.",
  );
});

it("the report does not call something a refusal that is unproven", async () => {
  const roles = [AGENT.split(",").reverse().join(",")];
  const end = async (...asked: Parameters<Workshop["agentSigns"]>) =>
    reported(await workshop.agentSigns(...asked))
      .split("\n")
      .at(-1);
  const unknown = "Whether sign-in would succeed cannot be told here:";
  expect(await end({ roles })).toBe(`${unknown} Role.`);
  expect(await end({}, `${RELAY_STATE}#x`)).toBe(`${unknown} Relay state.`);
  expect(await end({ roles }, `${RELAY_STATE}#x`)).toBe(`${unknown} Role, Relay state.`);
  expect(await end({ roles, audiences: ["x"] })).toBe("Sign-in would be refused: Audience.");
});

it("the report names what is otherwise than the config says, and where that leads", async () => {
  const lines = reported(await workshop.agentSigns({}, `${RELAY_STATE}&new_domain=true`)).split(
    "\n",
  );
  expect(lines.slice(-6, -5)).toEqual([
    "agent1@example.com would sign in to Amazon Connect, if it has a user of the same name, but otherwise than the config says: Relay state.",
  ]);
  expect(lines).toContain(`Landing page: ${RELAY_STATE}&new_domain=true`);
});

it.each(["", "garbage!", "<html></html>"])(
  "the report says of a file that holds no response nothing of the sign-in: %j",
  async (captured) => {
    const report = reported(await workshop.captured(captured));
    expect(report).not.toMatch(/Users see|Sign-in would be refused/);
    expect(report.split("\n").at(-1)).toBe(
      "This cannot be read as one SAML response; whether sign-in would succeed is not known.",
    );
  },
);

it("the report says where the landing page is only that of the config", async () => {
  expect(reported(await workshop.agentSigns())).toContain(
    `\nLanding page, with the configured relay state: ${RELAY_STATE}\n`,
  );
});

it("the report is broken between words, as wide as the terminal, under what each line says", async () => {
  const rehearsal = await workshop.agentSigns({ audiences: ["x"], roles: [] });
  const lines = reported(rehearsal, { width: 60 }).split("\n");
  expect(lines.slice(5, 16)).toEqual([
    "            the application agent of config/workshop.yaml",
    'passed      Recipient: "https://signin.aws.amazon.com/saml"',
    'refused     Audience: "x"',
    "            is not urn:amazon:webservices",
    "            Users see: Response does not contain the",
    "            required audience",
    "            Source:",
    "            https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html",
    "            To fix it: set the Application SAML audience of",
    '            "Amazon Connect - Agent" to',
    "            urn:amazon:webservices",
  ]);
  expect(lines.slice(-2)).toEqual([
    "Sign-in would be refused: Audience, Role. Users see one of",
    "  these messages; AWS does not document which comes first.",
  ]);
});

describe("the report stays short", () => {
  it.each<[string, () => string]>([
    ["a name of 70,000 characters", () => `<${"a".repeat(70_000)}/>`],
    ["a field's name of 300,000 characters", () => `SAMLResponse=x&${"S".repeat(300_000)}=%zz`],
    [
      "2,000 IDs that are there twice",
      () => {
        const twins = Array.from({ length: 2_000 }, (_, i) => `<a ID="${String(i)}"/>`.repeat(2));
        return workshop.agent.respond().replace("<saml2p:Status>", `<x>${twins.join("")}</x>$&`);
      },
    ],
    [
      "190 Role values",
      () => {
        const roles = Array.from({ length: 190 }, (_, i) => AGENT.replace("Agent", String(i)));
        return workshop.agent.respond({ roles });
      },
    ],
  ])("of %s", async (_, captured) => {
    expect(reported(await workshop.captured(captured())).length).toBeLessThan(20_000);
  });
});

it("the report holds neither the response nor a signature, digest or certificate", async () => {
  for (const options of [{}, { roles: [] }, { issuer: "x" }, { sign: "both" as const }]) {
    const response = workshop.agent.respond(options);
    const report = reported(await workshop.captured(response));
    const secrets = [...response.matchAll(/(?<=>)[A-Za-z0-9+/=]{40,}(?=<)/g)];
    expect(secrets.length).toBeGreaterThanOrEqual(3);
    for (const [secret] of secrets) expect(report).not.toContain(secret);
  }
});

it("the report is coloured by its verdicts", async () => {
  const report = reported(await workshop.agentSigns({ audiences: ["x"] }), {
    paint: (style, text) => `[${style}:${text.trim()}]`,
  });
  expect(report).toContain("[green:passed]SAML response");
  expect(report).toContain(
    '[red:refused]Audience: "x"\n            [red:is not urn:amazon:webservices]',
  );
  expect(report).toContain("[yellow:unverified]Relay state");
});

it("the SAML library is loaded only to rehearse", () => {
  const script = `
    require("./modules/commands/rehearse");
    const loaded = (name) => Object.keys(require.cache).some((path) => path.includes(name));
    console.log(["saxes", "node-saml", "xml-crypto", "xmldom"].filter(loaded).join());
  `;
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "-e", script], {
    cwd: resolve(__dirname, "../../.."),
    encoding: "utf8",
    timeout: 60_000,
  });
  expect(stdout.trim()).toBe("saxes");
});
