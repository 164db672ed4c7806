import { basename } from "node:path";

import { makeMetadata, metadataWith } from "../../support/metadata";
import { fixture } from "../../support/fixture";
import { agent, ARN, load, OTHER_ACCOUNT, SAMPLES, two, whole } from "../../support/config";

describe("A metadata file", () => {
  const AGENT = "applications: { agent: { samlMetadataFile: metadata/own.xml } }";
  const AGAIN =
    "download the IAM Identity Center SAML metadata file of this application again, and save it as it comes";

  /** What is reported when this is the application's file. */
  const reportedOf = (content: string | Uint8Array) =>
    load({ "workshop.yaml": whole(ARN, AGENT), "metadata/own.xml": content }).reported;

  test("that is missing is reported with the place it should be at", () => {
    const { reported } = load(whole(ARN, AGENT));
    expect(reported).toEqual([
      'error: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" does not exist (config/metadata/own.xml); save the application\'s metadata file there, or remove this line until you have it',
    ]);
  });

  test("that is a folder", () => {
    const { reported } = load({
      "workshop.yaml": whole(ARN, AGENT),
      "metadata/own.xml/agent.xml": "",
    });
    expect(reported).toEqual([
      'error: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" is a folder (config/metadata/own.xml); name the file in it',
    ]);
  });

  test("that is empty", () => {
    expect(reportedOf("")).toEqual([
      `error: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" is empty; ${AGAIN}`,
    ]);
  });

  test("that starts with a byte order mark", () => {
    expect(reportedOf(`\uFEFF${fixture("examples/metadata/workshop-agent.xml")}`)).toEqual([
      'error: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" starts with a byte order mark (BOM), which IAM cannot parse; save it as UTF-8 without BOM',
    ]);
  });

  test("of the wrong end of the connection", () => {
    const serviceProvider =
      '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:amazon:webservices"><SPSSODescriptor/></EntityDescriptor>';
    expect(reportedOf(serviceProvider)).toEqual([
      `error: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" is the metadata of a service provider (urn:amazon:webservices), which is the other side of the connection; IAM needs the metadata of the identity provider; ${AGAIN}`,
    ]);
  });

  test("whose certificate has expired is a warning only", async () => {
    const expired = await makeMetadata({
      application: "agent",
      starts: new Date("2021-11-30T00:00:00Z"),
      ends: new Date("2026-11-30T00:00:00Z"),
    });
    const { instances, reported } = load({
      "workshop.yaml": whole(ARN, AGENT),
      "metadata/own.xml": expired,
    });
    expect(reported).toEqual([
      `warning: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" has a signing certificate that expired on 2026-11-30; IAM does not act on that date, but the provider has most likely moved to another key, and then sign-in fails; rotate the application's certificate in Identity Center if it is still in use, then ${AGAIN}`,
    ]);
    expect(instances).toHaveLength(1);
  });

  test("whose certificate ends soon is a warning only", async () => {
    const ending = await makeMetadata({
      application: "agent",
      starts: new Date("2022-01-01T00:00:00Z"),
      ends: new Date("2026-12-31T00:00:00Z"),
    });
    const { instances, reported } = load({
      "workshop.yaml": whole(ARN, AGENT),
      "metadata/own.xml": ending,
    });
    expect(reported).toEqual([
      `warning: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" has a signing certificate that expires on 2026-12-31, in 30 days; rotate the application's certificate in Identity Center before then, and ${AGAIN}`,
    ]);
    expect(instances).toHaveLength(1);
  });

  test("in the other application's place, and the other way round", () => {
    const { reported } = load({
      ...SAMPLES,
      "workshop.yaml": whole(
        ARN,
        "applications:",
        "  agent: { samlMetadataFile: metadata/admin.xml }",
        "  admin: { samlMetadataFile: metadata/agent.xml }",
      ),
    });
    expect(reported).toEqual([
      'error: config/workshop.yaml:3:30 applications.agent.samlMetadataFile: "metadata/admin.xml" is named after the application admin, whose "metadata/agent.xml" is named after this one; the two files are swapped; swap them back, or rename the files if they are right',
      'error: config/workshop.yaml:4:30 applications.admin.samlMetadataFile: "metadata/agent.xml" is named after the application agent, whose "metadata/admin.xml" is named after this one; the two files are swapped; swap them back, or rename the files if they are right',
    ]);
  });

  test("that carries the name of an application without a file is a warning only", () => {
    const { instances, reported } = load({
      ...SAMPLES,
      "workshop.yaml": whole(
        ARN,
        "applications:",
        "  agent: { samlMetadataFile: metadata/admin.xml }",
        "  admin: {}",
      ),
    });
    expect(reported).toEqual([
      'warning: config/workshop.yaml:3:30 applications.agent.samlMetadataFile: "metadata/admin.xml" is named after the application admin; make sure that it is not the file of that application',
    ]);
    expect(instances).toHaveLength(1);
  });

  test("that carries the name of an application with a file of another name is a warning only", () => {
    const { instances, reported } = load({
      ...SAMPLES,
      "metadata/other.xml": fixture("examples/metadata/workshop-agent.xml"),
      "workshop.yaml": whole(
        ARN,
        "applications:",
        "  agent: { samlMetadataFile: metadata/admin.xml }",
        "  admin: { samlMetadataFile: metadata/other.xml }",
      ),
    });
    expect(reported).toEqual([
      'warning: config/workshop.yaml:3:30 applications.agent.samlMetadataFile: "metadata/admin.xml" is named after the application admin; make sure that it is not the file of that application',
    ]);
    expect(instances).toHaveLength(1);
  });

  test("that is a sample of this project's is a warning only, in a real account", () => {
    const application = "applications: { agent: { samlMetadataFile: metadata/agent.xml } }";
    const { instances, reported } = load({
      ...SAMPLES,
      "workshop.yaml": whole(OTHER_ACCOUNT, application),
    });
    expect(reported).toEqual([
      'warning: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/agent.xml" is a sample of this project; nobody can sign in with it; save your application\'s metadata file in its place, or remove this line until you have it',
    ]);
    expect(instances).toHaveLength(1);
  });

  test("that is a sample of this project's is fine in the account 123456789012", () => {
    const application = "applications: { agent: { samlMetadataFile: metadata/agent.xml } }";
    const { reported } = load({ ...SAMPLES, "workshop.yaml": whole(ARN, application) });
    expect(reported).toEqual([]);
  });

  test.each([
    ["metadata/agent.xml.xml"],
    ["metadata/Agent.xml"],
    ["metadata/Amazon Connect_ins-7223.xml"],
  ])("that has another name, %s, is reported with that", (path) => {
    const { reported } = load({
      "metadata/admin.xml": SAMPLES["metadata/admin.xml"] ?? "",
      [path]: SAMPLES["metadata/agent.xml"] ?? "",
      "workshop.yaml": whole(
        ARN,
        "applications:",
        "  agent: { samlMetadataFile: metadata/agent.xml }",
        "  admin: { samlMetadataFile: metadata/admin.xml }",
      ),
    });
    const name = JSON.stringify(basename(path));
    expect(reported).toEqual([
      `error: config/workshop.yaml:3:30 applications.agent.samlMetadataFile: "metadata/agent.xml" does not exist (config/metadata/agent.xml); ${name} is there; if that is it, rename it to "agent.xml", or name it here`,
    ]);
  });

  test("whose name has two lines is reported in one", () => {
    const { reported } = load({
      ...SAMPLES,
      "workshop.yaml": agent('samlMetadataFile: "metadata/ag\\nent.xml"'),
    });
    expect(reported).toEqual([
      'error: config/workshop.yaml:4:23 applications.agent.samlMetadataFile: "metadata/ag\\nent.xml" does not exist (config/metadata/ag\\u{a}ent.xml); "agent.xml" is there; if that is it, rename it to "ag\\nent.xml", or name it here',
    ]);
  });

  test("given to two applications", () => {
    const { reported } = load({
      ...SAMPLES,
      "workshop.yaml": whole(
        ARN,
        "applications:",
        "  agent: { samlMetadataFile: metadata/agent.xml }",
        "  admin: { samlMetadataFile: metadata/agent.xml }",
      ),
    });
    expect(reported).toEqual([
      'error: config/workshop.yaml:4:30 applications.admin.samlMetadataFile: "metadata/agent.xml" is the same document as that of applications.agent ("metadata/agent.xml"): https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy01YTNjMWU5ZjcwYjJkODQ2; each application of Identity Center has its own entity ID; download this application\'s file',
    ]);
  });

  test("with the entity ID of another application's file", () => {
    const certificate = /X509Certificate>([^<]+)</.exec(
      fixture("examples/metadata/workshop-admin.xml"),
    )?.[1];
    const twin = metadataWith({
      application: "123456789012_ins-5a3c1e9f70b2d846",
      certificate: certificate ?? "",
    });
    const { reported } = load({
      ...SAMPLES,
      "metadata/admin.xml": twin,
      "workshop.yaml": whole(
        ARN,
        "applications:",
        "  agent: { samlMetadataFile: metadata/agent.xml }",
        "  admin: { samlMetadataFile: metadata/admin.xml }",
      ),
    });
    expect(reported).toEqual([
      'error: config/workshop.yaml:4:30 applications.admin.samlMetadataFile: "metadata/admin.xml" has the entity ID of applications.agent ("metadata/agent.xml"): https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy01YTNjMWU5ZjcwYjJkODQ2; each application of Identity Center has its own entity ID; download this application\'s file',
    ]);
  });

  test("given to applications of two instances", () => {
    const application = "applications: { agent: { samlMetadataFile: metadata/agent.xml } }";
    const { reported } = load({
      ...SAMPLES,
      "berlin.yaml": whole(ARN, application),
      "london.yaml": whole(OTHER_ACCOUNT, application),
    });
    expect(reported).toEqual([
      'error: config/london.yaml:2:44 applications.agent.samlMetadataFile: "metadata/agent.xml" is the same document as that of applications.agent in config/berlin.yaml ("metadata/agent.xml"): https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy01YTNjMWU5ZjcwYjJkODQ2; each application of Identity Center has its own entity ID; download this application\'s file',
      'warning: config/london.yaml:2:44 applications.agent.samlMetadataFile: "metadata/agent.xml" is a sample of this project; nobody can sign in with it; save your application\'s metadata file in its place, or remove this line until you have it',
    ]);
  });
});

describe("Metadata of another identity provider than Identity Center", () => {
  const issuedBy = (entityId: string, metadata: string) =>
    metadata.replace(/entityID="[^"]*"/, `entityID="${entityId}"`);
  const ENTRA = "https://sts.windows.net/78fc3e7b-3a69-4a24-b243-000000000000/";
  const GOOGLE = "https://accounts.google.com/o/saml2?idpid=C01abcde2";
  const [AGENT, ADMIN] = [
    fixture("examples/metadata/workshop-agent.xml"),
    fixture("examples/metadata/workshop-admin.xml"),
  ];
  const both = (agents: string, admins: string) =>
    two(`samlMetadataFile: metadata/${agents}.xml`, `samlMetadataFile: metadata/${admins}.xml`);

  test("may have one issuer and two certificates, as the applications of an Entra ID tenant do", () => {
    const { instances, reported } = load({
      "metadata/agent.xml": issuedBy(ENTRA, AGENT),
      "metadata/admin.xml": issuedBy(ENTRA, ADMIN),
      "workshop.yaml": both("agent", "admin"),
    });
    expect(reported).toEqual([]);
    expect(instances).toHaveLength(1);
  });

  test.each(["shared", "separate"])(
    "may be one document for all applications, with roles: %s",
    (roles) => {
      const { instances, reported } = load({
        "metadata/google.xml": issuedBy(GOOGLE, AGENT),
        "workshop.yaml": `${both("google", "google")}roles: ${roles}\n`,
      });
      expect(reported).toEqual([]);
      expect(instances[0]?.applications.map(({ samlProviderName }) => samlProviderName)).toEqual([
        "AmazonConnectAgentAccess",
        "AmazonConnectAdminAccess",
      ]);
    },
  );

  test("may be a copy by mistake", () => {
    const { instances, reported } = load({
      "metadata/agent.xml": issuedBy(ENTRA, AGENT),
      "metadata/admin.xml": issuedBy(ENTRA, AGENT),
      "workshop.yaml": both("agent", "admin"),
    });
    expect(reported).toEqual([
      'warning: config/workshop.yaml:4:30 applications.admin.samlMetadataFile: "metadata/admin.xml" is a copy of the document of applications.agent ("metadata/agent.xml"); name that file if the identity provider has one document for all applications, or download this application\'s file if each has its own',
    ]);
    expect(instances).toHaveLength(1);
  });
});

describe("Where Identity Center is, metadata tells too", () => {
  const [, certificate = ""] =
    /X509Certificate>([^<]+)</.exec(fixture("examples/metadata/workshop-agent.xml")) ?? [];
  const issuedIn = (region: string, application: string) =>
    metadataWith({ application, region, certificate });
  const ISSUED = {
    "metadata/one.xml": issuedIn("eu-central-1", "one"),
    "metadata/two.xml": issuedIn("eu-central-1", "two"),
    "metadata/three.xml": issuedIn("eu-west-2", "three"),
  };
  const loadIssued = (config: string) => load({ ...ISSUED, "workshop.yaml": config });

  test("a file that was issued in another region than is given", () => {
    const { instances, reported } = loadIssued(
      two(
        "samlMetadataFile: metadata/one.xml",
        "samlMetadataFile: metadata/three.xml",
        "identityCenter: { region: eu-west-2 }",
      ),
    );
    expect(reported).toEqual([
      'warning: config/workshop.yaml:3:30 applications.agent.samlMetadataFile: "metadata/one.xml" was issued by Identity Center in eu-central-1, but identityCenter.region is eu-west-2; the assignments are made in the former, groups and users in the latter; if Identity Center is not replicated, correct one of them',
    ]);
    expect(instances).toHaveLength(1);
  });

  test("files that were issued in two regions", () => {
    const { instances, reported } = loadIssued(
      two("samlMetadataFile: metadata/one.xml", "samlMetadataFile: metadata/three.xml"),
    );
    expect(reported).toEqual([
      'warning: config/workshop.yaml:4:30 applications.admin.samlMetadataFile: "metadata/three.xml" was issued by Identity Center in eu-west-2, but that of applications.agent in eu-central-1; if both are right, set identityCenter.region to the primary region, where groups and users are managed',
    ]);
    expect(instances).toHaveLength(1);
  });

  test("files that were issued in two regions, and a region that is wrong itself", () => {
    expect(
      loadIssued(
        two(
          "samlMetadataFile: metadata/one.xml",
          "samlMetadataFile: metadata/three.xml",
          "identityCenter: { region: London }",
        ),
      ).reported,
    ).toEqual([
      'error: config/workshop.yaml:5:27 identityCenter.region: "London" is not a region; write its code, such as us-east-1',
      'warning: config/workshop.yaml:4:30 applications.admin.samlMetadataFile: "metadata/three.xml" was issued by Identity Center in eu-west-2, but that of applications.agent in eu-central-1; if both are right, set identityCenter.region to the primary region, where groups and users are managed',
    ]);
  });

  test("an application's ARN of another account than the one that issued its metadata", () => {
    const arn = (account: string) =>
      `applicationArn: "arn:aws:sso::${account}:application/ssoins-1234567890abcdef/apl-1111111111111111", samlMetadataFile: metadata/one.xml`;
    const metadata = issuedIn("us-east-1", "111122223333_ins-1234567890abcdef");
    const reportedOf = (account: string) =>
      load({
        "workshop.yaml": whole(ARN, `applications: { agent: { ${arn(account)} } }`),
        "metadata/one.xml": metadata,
      }).reported;
    expect(reportedOf("111122223333")).toEqual([]);
    expect(reportedOf("444455556666")).toEqual([
      'warning: config/workshop.yaml:2:42 applications.agent.applicationArn: "arn:aws:sso::444455556666:application/ssoins-1234567890abcdef/apl-1111111111111111" is of account 444455556666, but the metadata was issued by Identity Center of account 111122223333; copy both from the page of the same application',
    ]);
  });

  test("and is not doubted when all of it agrees, wherever the instance is", () => {
    expect(
      loadIssued(two("samlMetadataFile: metadata/one.xml", "samlMetadataFile: metadata/two.xml"))
        .reported,
    ).toEqual([]);
    expect(
      loadIssued(
        two(
          "samlMetadataFile: metadata/one.xml",
          "samlMetadataFile: metadata/two.xml",
          "identityCenter: { region: eu-central-1 }",
        ),
      ).reported,
    ).toEqual([]);
  });

  test("of three files, the one that is meant is named", () => {
    const config = whole(
      ARN,
      "applications:",
      "  agent: { samlMetadataFile: metadata/three.xml }",
      "  admin: { samlMetadataFile: metadata/one.xml }",
      "  lead: { samlMetadataFile: metadata/two.xml }",
    );
    expect(loadIssued(config).reported).toEqual([
      'warning: config/workshop.yaml:4:30 applications.admin.samlMetadataFile: "metadata/one.xml" was issued by Identity Center in eu-central-1, but that of applications.agent in eu-west-2; if both are right, set identityCenter.region to the primary region, where groups and users are managed',
      'warning: config/workshop.yaml:5:29 applications.lead.samlMetadataFile: "metadata/two.xml" was issued by Identity Center in eu-central-1, but that of applications.agent in eu-west-2; if both are right, set identityCenter.region to the primary region, where groups and users are managed',
    ]);
  });
});
