import { EVERYTHING, keepFigures } from "../../support/figures";
import type { Place } from "../support/cut";
import { describeWithTools } from "../support/tools";
import { DEPLOYMENTS } from "./killed/deployments";
import { KilledStack } from "./killed/killed-stack";
import type { Tally } from "./killed/tally";
import { inWorlds } from "./killed/worlds";

/** A run of a stack that is killed: at places, or at every one. */
interface Killed {
  readonly stack: string;
  readonly run: "apply" | "destroy";
  readonly places?: readonly Place[];
}

/** A place that is tried in every test run. */
const SAMPLE: readonly Killed[] = [
  {
    stack: "groups-people",
    run: "apply",
    places: [{ operation: "PUT /users", number: 2, side: "after" }],
  },
];

const KILLED: readonly Killed[] = EVERYTHING
  ? DEPLOYMENTS.flatMap(({ stack }) => [
      { stack, run: "apply" },
      { stack, run: "destroy" },
    ])
  : SAMPLE;

const LOST = EVERYTHING
  ? DEPLOYMENTS.flatMap(({ stack }) =>
      (["removed", "empty"] as const).map((now) => ({ stack, now })),
    )
  : [];

const name = (stack: string, what: string) => `${stack}, ${what}`;

describeWithTools("a stack", () => {
  const tallies = new Map<string, Promise<Tally>>();
  /** What `check --live` said. */
  const reports = new Map<string, Promise<string>>();

  beforeAll(async () => {
    const task =
      <T>(
        stack: string,
        what: string,
        results: Map<string, Promise<T>>,
        run: (killed: KilledStack) => Promise<T>,
      ) =>
      async (world: ConstructorParameters<typeof KilledStack>[0]) => {
        const deployment = DEPLOYMENTS.find((one) => one.stack === stack);
        if (!deployment) throw new Error(`there is no stack ${stack}`);
        const result = run(new KilledStack(world, deployment));
        results.set(name(stack, what), result);
        await result.catch(() => undefined); // the test of this stack shows it
      };
    await inWorlds(EVERYTHING ? 4 : 1, [
      ...KILLED.map(({ stack, run, places }) =>
        task(stack, run, tallies, (killed) =>
          run === "apply" ? killed.killApply(places) : killed.killDestroy(places),
        ),
      ),
      ...LOST.map(({ stack, now }) => task(stack, now, reports, (killed) => killed.loseState(now))),
    ]);
  }, 7_200_000);

  it.each(KILLED)(
    "$stack that is killed in $run goes on with the next one, or with adopt as the words say, and makes everything once",
    async ({ stack, run, places }) => {
      const tally = await tallies.get(name(stack, run));
      expect(tally?.failures).toEqual([]);
      if (places) expect(tally?.count()).toBe(places.length);
    },
  );

  (EVERYTHING ? it : it.skip).each(LOST)(
    "$stack, whose state is $now, is reported after a destroy, and destroyed after adopt",
    async ({ stack, now }) => {
      const said = await reports.get(name(stack, now));
      expect(said).toContain(DEPLOYMENTS.find((one) => one.stack === stack)?.reported);
      expect(said).toContain("run npm run adopt -- --write first");
    },
  );

  it("is never stuck, as the figures show", async () => {
    const figures = [];
    for (const [what, tally] of tallies) figures.push({ what, result: String(await tally) });
    const [lost, said] = [
      String(LOST.length),
      String((await Promise.all(reports.values())).length),
    ];
    figures.push({
      what: "states that are removed, or emptied by a machine that stops; then terraform destroy",
      result: `${said} of ${lost} reported by check --live, and destroyed after adopt`,
    });
    keepFigures("killed", figures);
  });
});
