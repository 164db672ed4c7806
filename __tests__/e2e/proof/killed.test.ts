import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";

import { run } from "../../../modules/commands/adopt";
import { EVERYTHING } from "../../support/figures";
import { Project } from "../../support/project";
import { resynth } from "../../support/resynth";
import { readAccount } from "../support/account";
import { Cut } from "../support/cut";
import { Moto } from "../support/moto";
import { People } from "../support/people";
import { RunningProvider } from "../support/running-provider";
import { StandIn } from "../support/stand-in";
import { Terraform } from "../support/terraform";
import { describeWithTools } from "../support/tools";

const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const AGENT = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
const ADMIN = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222";

const CONFIG = `# Our contact centre
instanceArn: ${INSTANCE}
applications:
  agent:
    samlMetadataFile: config/metadata/agent.xml
    applicationArn: ${AGENT}
    assign: { groups: [ConnectAgents], users: [carol] }
  admin:
    samlMetadataFile: config/metadata/admin.xml
    applicationArn: ${ADMIN}
    assign: { groups: [ConnectAdmins] }
identityCenter: { createGroups: [ConnectAgents] } # ConnectAdmins exists
users:
  - email: agent1@example.com
    givenName: Agent
    familyName: One
    applications: [agent]
    securityProfiles: [Agent]
    createInIdentityCenter: true
  - email: admin1@example.com
    givenName: Admin
    familyName: One
    applications: [admin]
    securityProfiles: [Admin]
    createInIdentityCenter: true
`;

const STACKS = ["interrupted-federation", "interrupted-assignments"] as const;

/** Calls of each deployment that change something. */
const WRITES = { "interrupted-federation": 9, "interrupted-assignments": 8 };

/**
 * Places at which both deployments are killed together. CONNECT_SSO_PROOF=true tries every
 * one, in some minutes.
 */
const PLACES = EVERYTHING
  ? Array.from({ length: 9 }, (_, index) => [index + 1, Math.min(index + 1, 8)] as const)
  : ([
      [2, 3],
      [9, 8],
    ] as const);

describeWithTools("a first deployment that is killed", () => {
  const project = new Project().workshop();
  const environment = { ...process.env };
  let moto: Moto;
  let cut: Cut;
  let provider: RunningProvider;
  let standIn: StandIn | undefined;

  beforeAll(async () => {
    moto = await Moto.start();
    cut = await Cut.start();
    const behindCut = { ...moto.environment("us-east-1"), AWS_ENDPOINT_URL: cut.url };
    provider = await RunningProvider.start(behindCut);
    Object.assign(process.env, behindCut);
  });
  afterAll(async () => {
    process.env = environment;
    project.remove();
    await provider.stop();
    await standIn?.stop();
    await cut.stop();
    await moto.stop();
  });

  function folder(stack: string): string {
    return project.path(`cdktf.out/stacks/${stack}`);
  }

  /** Deploys a stack and kills Terraform after so many calls that change something. */
  async function deployKilled(stack: string, writes: number): Promise<void> {
    const terraform = spawn("terraform", ["apply", "-auto-approve", "-input=false"], {
      cwd: folder(stack),
      env: { ...process.env, ...provider.environment },
      stdio: "ignore",
    });
    const killed = new Promise<boolean>((resolve) => {
      terraform.once("exit", (_, signal) => {
        resolve(signal === "SIGKILL");
      });
    });
    cut.after(writes, () => terraform.kill("SIGKILL"));
    expect(await killed).toBe(true);
    await cut.heal();
  }

  /** Runs `connect-sso adopt --write`. */
  async function adopt(): Promise<{ code: number; printed: string }> {
    let printed = "";
    const code = await run(
      { values: { write: true }, positionals: [project.path("interrupted.yaml")] },
      { write: (text) => (printed += text), paint: (_, text) => text },
    );
    return { code, printed };
  }

  it.each(PLACES)(
    "at its %d. call and its %d. call, goes on after connect-sso adopt --write, and makes everything once",
    async (...places) => {
      await fetch(`${moto.url}/moto-api/reset`, { method: "POST" });
      await standIn?.stop();
      standIn = await StandIn.start(moto, {
        identityCenter: { region: "us-east-1", accountId: "123456789012" },
        connect: {
          instanceArn: INSTANCE,
          identityManagementType: "SAML",
          routingProfiles: ["Basic Routing Profile"],
          securityProfiles: ["Agent", "Admin"],
        },
      });
      cut.target = standIn.url;
      standIn.identityCenter.addApplication(AGENT);
      standIn.identityCenter.addApplication(ADMIN);
      const people = new People(standIn, "us-east-1");
      await people.addGroup("ConnectAdmins");
      await people.addUser("carol", "carol@example.com");
      project.write("interrupted.yaml", CONFIG);
      resynth(project, "interrupted.yaml");
      const terraforms = STACKS.map((stack) => new Terraform(folder(stack), provider.environment));
      for (const [index, stack] of STACKS.entries()) {
        rmSync(project.path(`terraform.${stack}.tfstate`), { force: true });
        if (!existsSync(`${folder(stack)}/.terraform.lock.hcl`)) await terraforms[index]?.init();
        await deployKilled(stack, places[index] ?? 0);
      }

      const { code, printed } = await adopt();
      expect(code).toBe(0);
      expect(printed).toContain("\nadopt:\n");
      expect(project.read("interrupted.yaml").startsWith(CONFIG)).toBe(true);
      resynth(project, "interrupted.yaml");
      for (const [index, terraform] of terraforms.entries()) {
        const stack = STACKS[index] ?? "interrupted-federation";
        const before = cut.writes.length;
        await terraform.apply();
        // What the killed deployment made is not made again.
        expect(cut.writes.length - before).toBe(WRITES[stack] - (places[index] ?? 0));
        expect(await terraform.isUpToDate()).toBe(true);
      }

      const { samlProviders, roles, policies } = await readAccount(moto.iam("us-east-1"));
      const policy = "arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy";
      expect(Object.keys(samlProviders).sort()).toEqual([
        "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
        "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
      ]);
      expect(Object.entries(roles).map(([name, { managed }]) => [name, managed])).toEqual(
        expect.arrayContaining([
          ["AmazonConnectAgentAccessRole", [policy]],
          ["AmazonConnectAdminAccessRole", [policy]],
        ]),
      );
      expect(Object.keys(policies)).toEqual([policy]);
      expect(Object.keys(standIn.connect?.users() ?? {}).sort()).toEqual([
        "admin1@example.com",
        "agent1@example.com",
      ]);
      expect(await people.groups()).toEqual({
        ConnectAgents: ["agent1@example.com"],
        ConnectAdmins: ["admin1@example.com"],
      });
      expect(await people.users()).toEqual([
        "admin1@example.com (Admin One, admin1@example.com)",
        "agent1@example.com (Agent One, agent1@example.com)",
        "carol (A Person, carol@example.com)",
      ]);
      expect(await people.assigned(AGENT)).toEqual(["group ConnectAgents", "user carol"]);
      expect(await people.assigned(ADMIN)).toEqual(["group ConnectAdmins"]);
    },
    600_000,
  );
});
