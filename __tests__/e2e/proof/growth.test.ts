import { mkdirSync } from "node:fs";

import { command } from "../../support/command";
import { type Figure, keepFigures, notQuick } from "../../support/figures";
import { CONNECT_SSO, SYNTH } from "../../support/program";
import { Project } from "../../support/project";
import { Moto } from "../support/moto";
import { People } from "../support/people";
import { StandIn } from "../support/stand-in";
import { describeWithTools } from "../support/tools";
import { APPLICATION, type Growth, GROWTHS, INSTANCE } from "./growth/grown";

/**
 * How much more than in proportion to what is added time may grow; and the seconds below which a
 * difference between two runs says nothing. Terraform takes more than in proportion for what there are
 * many of in a stack.
 */
const BOUNDS = {
  synth: { margin: 1.5, nothing: 0.1 },
  check: { margin: 1.5, nothing: 0.1 },
  plan: { margin: 3, nothing: 1 }, // the start of the provider differs by that
};

const figures: Figure[] = [];

/** Runs a program, and returns the seconds of the processor that it and those that it starts take. */
async function seconds(
  cwd: string,
  program: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const script = `TIMEFORMAT='%U %S'; time "$@" >&2`;
  const args = ["-c", script, "time", ...program];
  const { code, stderr } = await command("bash", args, { cwd, env, seconds: 600 });
  if (code !== 0) throw new Error(`${program.join(" ")} ended with ${String(code)}\n${stderr}`);
  const [user = 0, system = 0] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return user + system;
}

/** Tells if what is added to the least is in bounds. */
function isBounded(
  what: keyof typeof BOUNDS,
  [least = 0, some = 0, many = 0]: readonly number[],
  [one, few, most]: Growth["counts"],
): boolean {
  const { margin, nothing } = BOUNDS[what];
  const proportion = (most - one) / (few - one);
  return many - least <= Math.max(some - least, nothing) * proportion * margin;
}

notQuick(describeWithTools)("time grows in proportion", () => {
  let moto: Moto;
  let standIn: StandIn;
  beforeAll(async () => {
    moto = await Moto.start();
  });
  afterAll(async () => {
    await moto.stop();
  });
  beforeEach(async () => {
    await moto.reset();
    standIn = await StandIn.start(moto, {
      identityCenter: { region: "us-east-1", accountId: "123456789012" },
      connect: {
        instanceArn: INSTANCE,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile"],
        securityProfiles: ["Agent"],
      },
    });
    standIn.identityCenter.addApplication(APPLICATION);
  });
  afterEach(() => standIn.stop());

  it.each(GROWTHS)(
    "to $grows",
    async (growing) => {
      const { grows, counts, stack, write, prepare } = growing;
      const took: Record<keyof typeof BOUNDS, number[]> = { synth: [], check: [], plan: [] };
      let prepared = 0;
      for (const count of counts) {
        const project = new Project();
        try {
          const { folder } = project;
          mkdirSync(project.path("config"));
          write(project.path("config"), count);
          took.check.push(await seconds(folder, ["node", ...CONNECT_SSO, "check"]));
          took.synth.push(await seconds(folder, ["node", ...SYNTH]));
          if (stack === undefined) continue;
          if (prepared === 0) await prepare?.(new People(standIn, "us-east-1"), counts[2]);
          prepared = counts[2];
          const own = project.path(`cdktf.out/stacks/${stack}`);
          const env = standIn.environment("us-east-1");
          await seconds(own, ["terraform", "init", "-input=false"], env);
          took.plan.push(await seconds(own, ["terraform", "plan", "-input=false"], env));
        } finally {
          project.remove();
        }
      }
      for (const what of ["synth", "check", "plan"] as const) {
        const times = took[what];
        if (times.length === 0) continue;
        const kept = isBounded(what, times, counts);
        expect([what, times, kept]).toEqual([what, times, true]);
        const program = what === "plan" ? "terraform plan" : what;
        figures.push({
          what: `${program}, ${counts.map((count) => count.toLocaleString("en-US")).join(", ")} ${grows}`,
          result: `${times.map((time) => time.toFixed(1)).join(", ")} s of the processor`,
        });
      }
    },
    1_800_000,
  );

  it("as the figures show", () => {
    expect(figures).toHaveLength(11);
    keepFigures("growth", figures);
  });
});
