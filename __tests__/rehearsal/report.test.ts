import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

import { rehearsalReport } from "../../modules/rehearsal";
import { Workshop } from "./support";

const RELAY_STATE =
  "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fconnect%2Fccp";

let workshop: Workshop;

beforeAll(async () => {
  workshop = await Workshop.make();
});

/** Without the size of the response, which its certificate varies. */
function plain(report: string): string {
  return report.replace(/[\d,]+ bytes/, "N bytes");
}

it("the report ends with who would land where, as which role, until when", async () => {
  expect(plain(rehearsalReport(await workshop.agentSigns({}, RELAY_STATE)))).toBe(
    `passed   SAML response: N bytes of XML
passed   Signature: in the assertion, by the certificate of agent of config/workshop.yaml
passed   Issuer: https://portal.sso.us-east-1.amazonaws.com/saml/assertion/YWdlbnQ=, the application agent of config/workshop.yaml
passed   Recipient: "https://signin.aws.amazon.com/saml"
passed   Audience: "urn:amazon:webservices"
passed   Validity: from 2026-12-01T12:00:00Z to 2026-12-01T12:05:00Z
passed   Role: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess"
passed   Role session name: "agent1@example.com"
passed   Session tags: none
passed   Session duration: SessionNotOnOrAfter "2026-12-02T00:00:00.000Z"
         Without SessionDuration, AWS documents credentials of one hour; whether Connect ends its session with them is unproven.
passed   Relay state: "${RELAY_STATE}"
passed   Permission: AmazonConnectSSOPolicy of arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole, as config/workshop.yaml has it
passed   Connect user: "agent1@example.com"
         config/workshop.yaml lists no users, so whether Connect has one of this very name is not known here.

agent1@example.com would sign in to Amazon Connect.
Instance: workshop, arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
Application: agent
Role: arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole
Landing page: ${RELAY_STATE}
Until: 2026-12-02T00:00:00Z`,
  );
});

it("the report says of a failure what users see and how to mend it, once", async () => {
  const roles = [
    "arn:aws:iam::123456789012:role/AmazonConnectAgentAccesRole, arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAcces",
  ];
  const report = rehearsalReport(await workshop.agentSigns({ roles }));
  expect(report.split("\n").slice(6, 15)).toEqual([
    `failed   Role: "${roles.join("")}"`,
    "         has a blank or line break, which breaks sign-in",
    "         Users see: Invalid SAML response",
    '         names the SAML provider "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAcces", not arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess',
    "         Users see: Specified provider doesn't exist",
    '         names the role "arn:aws:iam::123456789012:role/AmazonConnectAgentAccesRole", not arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole',
    "         Users see: Not authorized to perform sts:AssumeRoleWithSAML",
    '         To mend it: copy arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess into the attribute mapping https://aws.amazon.com/SAML/Attributes/Role of "Amazon Connect - Agent"',
    'passed   Role session name: "agent1@example.com"',
  ]);
  expect(report.split("\n").at(-1)).toBe(
    "Sign-in would fail. AWS stops at the first failure: Role.",
  );
});

it("the report puts together what is skipped for the same reason", async () => {
  expect(plain(rehearsalReport(await workshop.agentSigns({ sign: "neither" })))).toBe(
    `passed   SAML response: N bytes of XML
failed   Signature: no signature
         is not signed, neither the response nor its assertion
         Users see: Response signature invalid
         To mend it: capture the field SAMLResponse of the form that the browser posts to the sign-in URL; if this is what came, do not trust where it comes from
skipped  Issuer: without a good signature, no issuer is told from another
skipped  Recipient, Audience, Validity, Role, Role session name, Session tags, Session duration, Relay state, Permission, Connect user: only what is signed can be judged

Sign-in would fail. AWS stops at the first failure: Signature.`,
  );
});

it("the report says when too little can be judged", async () => {
  const waiting = await Workshop.make({ applications: { agent: {} } }, {}, workshop);
  expect(
    rehearsalReport(await waiting.agentSigns())
      .split("\n")
      .at(-1),
  ).toBe("Nothing failed, but too little can be judged to say who would sign in.");
});

it("the report shows what cannot be seen, in one line", async () => {
  const report = rehearsalReport(
    await workshop.agentSigns({ sessionNames: ["agent1\u200b@example.com"] }, "\u001b[2J\n\u202e"),
  );
  expect(report).toContain('Role session name: "agent1\\u{200b}@example.com"');
  expect(report).toContain('Relay state: "\\u001b[2J\\n\\u{202e}"');
  expect(report.replaceAll("\n", "")).not.toMatch(/[\p{C}\u2028\u2029]/u);
});

it("the report cuts a value where nobody would read on", async () => {
  const report = rehearsalReport(await workshop.agentSigns({ sessionNames: ["a".repeat(9_000)] }));
  expect(report).toContain(`Role session name: "${"a".repeat(500)}"... (9,000 characters)`);
});

it("the report holds neither the response nor a signature, digest or certificate", async () => {
  for (const options of [{}, { roles: [] }, { issuer: "x" }, { sign: "both" as const }]) {
    const response = workshop.agent.respond(options);
    const report = rehearsalReport(await workshop.captured(response));
    const secrets = [...response.matchAll(/(?<=>)[A-Za-z0-9+/=]{40,}(?=<)/g)];
    expect(secrets.length).toBeGreaterThanOrEqual(3);
    for (const [secret] of secrets) expect(report).not.toContain(secret);
  }
});

it("the report is styled as its caller likes", async () => {
  const report = rehearsalReport(
    await workshop.agentSigns({ audiences: ["x"] }),
    (status, text) => `[${status}:${text.trim()}]`,
  );
  expect(report).toContain("[passed:passed]SAML response");
  expect(report).toContain(
    '[failed:failed]Audience: "x"\n         [failed:is not urn:amazon:webservices]',
  );
  expect(report).toContain("[skipped:skipped]Relay state");
});

it("the SAML library is loaded only to rehearse", () => {
  const script = `
    require("./modules/rehearsal");
    const loaded = (name) => Object.keys(require.cache).some((path) => path.includes(name));
    console.log(["saxes", "node-saml", "xml-crypto", "xmldom"].filter(loaded).join());
  `;
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "-e", script], {
    cwd: resolve(__dirname, "../.."),
    encoding: "utf8",
    timeout: 60_000,
  });
  expect(stdout.trim()).toBe("saxes");
});
