import { readArguments } from "../../modules/commands/arguments";

const OPTIONS = {
  live: { type: "boolean" },
  "identity-center-profile": { type: "string" },
  json: { type: "boolean" },
  user: { type: "string" },
} as const;

describe("an option that npm keeps for itself", () => {
  it.each([
    ["live", { npm_config_live: "true" }],
    ["identity-center-profile", { npm_config_identity_center_profile: "directory" }],
  ])("is refused, with how to pass it on: --%s", (name, env) => {
    const npm = { npm_command: "run", npm_lifecycle_event: "check", ...env };
    expect(() => readArguments([], OPTIONS, npm)).toThrow(
      `npm kept --${name} for itself; write -- before the options, as in npm run check -- --${name}`,
    );
  });

  it("is none where npm passed it on, has it too, or did not start this", () => {
    const npm = { npm_command: "run", npm_lifecycle_event: "check" };
    expect(readArguments(["--live"], OPTIONS, npm).values["live"]).toBe(true);
    const own = { ...npm, npm_config_json: "true", npm_config_user: "root" };
    expect(readArguments([], OPTIONS, own).values).toEqual({});
    expect(readArguments([], OPTIONS, { npm_config_live: "true" }).values).toEqual({});
  });
});
