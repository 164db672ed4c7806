import { askFor, type Person } from "../../../modules/commands/init/ask";

const ARN = "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const NOTHING = { instances: [], unread: [] };
const LONDON = {
  arn: "arn:aws:connect:eu-west-2:123456789012:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f",
  region: "eu-west-2",
  accountId: "123456789012",
  alias: "london",
  identityManagement: "SAML",
  status: "ACTIVE",
};

/** A person who gives these answers, one after the other, and what was asked and said. */
function personWith(...answers: (string | boolean | undefined)[]) {
  const heard: string[] = [];
  const next = <T>(message: string) => {
    heard.push(message);
    return Promise.resolve(answers.shift() as T | undefined);
  };
  const person: Person = {
    text: async ({ message, initial = "", problem }) => {
      const answer = (await next<string>(message)) ?? undefined;
      const wrong = answer === undefined ? undefined : problem(answer);
      if (wrong !== undefined) throw new Error(wrong);
      heard.push(`  ${initial}`);
      return answer;
    },
    choose: ({ message, choices }) =>
      next([message, ...choices.map(({ label }) => label)].join("\n  ")),
    confirm: (message) => next(message),
    say: (message) => heard.push(message),
  };
  return { person, heard };
}

const offering =
  (offered: Parameters<typeof askFor>[2] extends () => Promise<infer T> ? T : never) => () =>
    Promise.resolve(offered);

describe("init in a terminal", () => {
  it("asks for everything, in this order", async () => {
    const { person, heard } = personWith(ARN, "london", "agent", "eu-west-2", true);
    expect(await askFor({}, person, offering(NOTHING))).toEqual({
      instanceArn: ARN,
      name: "london",
      applications: ["agent"],
      identityCenterRegion: "eu-west-2",
      cdktfCli: true,
    });
    expect(heard).toEqual([
      "Instance ARN, from the Amazon Connect console (choose the instance, Account overview)",
      "  ",
      "A name for the instance, which the config file and the stacks get",
      "  contact-center",
      "Keys of the applications, one for each audience with its own tile",
      "  agent,admin",
      "Region of IAM Identity Center, or nothing if you do not know it yet",
      "  ",
      "Install the CDKTF CLI too? It takes 420 MB; Terraform alone deploys as well",
    ]);
  });

  it("asks for nothing that an option says", async () => {
    const { person, heard } = personWith();
    const given = {
      instanceArn: ARN,
      name: "london",
      applications: ["agent"],
      identityCenterRegion: "eu-west-2",
      cdktfCli: true,
    };
    const offer = jest.fn();
    expect(await askFor(given, person, offer)).toEqual(given);
    expect(heard).toEqual([]);
    expect(offer).not.toHaveBeenCalled();
  });

  it("offers the instances that the credentials see, and leaves the region out if it is not known", async () => {
    const offered = { instances: [LONDON], unread: [] };
    const { person, heard } = personWith(LONDON.arn, "london", "agent", "", false);
    expect(await askFor({}, person, offering(offered))).toEqual({
      instanceArn: LONDON.arn,
      name: "london",
      applications: ["agent"],
      cdktfCli: false,
    });
    expect(heard[0]).toBe(
      "The Amazon Connect instance\n  london, eu-west-2, SAML: arn:aws:connect:eu-west-2:123456789012:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f\n  another one",
    );
  });

  it("takes the ARN of another instance, and says what could not be read", async () => {
    const offered = { instances: [LONDON], unread: ["eu-west-1: no answer"] };
    const { person, heard } = personWith("other", ARN, "london", "agent", "", false);
    expect(await askFor({}, person, offering(offered))).toMatchObject({ instanceArn: ARN });
    expect(heard[0]).toBe("eu-west-1: no answer");
  });

  it.each([0, 1, 2, 3, 4])(
    "writes nothing for a person who gives up after %i answers",
    async (number) => {
      const answers = [ARN, "london", "agent", "eu-west-2", true].slice(0, number);
      const { person } = personWith(...answers, undefined);
      expect(await askFor({}, person, offering(NOTHING))).toBeUndefined();
    },
  );

  it("refuses an answer that the config would refuse", async () => {
    const { person } = personWith("phones");
    await expect(askFor({}, person, offering(NOTHING))).rejects.toThrow("is not an ARN");
  });
});
