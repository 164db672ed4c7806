import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

import { keepFigures, notQuick } from "../../support/figures";
import type { Place } from "../support/cut";
import { StateServer } from "../support/state-server";
import { describeWithTools } from "../support/tools";
import { type Deployment, DEPLOYMENTS } from "./killed/deployments";
import { withoutWayOut } from "./killed/words";
import { type Ended, World } from "./killed/world";

const INSTANCE = "shared";

/** Calls at which Ctrl-C is pressed: a look-up, and every one that makes something. */
const PLACES = [
  ["GET /instance", 1],
  ["CreateSAMLProvider", 1],
  ["CreateSAMLProvider", 2],
  ["CreateRole", 1],
  ["PutRolePolicy", 1],
  ["PUT /users", 1],
  ["PUT /users", 2],
].map(([operation, number]): Place => ({
  operation: String(operation),
  number: Number(number),
  side: "with",
}));

notQuick(describeWithTools)("a deployment of the federation that is interrupted", () => {
  const [given] = DEPLOYMENTS.filter(({ stack }) => stack === `${INSTANCE}-federation`);
  if (!given) throw new Error("there is no such stack");
  const deployment: Deployment = given;
  const went: string[] = [];
  let world: World;
  let states: StateServer;

  beforeAll(async () => {
    world = await World.start();
    states = await StateServer.start();
  });
  afterAll(async () => {
    await states.stop();
    await world.stop();
  });

  /** Deploys as at a terminal, in a process group that Ctrl-C reaches as a whole. */
  function cdktfDeploy() {
    const mark = randomUUID();
    const child = spawn(
      "node",
      [
        "node_modules/cdktf-cli/bundle/bin/cdktf",
        "deploy",
        deployment.stack,
        "--auto-approve",
        "--skip-provider-lock",
      ],
      {
        cwd: world.project.folder,
        detached: true,
        env: {
          ...process.env,
          ...world.environment,
          CONNECT_SSO_CONFIG: `${INSTANCE}.yaml`,
          CI: "true",
          CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
          CONNECT_SSO_TESTS_MARK: mark,
        },
      },
    );
    let said = "";
    const listen = (chunk: Buffer) => (said += chunk.toString());
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once("error", reject).once("close", resolve);
    });
    return {
      pressCtrlC: () => process.kill(-Number(child.pid), "SIGINT"),
      ended: ended.then((code) => ({ code, said })),
      mark,
    };
  }

  /** Waits until no process is left of a deployment, for half a minute at most. */
  async function leftBehind(mark: string): Promise<string[]> {
    let left = marked(mark);
    for (let second = 0; second < 30 && left.length > 0; second += 1) {
      await setTimeout(1_000);
      left = marked(mark);
    }
    return left;
  }

  /**
   * How much AWS has made and not removed, since a number of calls: Terraform replaces what it was not told the
   * end of.
   */
  function kept(start: number): Record<string, number> {
    const made = world.creations(deployment, start);
    const opposite = (name: string) =>
      name.replace(/^Create/, "Delete").replace(/^PUT /, "DELETE ");
    return Object.fromEntries(
      Object.entries(made).map(([name, count]) => {
        const removed = world.cut.calls
          .slice(start)
          .filter(({ operation, isDone }) => isDone && operation === opposite(name));
        return [name, count - removed.length];
      }),
    );
  }

  /** Goes on as the words of the next deployment say: everything is there, and was made once. */
  async function finish({ code, said }: Ended, start: number, own = deployment) {
    const terraform = world.terraform(own);
    if (code !== 0) {
      expect(withoutWayOut(said)).toEqual([]);
      await world.adopt(own);
      await terraform.apply();
      world.synthesize(own);
    }
    expect(await terraform.isUpToDate()).toBe(true);
    expect(await world.inventory()).toEqual(deployment.own);
    expect(kept(start)).toEqual(deployment.creations);
    went.push(code === 0 ? "healed" : "adopted");
  }

  it.each(PLACES)(
    "by Ctrl-C at the terminal of cdktf deploy, at $operation $number, leaves no process, goes on, and leaves nothing twice",
    async (place) => {
      await world.reset(deployment);
      const start = world.cut.calls.length;
      const first = cdktfDeploy();
      world.cut.at(place, first.pressCtrlC);
      expect((await first.ended).code).not.toBe(0);
      expect(await leftBehind(first.mark)).toEqual([]);
      await world.cut.heal();
      await finish(await cdktfDeploy().ended, start);
    },
    900_000,
  );

  it("by a kill, leaves a lock of its state file that stops nobody", async () => {
    await world.reset(deployment);
    await world.kill(deployment, "apply", { operation: "CreateRole", number: 1, side: "after" });
    expect(readdirSync(world.project.folder)).toContain(
      `.terraform.${deployment.stack}.tfstate.lock.info`,
    );
    const { said } = await world.attempt(deployment);
    expect(said).not.toContain("Error acquiring the state lock");
  });

  it("by a kill, leaves a lock on a server, which the words say how to open", async () => {
    const backend = `backend: { type: http, address: "${states.url}/{stack}", lockAddress: "${states.url}/{stack}" }\n`;
    const remote = { ...deployment, config: deployment.config + backend };
    await world.reset(remote);
    await world.terraform(remote).run("init", "-input=false", "-reconfigure");
    const start = world.cut.calls.length;
    await world.kill(remote, "apply", { operation: "CreateRole", number: 1, side: "after" });
    const { said } = await world.attempt(remote);
    expect(said).toContain("Error acquiring the state lock");
    const [, id = ""] = /ID: *(\S+)/.exec(said) ?? [];
    await world.terraform(remote).run("force-unlock", "-force", id);
    const again = await world.attempt(remote);
    expect(again.code).toBe(1);
    await finish(again, start, remote);
  });

  it("and is never stuck, as the figures show", () => {
    const count = (outcome: string) => String(went.filter((one) => one === outcome).length);
    keepFigures("interrupted", [
      {
        what: "`cdktf deploy`, Ctrl-C at a call; then `terraform apply`, killed with its lock on a server",
        result: `${String(went.length)} of ${String(PLACES.length + 1)} go on: ${count("healed")} healed, ${count("adopted")} adopted`,
      },
    ]);
  });
});

/** Processes whose environment has a mark: their commands. */
function marked(mark: string): string[] {
  return readdirSync("/proc")
    .filter((id) => /^\d+$/.test(id))
    .flatMap((id) => {
      try {
        const isOwn = readFileSync(`/proc/${id}/environ`, "utf8").includes(mark);
        return isOwn ? [readFileSync(`/proc/${id}/cmdline`, "utf8").replaceAll("\0", " ")] : [];
      } catch {
        return []; // it has just ended, or is somebody else's
      }
    });
}
