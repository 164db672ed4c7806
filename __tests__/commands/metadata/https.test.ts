import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";

import { ownMetadata, SAMPLES } from "../../support/config";
import { makeKeys } from "../../support/metadata";
import { CONNECT_SSO } from "../../support/program";
import { Project } from "../../support/project";
import { command } from "../../support/command";

describe("connect-sso metadata, over https as it is run", () => {
  const project = new Project();
  const document = ownMetadata(String(SAMPLES["metadata/agent.xml"]));
  let server: Server;
  let url = "";
  beforeAll(async () => {
    const { certificate, privateKey } = await makeKeys({
      name: "CN=localhost",
      hosts: ["localhost"],
      constraints: 1,
    });
    const cert = `-----BEGIN CERTIFICATE-----\n${certificate.replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
    project.write("ca.pem", cert);
    server = createServer({ key: privateKey, cert }, (_, response) => response.end(document));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `https://localhost:${String((server.address() as AddressInfo).port)}/metadata.xml`;
  });
  afterAll(async () => {
    project.remove();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const metadata = (env: Readonly<Record<string, string>>) =>
    command("node", [...CONNECT_SSO, "metadata", "agent", url, "--idp"], {
      cwd: project.folder,
      env,
    });

  it("saves what a server with a trusted certificate sends, and nothing of another", async () => {
    project.write(
      "config/workshop.yaml",
      "instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca\napplications:\n  agent:\n",
    );
    const stranger = await metadata({});
    expect(stranger.stdout).toMatch(/failed +it cannot be reached \(\w*SELF_SIGNED\w*\)/);
    expect(stranger.code).toBe(3);
    expect(Object.keys(project.files("config"))).toEqual(["workshop.yaml"]);

    const { code, stdout, stderr } = await metadata({
      NODE_EXTRA_CA_CERTS: project.path("ca.pem"),
    });
    expect(stderr).toBe("");
    expect(stdout).toContain("  new         the metadata is saved\n");
    expect(code).toBe(0);
    expect(project.read("config/metadata/agent.xml")).toBe(document);
    expect(project.read("config/workshop.yaml")).toContain(
      "  agent:\n    samlMetadataFile: metadata/agent.xml\n",
    );
  });
});
