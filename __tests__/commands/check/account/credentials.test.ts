import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { cliHere } from "../../../support/cli-here";
import { command, type Outcome } from "../../../support/command";
import { CONNECT_SSO } from "../../../support/program";
import { Project } from "../../../support/project";

// As a user has it, whatever the caller of the tests has set.
for (const name of [
  "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED",
  "AWS_PROFILE",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "FORCE_COLOR",
]) {
  Reflect.deleteProperty(process.env, name);
}

/** Answers as STS does, with the account of the access key, and knows of an instance; denies the rest. */
function sts(accounts: Record<string, string>): Server {
  return createServer((request, response) => {
    const key = /Credential=(\w+)\//.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const account = accounts[key];
    const identity = `<Account>${String(account)}</Account><Arn>arn:aws:iam::${String(account)}:user/u</Arn>`;
    const found = `<GetCallerIdentityResponse><GetCallerIdentityResult>${identity}</GetCallerIdentityResult></GetCallerIdentityResponse>`;
    const code =
      request.url === "/" && account === undefined ? "InvalidClientTokenId" : "AccessDenied";
    const refused = `<ErrorResponse><Error><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;
    const isXml = request.headers["content-type"] === "application/x-www-form-urlencoded";
    const isSts = (request.headers.authorization ?? "").includes("/sts/aws4_request");
    request.resume().on("end", () => {
      if (request.url?.startsWith("/instance/") === true) {
        const Instance = { InstanceStatus: "ACTIVE", IdentityManagementType: "SAML" };
        response.end(JSON.stringify({ Instance }));
        return;
      }
      const ok = isSts && account !== undefined;
      response
        .writeHead(ok ? 200 : 403, {
          "content-type": "text/xml",
          "x-amzn-errortype": "AccessDeniedException",
        })
        .end(ok ? found : isXml ? refused : "{}");
    });
  });
}

describe("connect-sso check --live", () => {
  const project = new Project().copy("examples");
  const server = sts({
    INSTANCE: "123456789012",
    DIRECTORY: "210987654321",
    OTHER: "111122223333",
  });
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const profile = (name: string, key: string) =>
      `[${name}]\naws_access_key_id = ${key}\naws_secret_access_key = test\n`;
    project.write(
      "credentials",
      [
        profile("instance", "INSTANCE"),
        profile("directory", "DIRECTORY"),
        profile("other", "OTHER"),
        profile("revoked", "REVOKED"),
      ].join("\n"),
    );
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    project.remove();
  });

  const environment = () => ({
    AWS_ENDPOINT_URL: url,
    AWS_SHARED_CREDENTIALS_FILE: project.path("credentials"),
    AWS_CONFIG_FILE: project.path("none"),
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_MAX_ATTEMPTS: "1",
  });
  const CHECK = ["check", "examples/people.yaml", "--live"];

  /** What is not compared at all, and the exit code. */
  function reported({ code, stdout, stderr }: Outcome) {
    expect(stderr).toBe("");
    const lines = stdout.split("\n").filter((line) => line.includes("was not compared"));
    return { code, reported: lines.map((line) => line.trim()) };
  }

  async function check(args: string[], env: Record<string, string> = {}) {
    return reported(await cliHere(project, [...CHECK, ...args], { ...environment(), ...env }));
  }

  it("takes a profile for each of the two accounts, and shows no warning of the AWS SDK", async () => {
    const profiles = ["--profile", "instance", "--identity-center-profile", "directory"];
    // The SDK warns a process.
    const program = [...CONNECT_SSO, ...CHECK, ...profiles];
    const outcome = await command("node", program, { cwd: project.folder, env: environment() });
    expect(reported(outcome)).toEqual({ code: 0, reported: [] });
  });

  it("says once that Identity Center is in another account, which is not an error", async () => {
    expect(await check(["--profile", "instance"])).toEqual({
      code: 0,
      reported: [
        "unread  Identity Center: was not compared: it is in account 210987654321, but the credentials are for account 123456789012; name a profile of that account with --identity-center-profile, or set identityCenter.accountId to that of its delegated administrator",
      ],
    });
  });

  it("says once that the instance is in another account", async () => {
    expect(await check(["--profile", "other"])).toEqual({
      code: 3,
      reported: [
        "failed  instance b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10: was not compared: it is in account 123456789012, but the credentials are for account 111122223333; name a profile of that account with --profile",
      ],
    });
  });

  it("says once that there are no credentials, or none that AWS takes", async () => {
    const fix = "name a profile of account 123456789012 with --profile, or set AWS_PROFILE";
    expect(await check([])).toEqual({
      code: 3,
      reported: [
        `failed  instance b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10: was not compared: no credentials (Could not load credentials from any providers); ${fix}`,
      ],
    });
    expect(await check(["--profile", "revoked"])).toEqual({
      code: 3,
      reported: [
        `failed  instance b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10: was not compared: AWS does not accept the credentials (no); ${fix}`,
      ],
    });
  });

  it("says once that AWS cannot be reached", async () => {
    const { code, reported } = await check(["--profile", "instance"], {
      AWS_ENDPOINT_URL: "http://127.0.0.1:9",
    });
    expect(code).toBe(3);
    expect(reported).toEqual([
      "failed  instance b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10: was not compared: AWS cannot be reached (connect ECONNREFUSED 127.0.0.1:9); check the network and the proxy",
    ]);
  });
});
