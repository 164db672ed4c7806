import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { makeMetadata } from "../support/metadata";
import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { readAccount } from "./support/account";
import { Moto } from "./support/moto";
import { RunningProvider } from "./support/running-provider";
import { lockOf, StateServer } from "./support/state-server";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const CONFIG = `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
applications:
  agent:
    applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111
permission: { attach: inline }
`;

const RESOURCES = [
  "aws_iam_role.agent",
  "aws_iam_role_policy.agent",
  "aws_iam_saml_provider.agent",
  "terraform_data.sign_in_protection",
];

/** What a plan says that makes everything under names with a prefix. */
const all = (prefix: string) => ({
  "aws_iam_role.agent": "create",
  "aws_iam_role_policy.agent": "create",
  "aws_iam_saml_provider.agent": "create",
  [`terraform_data.sign_in_protection["agent (${prefix}AmazonConnectAgentAccessRole, ${prefix}AmazonConnectAgentAccess): users would be locked out (protect: false allows it)"]`]:
    "create",
});

/** A state that somebody else left, with nothing in it. */
const OTHER_STATE = JSON.stringify({
  version: 4,
  terraform_version: "1.5.0",
  serial: 1,
  lineage: "3f1d9a52-6c84-4e0b-9b7a-8d2c5e6f7a10",
  outputs: {},
  resources: [],
});

describeWithTools("state", () => {
  const projects: Project[] = [];
  let moto: Moto;
  let provider: RunningProvider;
  let metadata: string;
  beforeAll(async () => {
    moto = await Moto.start();
    provider = await RunningProvider.start(moto.environment("us-east-1"));
    metadata = await makeMetadata({ application: "agent" });
  });
  afterAll(async () => {
    for (const project of projects) project.remove();
    await moto.stop();
    await provider.stop();
  });

  /** A clone of its own. The prefix keeps what one test makes apart from what another does. */
  const clone = (namePrefix: string, backend: string) => {
    const project = new Project();
    projects.push(project);
    project.write(
      "config/hotline.yaml",
      `${CONFIG}namePrefix: ${namePrefix}\nbackend: { ${backend} }\n`,
    );
    resynth(project);
    return project;
  };

  const terraformIn = (folder: string, env: Record<string, string> = {}) =>
    new Terraform(folder, {
      ...provider.environment,
      TF_VAR_agent_saml_metadata_document: metadata,
      ...env,
    });

  const terraform = (project: Project, stack = "federation", env: Record<string, string> = {}) =>
    terraformIn(project.path(`cdktf.out/stacks/hotline-${stack}`), env);

  const pushOtherState = async (project: Project, stack: string, env = {}) => {
    project.write("other.tfstate", OTHER_STATE);
    const own = terraform(project, stack, env);
    await own.init();
    await own.run("state", "push", project.path("other.tfstate"));
  };

  const rolesOf = async (namePrefix: string) => {
    const { roles } = await readAccount(moto.iam("us-east-1"));
    return Object.keys(roles).filter((name) => name.startsWith(namePrefix));
  };

  /** What Terraform says to an apply that fails, in one line. */
  const refusal = async (stack: Terraform) => {
    const { code, stderr } = await stack.attempt("apply", "-auto-approve", "-input=false");
    expect(code).toBe(1);
    return stderr.replace(/[│╷╵\s]+/g, " ");
  };

  describe("that a run brings along", () => {
    it("serves a stack's folder copied alone to another place, with a variable from the environment", async () => {
      const project = clone("Alone-", "type: none");
      const elsewhere = mkdtempSync(join(tmpdir(), "connect-sso-run-"));
      try {
        cpSync(project.path("cdktf.out/stacks/hotline-federation"), elsewhere, { recursive: true });
        project.remove();
        const run = terraformIn(elsewhere);
        await run.init();
        expect(await run.apply()).toEqual(all("Alone-"));
        expect(await run.isUpToDate()).toBe(true);
        expect(await rolesOf("Alone-")).toEqual(["Alone-AmazonConnectAgentAccessRole"]);
      } finally {
        rmSync(elsewhere, { recursive: true, force: true });
      }
    });
  });

  describe("in a file at another relative path", () => {
    it("is there, one for each stack", async () => {
      const project = clone("Local-", 'type: local, path: "../../../state/{stack}/own.tfstate"');
      await pushOtherState(project, "federation");
      await pushOtherState(project, "assignments");
      expect(Object.keys(project.files("state"))).toEqual([
        "hotline-assignments/own.tfstate",
        "hotline-federation/own.tfstate",
      ]);
    });
  });

  describe("in a file in the stack's folder", () => {
    it("is the state of the stack's HCL too", async () => {
      const project = clone("Inside-", 'type: local, path: "state/{stack}.tfstate"');
      resynth(project, "config", { hcl: true });
      const json = terraform(project);
      await json.init();
      expect(await json.apply()).toEqual(all("Inside-"));
      const asHcl = terraformIn(project.path("cdktf.out/hcl/hotline-federation"));
      await asHcl.init();
      expect(await asHcl.isUpToDate()).toBe(true);

      // A folder that lacks a file, however that came about, is never a plan to destroy.
      for (const file of ["outputs.tf", "providers.tf", "versions.tf", "main.tf"]) {
        const path = `cdktf.out/hcl/hotline-federation/${file}`;
        const content = project.read(path);
        rmSync(project.path(path));
        const moved = await asHcl.attempt("init", "-input=false", "-reconfigure");
        const { stdout, stderr } = await asHcl.attempt("plan", "-input=false");
        expect(`${file} ${moved.stdout}${stdout}${stderr}`).not.toMatch(
          /[1-9]\d* to destroy|will be destroyed/,
        );
        project.write(path, content);
      }
    });
  });

  describe("in S3", () => {
    const bucket = "acme-terraform";

    /** A request to the bucket, which moto takes for signed. */
    const s3 = (path: string, init: RequestInit = {}) =>
      fetch(`${moto.url}/${bucket}${path}`, {
        ...init,
        headers: {
          authorization:
            "AWS4-HMAC-SHA256 Credential=test/20261201/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0",
        },
        signal: AbortSignal.timeout(30_000),
      });
    const keys = async (folder: string) => {
      const list = await (await s3(`?list-type=2&prefix=${folder}/`)).text();
      return [...list.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key);
    };
    const backend = (folder: string) =>
      `type: s3, bucket: ${bucket}, region: us-east-1, key: "${folder}/{stack}.tfstate"`;

    beforeAll(async () => {
      expect((await s3("", { method: "PUT" })).status).toBe(200);
    });

    it("is not touched while somebody else holds its lock, who is named", async () => {
      const project = clone("Locked-", backend("locked"));
      const stack = terraform(project);
      await stack.init();
      const lock = lockOf("lead@build-7");
      await s3("/locked/hotline-federation.tfstate.tflock", {
        method: "PUT",
        body: JSON.stringify(lock),
      });

      const told = await refusal(stack);
      expect(told).toContain("Error acquiring the state lock");
      expect(told).toContain("PreconditionFailed");
      expect(told).toContain("Who: lead@build-7");
      expect(told).toContain(`ID: ${lock.ID}`);
      expect(await rolesOf("Locked-")).toEqual([]);
      expect(await keys("locked")).toEqual(["locked/hotline-federation.tfstate.tflock"]);

      await stack.run("force-unlock", "-force", lock.ID);
      expect(await keys("locked")).toEqual([]);
    });

    it("is made once by two who apply at once, and nothing is lost", async () => {
      const clones = ["one", "two"].map(() => clone("Race-", backend("race")));
      const [one, two] = clones.map((project) => terraform(project)) as [Terraform, Terraform];
      await Promise.all([one.init(), two.init()]);
      const apply = async (stack: Terraform): Promise<Record<string, string>> => {
        try {
          return await stack.apply("-lock-timeout=90s");
        } catch (error) {
          // Terraform gives up where the lock goes just as it looks who holds it.
          if (String(error).includes("NoSuchKey")) return apply(stack);
          throw error;
        }
      };
      const planned = await Promise.all([one, two].map(apply));
      // Whoever comes second has waited, and finds nothing left to do.
      expect(planned).toHaveLength(2);
      expect(planned).toContainEqual(all("Race-"));
      expect(planned).toContainEqual({});

      expect(await keys("race")).toEqual(["race/hotline-federation.tfstate"]);
      const kept = await (await s3("/race/hotline-federation.tfstate")).text();
      expect(addresses(kept)).toEqual(RESOURCES);
    });

    it("has an object of its own for the other stack", async () => {
      await pushOtherState(clone("Keys-", backend("keys")), "assignments");
      expect(await keys("keys")).toEqual(["keys/hotline-assignments.tfstate"]);
    });
  });

  describe("on an HTTP server", () => {
    const login = { username: "gitlab-ci-token", password: "of this test alone" };
    let server: StateServer;
    beforeEach(async () => {
      server = await StateServer.start({ login });
    });
    afterEach(async () => {
      await server.stop();
    });

    const backend = (lock = "", more = "") =>
      `type: http, address: "${server.url}/{stack}", lockAddress: "${server.url}/{stack}${lock}", username: ${login.username}${more}`;
    /** Terraform would try again for a while. */
    const env = { TF_HTTP_PASSWORD: login.password, TF_HTTP_RETRY_MAX: "0" };

    it("is locked, written and unlocked as GitLab has it, and not touched while somebody else holds it", async () => {
      const gitLab = backend("/lock", ", lockMethod: POST, unlockMethod: DELETE");
      const stack = terraform(clone("GitLab-", gitLab), "federation", env);
      await stack.init();
      const lock = lockOf("lead@build-7");
      server.locks["/hotline-federation"] = lock;
      const told = await refusal(stack);
      expect(told).toContain("Error acquiring the state lock");
      // By its ID alone: Terraform shows its own name beside it, and not the holder's.
      expect(told).toContain(`already locked: ID=${lock.ID}`);
      expect(await rolesOf("GitLab-")).toEqual([]);
      expect(server.states).toEqual({});

      await stack.run("force-unlock", "-force", lock.ID);
      expect(await stack.apply()).toEqual(all("GitLab-"));
      expect(await stack.isUpToDate()).toBe(true);
      expect(Object.keys(server.states)).toEqual(["/hotline-federation"]);
      expect(addresses(server.states["/hotline-federation"])).toEqual(RESOURCES);
      expect(server.locks["/hotline-federation"]).toBeUndefined();
      expect([...new Set(server.calls)].sort()).toEqual([
        "DELETE /hotline-federation/lock",
        "GET /hotline-federation",
        "POST /hotline-federation",
        "POST /hotline-federation/lock",
      ]);
    });

    it("is not lost when the server fails in the middle of an apply", async () => {
      const project = clone("Failing-", backend());
      const stack = terraform(project, "federation", env);
      await stack.init();
      server.writesFail = true;
      const told = await refusal(stack);
      expect(told).toContain("Error saving state");
      expect(told).toContain("terraform state push errored.tfstate");
      expect(await rolesOf("Failing-")).toEqual(["Failing-AmazonConnectAgentAccessRole"]);
      expect(server.states).toEqual({});

      server.writesFail = false;
      resynth(project);
      expect(existsSync(project.path("cdktf.out/stacks/hotline-federation/errored.tfstate"))).toBe(
        true,
      );
      await stack.run("state", "push", "errored.tfstate");
      expect(addresses(server.states["/hotline-federation"])).toEqual(RESOURCES);
      expect(await stack.isUpToDate()).toBe(true);
      expect(server.locks["/hotline-federation"]).toBeUndefined();
    });

    it("has an address of its own for the other stack", async () => {
      await pushOtherState(clone("Addresses-", backend()), "assignments", env);
      expect(Object.keys(server.states)).toEqual(["/hotline-assignments"]);
    });
  });
});

/** What a state holds. */
function addresses(state = "{}"): string[] {
  const { resources = [] } = JSON.parse(state) as {
    resources?: { mode: string; type: string; name: string }[];
  };
  return resources
    .filter(({ mode }) => mode === "managed")
    .map(({ type, name }) => `${type}.${name}`)
    .sort();
}

describeWithTools("a stack for HCP Terraform", () => {
  let host: Server;
  let provider: RunningProvider;
  let calls: string[] = [];
  beforeAll(async () => {
    provider = await RunningProvider.start({});
    // Lets Terraform in, and ends it where it looks for its workspaces.
    host = createServer(({ method = "", url = "" }, response) => {
      calls.push(`${method} ${decodeURIComponent(url)}`);
      const known = /ping$|entitlement-set$/.test(url);
      response
        .writeHead(known ? 200 : 403, {
          "content-type": "application/vnd.api+json",
          "tfp-api-version": "2.6",
        })
        .end(JSON.stringify({ data: { id: "org-1", type: "entitlement-sets", attributes: {} } }));
    });
    await new Promise<void>((resolve, reject) => {
      host.once("error", reject).listen(0, "127.0.0.1", resolve);
    });
  });
  afterAll(async () => {
    host.closeAllConnections();
    await new Promise((resolve) => host.close(resolve));
    await provider.stop();
  });

  it.each([
    [
      "by its name",
      'project: Contact Center, workspace: "prod-{stack}"',
      "GET /api/v2/organizations/acme/workspaces/prod-hotline-federation",
    ],
    [
      "by its tags",
      'tags: [connect, "stack:{stack}"]',
      "GET /api/v2/organizations/acme/workspaces?search[tags]=connect,stack:hotline-federation",
    ],
  ])("is valid, and Terraform looks for its workspace %s", async (_, workspaces, call) => {
    calls = [];
    const project = new Project();
    try {
      project.write(
        "config/hotline.yaml",
        `${CONFIG}backend: { type: cloud, organization: acme, hostname: tfe.example.com, ${workspaces} }\n`,
      );
      resynth(project);
      const folder = project.path("cdktf.out/stacks/hotline-federation");
      const terraform = new Terraform(folder, provider.environment);
      await terraform.run("init", "-backend=false", "-input=false");
      expect(await terraform.run("validate")).toContain("Success! The configuration is valid.");

      // Terraform judges a cloud block only when it comes to the host, which is here and without TLS.
      const { port } = host.address() as AddressInfo;
      project.write(
        "terraformrc",
        `host "tfe.example.com" {\n  services = { "tfe.v2" = "http://127.0.0.1:${String(port)}/api/v2/" }\n}\n`,
      );
      const { code, stderr } = await new Terraform(folder, {
        TF_CLI_CONFIG_FILE: project.path("terraformrc"),
        TF_TOKEN_tfe_example_com: "of this test alone",
      }).attempt("init", "-input=false");
      expect({ code, calls, stderr }).toMatchObject({
        code: 1,
        calls: expect.arrayContaining([call]) as unknown,
      });
    } finally {
      project.remove();
    }
  });
});
