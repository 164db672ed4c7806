import { howStarted, type InstanceSettings, type NextCommands, nextCommands } from "../config";
import { outputFolder } from "./output-folder";

/**
 * Makes the function that composes, for an instance, the commands that go on with the same config.
 *
 * @param locations the paths that the config was read from; of several, each instance has its own
 */
export function nextFor(
  locations: readonly string[],
): (settings: Pick<InstanceSettings, "file">) => NextCommands {
  const invocation = howStarted();
  const [location, ...others] = locations;
  return ({ file }) =>
    nextCommands(invocation, {
      location: location !== undefined && others.length === 0 ? location : file,
      outdir: outputFolder(),
    });
}
