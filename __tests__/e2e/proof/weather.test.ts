import { keepFigures, notQuick } from "../../support/figures";
import { describeWithTools } from "../support/tools";
import { type Kind, KINDS, type Place } from "../support/weather";
import { Deployments, type Services, type Stack, STACKS, type Story } from "./weather/deployments";
import { waysOut } from "./weather/way-out";

/** Deployments at the same time, of which most wait most of the time. */
const LANES = 5;

/** One deployment to try: a call, and what it meets. */
interface Trial {
  readonly stack: Stack;
  readonly place: Place;
  readonly kind: string;
}

/** What services have in the end. */
const SERVICES: Record<Stack, Services> = {
  "storm-federation": {
    iam: [
      "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
      "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole with arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy",
      "arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy",
    ],
    connectUsers: ["agent1@example.com"],
    groups: {},
    users: ["carol (A Person, carol@example.com)"],
    assigned: [],
  },
  "storm-assignments": {
    iam: [],
    connectUsers: [],
    groups: { ConnectAgents: ["agent1@example.com"] },
    users: [
      "agent1@example.com (Agent One, agent1@example.com)",
      "carol (A Person, carol@example.com)",
    ],
    assigned: ["group ConnectAgents", "user carol"],
  },
};

notQuick(describeWithTools)("a first deployment in bad weather", () => {
  const told: (Trial & { readonly story: Story })[] = [];
  const narrow: { readonly stack: Stack; readonly story: Story }[] = [];
  let calls = 0;

  beforeAll(async () => {
    const lanes = await Promise.all(Array.from({ length: LANES }, () => Deployments.start()));
    try {
      const [first] = lanes;
      const trials = first ? await allTrials(first) : [];
      calls = new Set(trials.map(({ stack, place }) => JSON.stringify([stack, place]))).size;
      const work = lanes.map(async (lane) => {
        for (let next = trials.shift(); next; next = trials.shift()) {
          const kind: Kind = KINDS[next.kind as keyof typeof KINDS];
          told.push({ ...next, story: await lane.strike(next.stack, next.place, kind) });
        }
      });
      await Promise.all(work);
      for (const stack of STACKS) {
        if (first) narrow.push({ stack, story: await first.narrow(stack) });
      }
    } finally {
      await Promise.all(lanes.map((lane) => lane.stop()));
    }
  }, 7_200_000);

  /** Every call of both stacks with every kind of weather. */
  async function allTrials(deployments: Deployments): Promise<Trial[]> {
    const trials: Trial[] = [];
    for (const stack of STACKS) {
      for (const place of await deployments.record(stack)) {
        trials.push(...Object.keys(KINDS).map((kind) => ({ stack, place, kind })));
      }
    }
    return trials;
  }

  /** Trials that do not keep a promise, each in a line. */
  function broken(keeps: (story: Story, trial: Trial) => boolean): string[] {
    return told
      .filter(({ story, ...trial }) => !keeps(story, trial))
      .map(({ stack, place, kind, story }) => {
        const said = messageOf(story.next ?? story.first).slice(-500);
        return `${stack}, ${place.call} ${String(place.ordinal)}, ${kind}: ${said}`;
      });
  }

  it("meets it at every call", () => {
    expect(told.length).toBeGreaterThan(calls);
    expect(broken(({ struck }) => struck > 0)).toEqual([]);
  });

  it("ends without a crash, and where it fails, names the call or the resource", () => {
    const crash = /panic|crash|did not respond|bug in the provider|inconsistent/i;
    const name = /operation error [\w ]+: \w+|with (data\.)?aws_\w+\.\w+/;
    expect(
      broken(({ first }) => {
        const said = messageOf(first);
        return !crash.test(said) && (first.code === 0 || name.test(said));
      }),
    ).toEqual([]);
  });

  it("says words of docs/troubleshooting.md where it fails", () => {
    expect(broken(({ first }) => first.code === 0 || waysOut(messageOf(first)).length > 0)).toEqual(
      [],
    );
  });

  it("goes on with the next deployment, or with the command that docs/troubleshooting.md names for its words", () => {
    expect(broken(({ isUpToDate }) => isUpToDate)).toEqual([]);
    expect(
      broken(({ next, first, wayOut }) => {
        const named = waysOut(messageOf(next ?? first));
        return wayOut === undefined || named.some((toDo) => toDo.includes(wayOut));
      }),
    ).toEqual([]);
  });

  it("leaves everything there once, and nothing else", () => {
    for (const { stack, story } of [...told, ...narrow]) {
      expect(story.services).toEqual(SERVICES[stack]);
    }
  });

  it("takes its time where the services take two calls a second", () => {
    for (const { story } of narrow) {
      expect(story.struck).toBeGreaterThan(0);
      expect(story).toMatchObject({ first: { code: 0 }, isUpToDate: true });
    }
  });

  it("keeps its figures", () => {
    const count = (is: (story: Story) => boolean, kind?: string) =>
      String(
        told.filter((one) => (kind === undefined || one.kind === kind) && is(one.story)).length,
      );
    const all = String(told.length);
    const atOnce = ({ first }: Story) => first.code === 0;
    const byNext = ({ next, wayOut }: Story) => next !== undefined && wayOut === undefined;
    const refused = narrow.map(({ story }) => String(story.struck)).join(" and ");
    keepFigures("weather", [
      {
        what: `first deployments, in which one of ${String(calls)} calls met one of ${String(Object.keys(KINDS).length)} kinds of bad weather`,
        result: `${all}: ${count(atOnce)} succeeded at once, ${count(byNext)} by the next deployment, ${count(({ wayOut }) => wayOut !== undefined)} after a command that the troubleshooting page names`,
      },
      ...Object.keys(KINDS).map((kind) => ({
        what: `of these: ${kind}`,
        result: `${count(atOnce, kind)} at once, ${count(byNext, kind)} by the next, ${count(({ wayOut }) => wayOut === "terraform untaint", kind)} after terraform untaint, ${count(({ wayOut }) => wayOut === "npm run adopt -- --write", kind)} after adopt`,
      })),
      {
        what: "of these: a second plan that is empty, and services that have everything once",
        result: `${count(({ isUpToDate }) => isUpToDate)} of ${all}`,
      },
      {
        what: "first deployments of both stacks where the services take two calls a second",
        result: `${String(narrow.filter(({ story }) => atOnce(story)).length)} of ${String(narrow.length)} succeeded at once; ${refused} calls were refused and repeated`,
      },
    ]);
  });
});

/** What Terraform says, in one line. */
function messageOf({ stdout, stderr }: { stdout: string; stderr: string }): string {
  return `${stdout} ${stderr}`.replace(/\s+/g, " ");
}
