import { IdentityProvider } from "../../../support/identity-provider";
import { refusals, stepOf, Workshop } from "../support";

const ISSUER = "https://sts.windows.net/78fc3e7b-3a69-4a24-b243-000000000000/";
const mapping = (application: string) =>
  `arn:aws:iam::123456789012:role/AmazonConnect${application}AccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnect${application}Access`;
const AGENT = { roles: [mapping("Agent")] };
const ADMIN = { roles: [mapping("Admin")] };

const as = <T extends object>(one: T, changes: object) =>
  Object.assign(Object.create(one) as T, changes);
const tenant = (provider: IdentityProvider) =>
  as(provider, {
    metadata: provider.metadata.replace(/entityID="[^"]*"/, `entityID="${ISSUER}"`),
  });

let workshop: Workshop;
let agent: IdentityProvider;
let admin: IdentityProvider;

beforeAll(async () => {
  workshop = await Workshop.make();
  [agent, admin] = [tenant(workshop.agent), tenant(workshop.admin)];
});

describe("two applications of one issuer, each with its own certificate", () => {
  const configured = () => Workshop.make({}, {}, as(workshop, { agent, admin }));

  it("are told apart by the certificate", async () => {
    const two = await configured();
    const [one, other] = await Promise.all([
      two.captured(agent.respond(AGENT)),
      two.captured(admin.respond(ADMIN)),
    ]);
    expect([one.passed, other.passed]).toEqual([true, true]);
    expect([one.landing?.application, other.landing?.application]).toEqual(["agent", "admin"]);
    expect(stepOf(other, "signature").seen).toBe(
      "in the assertion, by the certificate of admin of config/workshop.yaml",
    );
  });

  it("do not take each other's Role attribute", async () => {
    const rehearsal = await (await configured()).captured(admin.respond(AGENT));
    expect(refusals(rehearsal)).toEqual({ role: ["Response signature invalid"] });
    expect(stepOf(rehearsal, "role").problems[0]?.message).toBe(
      "is the value of agent of config/workshop.yaml, whose SAML provider has different signing certificates",
    );
  });

  it("are both named when neither certificate verifies", async () => {
    const stranger = tenant(await IdentityProvider.make({ application: "agent", bits: 1024 }));
    const rehearsal = await (await configured()).captured(stranger.respond(AGENT));
    expect(stepOf(rehearsal, "signature").problems[0]?.message).toBe(
      "is signed with a certificate that the metadata of agent of config/workshop.yaml and admin of config/workshop.yaml does not have (valid from 2026-01-01T00:00:00Z to 2076-01-01T00:00:00Z): it was rotated after the metadata was downloaded, or somebody else made this response",
    );
  });
});

describe("one document for two applications", () => {
  const FILE = { samlMetadataFile: "metadata/agent.xml" };

  it.each(["shared", "separate"])(
    "leads where the Role attribute says, with roles: %s",
    async (roles) => {
      const applications = { agent: FILE, admin: FILE };
      const own = { applications, roles };
      const one = await Workshop.make(own, {}, as(workshop, { agent, admin: agent }));
      const role = (application: string) =>
        roles === "shared"
          ? mapping(application).replace(/(?<=Connect)\w+(?=AccessRole)/, "")
          : mapping(application);
      const landings = await Promise.all(
        ["Agent", "Admin"].map((application) =>
          one.captured(agent.respond({ roles: [role(application)] })),
        ),
      );
      expect(landings.map(({ landing }) => landing?.application)).toEqual(["agent", "admin"]);
    },
  );
});
