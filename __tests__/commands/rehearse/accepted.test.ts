import { rehearse } from "../../../modules/commands/rehearse";
import { stepOf, base64, AT, Workshop } from "./support";

const RELAY_STATE =
  "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fconnect%2Fccp";

let workshop: Workshop;
let xml: string;

beforeAll(async () => {
  workshop = await Workshop.make();
  xml = workshop.agent.respond();
});

describe("a response is accepted", () => {
  it("and leads an agent to the landing page, as the agents' role, until the session ends", async () => {
    expect(await workshop.captured(xml, { relayState: RELAY_STATE })).toMatchObject({
      passed: true,
      landing: {
        user: "agent1@example.com",
        instance: "workshop",
        instanceArn:
          "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        application: "agent",
        roleArn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
        page: RELAY_STATE,
        until: new Date("2026-12-02T00:00:00Z"),
      },
    });
  });

  it("with thirteen steps", async () => {
    const { steps } = await workshop.captured(xml, { relayState: RELAY_STATE });
    expect(steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "response passed",
      "signature passed",
      "issuer passed",
      "recipient passed",
      "audience passed",
      "validity passed",
      "role passed",
      "session-name passed",
      "session-tags passed",
      "session-duration passed",
      "relay-state passed",
      "permission passed",
      "user unverified",
    ]);
  });

  it.each(["assertion", "response", "both"] as const)("when signed in: %s", async (sign) => {
    expect((await workshop.agentSigns({ sign })).passed).toBe(true);
  });

  it("of an administrator, whose issuer and certificate are others", async () => {
    const admin = workshop.admin.respond({
      nameId: "admin1@example.com",
      sessionNames: ["admin1@example.com"],
      roles: [
        "arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
      ],
    });
    expect((await workshop.captured(admin)).landing).toMatchObject({
      user: "admin1@example.com",
      application: "admin",
      page: "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    });
  });

  it.each<[string, (response: string) => string]>([
    ["XML", (response) => response],
    ["XML with a byte order mark and blank lines", (response) => `\ufeff\r\n${response}\n\n`],
    ["base64", base64],
    ["base64 in lines", (response) => base64(response).replace(/.{76}/g, "$&\r\n")],
    ["base64 without padding", (response) => base64(response).replace(/=+$/, "")],
    ["a field's value, URL-encoded", (response) => encodeURIComponent(base64(response))],
    [
      "a field, URL-encoded",
      (response) => new URLSearchParams({ SAMLResponse: base64(response) }).toString(),
    ],
    ["a field as developer tools show it", (response) => `SAMLResponse: ${base64(response)}`],
    ["a field of JSON", (response) => `"SAMLResponse": "${base64(response)}"`],
    ["a field of JSON among others", (response) => `"SAMLResponse": "${base64(response)}",`],
    ["a row of a table", (response) => `SAMLResponse\t${base64(response)}`],
    ["a name with the value below it", (response) => `SAMLResponse\n${base64(response)}`],
    ["a name and a value around a sign", (response) => `SAMLResponse = ${base64(response)}`],
    ["a line of a HAR file", (response) => `"value": "${encodeURIComponent(base64(response))}",`],
    ["a quoted value", (response) => `"${base64(response)}"`],
    ["a value in single quotes", (response) => `'${base64(response)}'`],
    ["a value before a comma", (response) => `${base64(response)},`],
    ["a field, shown decoded", (response) => `SAMLResponse=${base64(response)}`],
    [
      "a form body cut out behind the field's name",
      (response) => `${base64(response)}&RelayState=${encodeURIComponent(RELAY_STATE)}`,
    ],
    [
      "the form body",
      (response) =>
        new URLSearchParams({ RelayState: RELAY_STATE, SAMLResponse: base64(response) }).toString(),
    ],
  ])("as %s", async (_, captured) => {
    expect(await workshop.captured(captured(xml))).toMatchObject({ passed: true });
  });

  it("with the relay state of the form body, unless another is given", async () => {
    const body = new URLSearchParams({
      SAMLResponse: base64(xml),
      RelayState: `${RELAY_STATE}x`,
    }).toString();
    const seen = async (relayState?: string) =>
      stepOf(await workshop.captured(body, { relayState }), "relay-state").seen;
    expect(await seen()).toBe(`"${RELAY_STATE}x"`);
    expect(await seen(RELAY_STATE)).toBe(`"${RELAY_STATE}"`);
  });

  it("with characters that XML escapes, and never unescapes twice", async () => {
    const rehearsal = await workshop.agentSigns({ sessionNames: ["agent1&#64;example.com"] });
    expect(stepOf(rehearsal, "session-name").seen).toBe('"agent1@example.com"');
    const twice = await workshop.agentSigns({ sessionNames: ["agent1&amp;#64;example.com"] });
    expect(stepOf(twice, "session-name").seen).toBe('"agent1&#64;example.com"');
  });

  it("at the same moment of its issue, and a second before its end, but not at it", async () => {
    const passes = async (at: string) =>
      (await workshop.captured(xml, { at: new Date(at) })).passed;
    expect(await passes("2026-12-01T12:00:00Z")).toBe(true);
    expect(await passes("2026-12-01T12:04:59Z")).toBe(true);
    expect(await passes("2026-12-01T12:05:00Z")).toBe(false);
    expect(await passes("2026-12-01T11:59:59Z")).toBe(false);
  });

  it("in GovCloud, with its own endpoint and audience", async () => {
    const govcloud = await Workshop.make(
      {
        instanceArn:
          "arn:aws-us-gov:connect:us-gov-west-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      },
      {},
      workshop,
    );
    const options = {
      recipient: "https://signin.amazonaws-us-gov.com/saml",
      audiences: ["urn:amazon:webservices:govcloud"],
      roles: [
        "arn:aws-us-gov:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
      ],
    };
    expect(await govcloud.agentSigns(options)).toMatchObject({ passed: true });
    expect(await workshop.agentSigns(options)).toMatchObject({ passed: false });
  });

  it.each(["https://eu-west-2.signin.aws.amazon.com/saml", "https://signin.aws.amazon.com/saml"])(
    "at both endpoints, whichever the config gives: %s",
    async (recipient) => {
      for (const signInEndpoint of ["regional", "global"] as const) {
        const london = await Workshop.make(
          {
            signInEndpoint,
            instanceArn:
              "arn:aws:connect:eu-west-2:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
          },
          {},
          workshop,
        );
        expect(await london.agentSigns({ recipient })).toMatchObject({ passed: true });
      }
    },
  );

  it("now, when no moment is given", async () => {
    jest.useFakeTimers({ now: AT, doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
    try {
      const { instances } = workshop;
      expect(await rehearse({ response: xml, instances })).toMatchObject({ passed: true });
    } finally {
      jest.useRealTimers();
    }
  });
});
