import { isRead, type Place } from "../../support/cut";
import type { Deployment } from "./deployments";
import { type Outcome, Tally } from "./tally";
import { withoutWayOut } from "./words";
import type { World } from "./world";

/** A stack that is deployed and destroyed in a world, and killed while it is. */
export class KilledStack {
  /** What became of what a killed run left, by what it left: the same is not tried again. */
  private readonly known = new Map<string, Outcome>();

  public constructor(
    private readonly world: World,
    private readonly deployment: Deployment,
  ) {}

  /** Kills a first deployment at places, by default at every one, and deploys again. */
  public async killApply(places?: readonly Place[]): Promise<Tally> {
    const { world, deployment } = this;
    const reset = () => world.reset(deployment);
    if (!places) await reset();
    return this.tally(
      "apply",
      places ?? (await this.placesOf(() => world.terraform(deployment).apply())),
      reset,
      (start) => this.deployAgain(start),
    );
  }

  /** Kills the destruction of what is deployed at places, by default at every one, and destroys again. */
  public async killDestroy(places?: readonly Place[]): Promise<Tally> {
    const { world, deployment } = this;
    const reset = () => this.deploy();
    if (!places) await reset();
    return this.tally(
      "destroy",
      places ?? (await this.placesOf(() => world.terraform(deployment).destroy())),
      reset,
      () => this.destroyAgain(),
    );
  }

  /** Loses the state of what is deployed, destroys, and goes on as the words of `check --live` say. */
  public async loseState(now: "removed" | "empty"): Promise<string> {
    const { world, deployment } = this;
    await this.deploy();
    world.loseState(deployment, now);
    await world.terraform(deployment).destroy();
    expect(await world.inventory()).toEqual(this.everything());
    const said = await this.destroyLost();
    expect(await world.inventory()).toEqual(deployment.others);
    return said;
  }

  private everything(): string[] {
    return [...this.deployment.others, ...this.deployment.own].sort();
  }

  private async deploy(): Promise<void> {
    await this.world.reset(this.deployment);
    await this.world.terraform(this.deployment).apply();
  }

  /**
   * Finds every place of a run that nobody kills. Of a call that only reads, both sides are the same:
   * nobody hears its answer.
   */
  private async placesOf(run: () => Promise<unknown>): Promise<Place[]> {
    const { calls } = this.world.cut;
    const start = calls.length;
    await run();
    const numbers: Record<string, number> = {};
    return calls.slice(start).flatMap(({ operation }) => {
      const number = (numbers[operation] ?? 0) + 1;
      numbers[operation] = number;
      const before = { operation, number, side: "before" } as const;
      return isRead(operation) ? [before] : [before, { ...before, side: "after" } as const];
    });
  }

  private async tally(
    run: "apply" | "destroy",
    places: readonly Place[],
    reset: () => Promise<void>,
    goOn: (start: number) => Promise<Outcome>,
  ): Promise<Tally> {
    const { world, deployment } = this;
    const tally = new Tally();
    await reset();
    for (const place of places) {
      const before = world.state(deployment);
      const start = world.cut.calls.length;
      try {
        await world.kill(deployment, run, place);
        const state = world.state(deployment);
        if (!this.hasWritten(start) && String(state) === String(before)) {
          tally.add(place, "untouched");
          continue;
        }
        const left = JSON.stringify([await world.inventory(), state]);
        const outcome = this.known.get(left) ?? (await goOn(start));
        this.known.set(left, outcome);
        tally.add(place, outcome);
      } catch (error) {
        tally.fail(place, error);
      }
      if (place !== places.at(-1)) await reset();
    }
    return tally;
  }

  /** Tells if AWS has changed anything since a number of calls. */
  private hasWritten(start: number): boolean {
    return this.world.cut.calls
      .slice(start)
      .some(({ operation, isDone }) => isDone && !isRead(operation));
  }

  /** Deploys in the way that the words on the screen say: everything is there, and was made once. */
  private async deployAgain(start: number): Promise<Outcome> {
    const { world, deployment } = this;
    const terraform = world.terraform(deployment);
    const { code, said } = await world.attempt(deployment);
    if (code !== 0) {
      expect(withoutWayOut(said)).toEqual([]);
      await world.adopt(deployment);
      await terraform.apply();
      world.synthesize(deployment); // adopt is for one deployment
    }
    expect(await terraform.isUpToDate()).toBe(true);
    expect(await world.inventory()).toEqual(this.everything());
    expect(world.creations(deployment, start)).toEqual(deployment.creations);
    return code === 0 ? "healed" : "adopted";
  }

  /**
   * Destroys: nothing of the stack is left, and all that others have made. A kill while the state is
   * written empties it: then `check --live` says that there is something left.
   */
  private async destroyAgain(): Promise<Outcome> {
    const { world, deployment } = this;
    const isEmpty = world.state(deployment).length === 0;
    await world.terraform(deployment).destroy();
    const isLost = isEmpty && String(await world.inventory()) !== String(deployment.others);
    if (isLost) await this.destroyLost();
    expect(await world.inventory()).toEqual(deployment.others);
    expect(world.state(deployment)).toEqual([]);
    return isLost ? "adopted" : "healed";
  }

  /** Takes over what a destruction without a state has left, and destroys it. */
  private async destroyLost(): Promise<string> {
    const { world, deployment } = this;
    const said = await world.check(deployment);
    expect(said).toContain("run npm run adopt -- --write first");
    await world.adopt(deployment);
    await world.terraform(deployment).apply();
    await world.terraform(deployment).destroy();
    return said;
  }
}
