import { rmSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import type { Fetch } from "../../../modules/commands/metadata/fetch-document";
import { run, runWith } from "../../../modules/commands/metadata/run";
import { UsageError, type Values } from "../../../modules/commands/usage";
import { SAMPLES } from "../../support/config";
import { makeMetadata } from "../../support/metadata";
import { Project } from "../../support/project";

const AGENT = "111122223333_ins-aaaaaaaaaaaaaaaa";
const ADMIN = "111122223333_ins-bbbbbbbbbbbbbbbb";
const PORTAL = "https://portal.sso.us-east-1.amazonaws.com";
const urlOf = (application: string) =>
  `${PORTAL}/saml/metadata/${Buffer.from(application).toString("base64")}`;
const entityOf = (application: string) => urlOf(application).replace("/metadata/", "/assertion/");
const CONFIG = `# ours
instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
applications:
  agent: # for everybody
    samlMetadataFile: metadata/agent.xml # from the console
  admin: {}
`;
const FINGERPRINT = /SHA-256 [0-9A-F]{2}(:[0-9A-F]{2}){31}\n/;

describe("connect-sso metadata", () => {
  const project = new Project();
  const folder = process.cwd();
  let server: Server;
  let origin = "";
  let answer: (response: ServerResponse, path: string) => void;
  const asked: string[] = [];
  let good = "";
  let rotated = "";
  let ofAdmin = "";
  /** Sends to the server what would go to Identity Center. */
  const send: Fetch = (url, init) => fetch(url.replace(/^https:\/\/[^/]+/, origin), init);

  beforeAll(async () => {
    [good, rotated, ofAdmin] = await Promise.all([
      makeMetadata({ application: AGENT }),
      makeMetadata({
        application: AGENT,
        starts: new Date("2026-06-01"),
        ends: new Date("2076-06-01"),
      }),
      makeMetadata({ application: ADMIN }),
    ]);
    server = createServer((request, response) => {
      asked.push(String(request.url));
      answer(response, String(request.url));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    process.chdir(project.folder);
  });
  beforeEach(() => {
    project.write("config/workshop.yaml", CONFIG).write("config/metadata/agent.xml", good);
    asked.length = 0;
    answer = (response) => response.end(rotated);
  });
  afterEach(() => {
    for (const file of Object.keys(project.files("config"))) {
      if (!["workshop.yaml", "metadata/agent.xml"].includes(file)) remove(`config/${file}`);
    }
  });
  afterAll(async () => {
    process.chdir(folder);
    project.remove();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  function remove(path: string): void {
    rmSync(project.path(path), { recursive: true, force: true });
  }

  async function metadata(positionals: string[] = [], values: Values = {}, bounds = {}) {
    let printed = "";
    const write = (text: string) => (printed += text);
    const limits = { wholeMs: 20_000, bytes: 40_000_000, redirects: 3, ...bounds };
    const terminal = { write, paint: (_: unknown, text: string) => text };
    const code = await runWith(send, limits)({ values, positionals }, terminal);
    return { code, printed };
  }

  it("fetches again from the address that follows from the entity ID, and says what has changed", async () => {
    const { code, printed } = await metadata(["agent"]);
    expect(asked).toEqual([new URL(urlOf(AGENT)).pathname]);
    expect(printed.replace(/SHA-256 [0-9A-F:]+/g, "SHA-256 ...")).toBe(
      `config/workshop.yaml, agent: config/metadata/agent.xml
  from        ${urlOf(AGENT)}
  changed     the signing certificate has changed, and the new metadata is saved
  removed     certificate valid 2026-01-01 to 2076-01-01, SHA-256 ...
  added       certificate valid 2026-06-01 to 2076-06-01, SHA-256 ...

next: npm run synth, then npx cdktf deploy workshop-federation, with credentials of account 123456789012
`,
    );
    expect(printed).toMatch(FINGERPRINT);
    expect(code).toBe(0);
    expect(project.read("config/metadata/agent.xml")).toBe(rotated);
    expect(project.read("config/workshop.yaml")).toBe(CONFIG);

    const again = await metadata(["agent"]);
    expect(again.printed).toContain("  unchanged   it is the document that the file has\n");
    expect(again.printed).not.toContain("next:");
  });

  it("fetches every application's, and skips with 3 what has no metadata yet", async () => {
    const { code, printed } = await metadata();
    expect(printed).toContain("  added       certificate valid 2026-06-01");
    expect(printed).toContain(
      "config/workshop.yaml, admin: not written\n  skipped     it has no metadata file yet; give the URL that the application's page shows: npm run metadata -- admin URL\n",
    );
    expect(code).toBe(3);
  });

  it("saves the first metadata of an application from its URL, and names the file in the config", async () => {
    answer = (response) => response.end(ofAdmin);
    const { code, printed } = await metadata(["admin", urlOf(ADMIN)]);
    expect(printed).toContain("  new         the metadata is saved\n");
    expect(printed).toContain(
      "  config/workshop.yaml has this line now:\n  6 -   admin: {}\n  6 +   admin: { samlMetadataFile: metadata/admin.xml }\n",
    );
    expect(code).toBe(0);
    expect(project.read("config/metadata/admin.xml")).toBe(ofAdmin);
    expect(project.read("config/workshop.yaml")).toBe(
      CONFIG.replace("{}", "{ samlMetadataFile: metadata/admin.xml }"),
    );
  });

  it("replaces a sample, and a file that is missing", async () => {
    project.write("config/metadata/agent.xml", SAMPLES["metadata/agent.xml"] ?? "");
    expect((await metadata(["agent", urlOf(AGENT)])).printed).toContain("  new   ");
    remove("config/metadata/agent.xml");
    expect((await metadata(["agent", urlOf(AGENT)])).code).toBe(0);
    expect(project.read("config/metadata/agent.xml")).toBe(rotated);
    expect(Object.keys(project.files("config"))).toEqual(["metadata/agent.xml", "workshop.yaml"]);
  });

  const nothing = async (positionals: string[], message: string, code: number, bounds = {}) => {
    const before = project.files("config");
    const done = await metadata(positionals, {}, bounds);
    expect(done.printed).toContain(message);
    expect(done.code).toBe(code);
    expect(project.files("config")).toEqual(before);
  };

  it("refuses the document of another application", async () => {
    answer = (response) => response.end(ofAdmin);
    const wrong = `  refused     the document is of another application: its entity ID is ${entityOf(ADMIN)}, and not ${entityOf(AGENT)}\n`;
    await nothing(["agent"], wrong, 1);
    await nothing(["agent", urlOf(AGENT)], wrong, 1);
    await nothing(
      ["agent", urlOf(ADMIN)],
      `  refused     config/metadata/agent.xml is of another application, ${entityOf(AGENT)}, and the document of ${entityOf(ADMIN)}; if agent has moved to that, remove the file first\n`,
      1,
    );
  });

  it("refuses the document that another application of the config has", async () => {
    answer = (response) => response.end(good);
    await nothing(
      ["admin", urlOf(AGENT)],
      '  refused     applications.admin.samlMetadataFile: "metadata/admin.xml" is the same document as that of applications.agent ("metadata/agent.xml")',
      1,
    );
    remove("config/metadata/agent.xml");
    project.write("config/metadata/admin.xml", good);
    project.edit("config/workshop.yaml", (text) =>
      text.replace("{}", "{ samlMetadataFile: metadata/admin.xml }"),
    );
    await nothing(["agent", urlOf(AGENT)], "is the same document as that of applications.agent", 1);
  });

  it("refuses a web page, and what is not metadata", async () => {
    answer = (response) => response.end("<!doctype html><html><body>Sign in</body></html>");
    await nothing(["agent"], "  refused     the document is a web page; download", 1);
    answer = (response) => response.end("");
    await nothing(["agent"], "  refused     the document is empty; download", 1);
  });

  it("takes one with an expired certificate, as synth does, and warns", async () => {
    const expired = await makeMetadata({
      application: AGENT,
      starts: new Date("2020-01-01"),
      ends: new Date("2025-01-01"),
    });
    answer = (response) => response.end(expired);
    const { code, printed } = await metadata(["agent"]);
    expect(printed).toContain(
      '  warning     applications.agent.samlMetadataFile: "metadata/agent.xml" has a signing certificate that expired on 2025-01-01; IAM does not act on that date',
    );
    expect(code).toBe(0);
    expect(project.read("config/metadata/agent.xml")).toBe(expired);
  });

  it("stops at the bound of the size, without reading the rest of 100 MB", async () => {
    let sent = 0;
    answer = (response) => {
      const chunk = Buffer.alloc(1_000_000, "x");
      const more = () => {
        while (sent < 100_000_000 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return response.once("drain", more);
        }
        return response.end();
      };
      more();
    };
    await nothing(
      ["agent"],
      "  failed      the answer is longer than 40 MB, which no metadata is; check the URL\n",
      3,
    );
    expect(sent).toBeLessThan(100_000_000);
  });

  it("gives up on a slow answer, be it the headers or the rest", async () => {
    const late = "  failed      there was no whole answer within 0.3 seconds; check the network";
    answer = () => undefined;
    await nothing(["agent"], late, 3, { wholeMs: 300 });
    answer = (response) => response.write(rotated.slice(0, 100));
    await nothing(["agent"], late, 3, { wholeMs: 300 });
  });

  it("follows a redirect within the host, and none elsewhere, down to http or without end", async () => {
    const to = (location: string) => (response: ServerResponse) =>
      response.writeHead(302, { location }).end();
    answer = (response, path) => (path === "/new" ? response.end(rotated) : to("/new")(response));
    expect((await metadata(["agent"])).code).toBe(0);
    expect(project.read("config/metadata/agent.xml")).toBe(rotated);

    answer = to("https://evil.example.com/metadata");
    await nothing(
      ["agent"],
      "  failed      it redirects to https://evil.example.com, and redirects to other hosts are not followed; if that is the right place, give its URL\n",
      3,
    );
    answer = to("http://portal.sso.us-east-1.amazonaws.com/metadata");
    await nothing(["agent"], "it redirects to http://portal.sso.us-east-1.amazonaws.com, and", 3);
    asked.length = 0;
    answer = to("/again");
    await nothing(["agent"], "  failed      it redirects more than 3 times; give", 3);
    expect(asked).toHaveLength(4);
  });

  it("says why it has nothing: the status, the network", async () => {
    answer = (response) => response.writeHead(404).end("gone");
    await nothing(["agent"], "  failed      it answers with the status 404; check the URL\n", 3);
    answer = (response) => response.destroy();
    await nothing(
      ["agent"],
      "  failed      it cannot be reached (UND_ERR_SOCKET); check the URL, the network and the proxy\n",
      3,
    );
  });

  it("takes any https URL of another identity provider with --idp, but not its address from its name", async () => {
    const other = (text: string) => text.replaceAll(entityOf(AGENT), "https://idp.example.com/");
    answer = (response) => response.end(other(rotated));
    remove("config/metadata/agent.xml");
    const url = "https://idp.example.com/metadata.xml?app=1";
    expect((await metadata(["agent", url], { idp: true })).code).toBe(0);
    expect(project.read("config/metadata/agent.xml")).toBe(other(rotated));
    expect(asked).toEqual(["/metadata.xml?app=1"]);
    const { code, printed } = await metadata(["agent"]);
    expect(printed).toContain(
      "  skipped     https://idp.example.com/ is another identity provider, whose address does not follow from its name; give it: npm run metadata -- agent URL --idp\n",
    );
    expect(code).toBe(3);
  });

  it.each<[string[], Values, string]>([
    [
      ["agent", "https://idp.example.com/metadata.xml"],
      {},
      '"https://idp.example.com/metadata.xml" is not the metadata URL of an Identity Center application (https://portal.sso.<region>.amazonaws.com/saml/metadata/...); copy it from the application\'s page, or add --idp for another identity provider',
    ],
    [
      ["agent", entityOf(AGENT)],
      {},
      `"${entityOf(AGENT)}" is the sign-in URL of the application; its metadata is at ${urlOf(AGENT)}`,
    ],
    [
      ["agent", "http://idp.example.com/"],
      { idp: true },
      '"http://idp.example.com/" is not an https URL; metadata is fetched over https alone',
    ],
    [
      ["agent", "https://me:secret@idp.example.com/"],
      { idp: true },
      '"https://me:secret@idp.example.com/" has a user name or password; metadata is public, so leave them out',
    ],
    [["agent"], { idp: true }, "--idp needs the URL too; write APP URL --idp"],
    [["agnet"], {}, 'no config has an application "agnet"; did you mean agent?'],
    [[urlOf(AGENT)], {}, "the URL is of one application; write APP before it: agent, admin"],
    [["agent", urlOf(AGENT), "x"], {}, '"x" is not expected here; write APP and URL'],
  ])("does not understand %j %j", async (positionals, values, message) => {
    await expect(metadata(positionals, values)).rejects.toEqual(new UsageError(message));
    expect(asked).toEqual([]);
  });

  it("does not write over a file that the config does not name", async () => {
    project.write("config/metadata/admin.xml", "mine");
    answer = (response) => response.end(ofAdmin);
    expect((await metadata(["admin", urlOf(ADMIN)])).code).toBe(0);
    expect(project.read("config/metadata/admin.xml")).toBe("mine");
    expect(project.read("config/metadata/workshop-admin.xml")).toBe(ofAdmin);
    project.write("config/workshop.yaml", CONFIG);
    await nothing(
      ["admin", urlOf(ADMIN)],
      "  refused     metadata/admin.xml exists beside config/workshop.yaml, and applications.admin does not name it; set samlMetadataFile to it, or remove it\n",
      1,
    );
  });

  it("reports a bad config, and asks nobody", async () => {
    project.write("config/workshop.yaml", `${CONFIG}colour: red\n`);
    await nothing([], 'colour: "colour" is not a key here', 1);
    expect(asked).toEqual([]);
  });

  it("writes the same as one JSON document", async () => {
    const { printed } = await metadata(["agent"], { json: true });
    expect(JSON.parse(printed)).toMatchObject({
      problems: [],
      applications: [
        {
          config: "config/workshop.yaml",
          key: "agent",
          is: "changed",
          url: urlOf(AGENT),
          metadataFile: "config/metadata/agent.xml",
          entityId: entityOf(AGENT),
          certificates: {
            kept: [],
            removed: [{ ends: "2076-01-01T00:00:00.000Z" }],
            added: [{ starts: "2026-06-01T00:00:00.000Z" }],
          },
          warnings: [],
          why: [],
        },
      ],
    });
  });

  it("is what the command runs, with the fetch of Node.js", async () => {
    const url = "https://127.0.0.1:1/metadata.xml";
    let printed = "";
    const write = (text: string) => (printed += text);
    const values = { idp: true };
    const code = await run(
      { values, positionals: ["agent", url] },
      { write, paint: (_, text) => text },
    );
    expect(printed).toContain("  failed      it cannot be reached (");
    expect(code).toBe(3);
  });
});
