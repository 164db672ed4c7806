import { World } from "./world";

/** Does tasks one after the other in so many worlds at the same time, each in the first that is free. */
export async function inWorlds(
  count: number,
  tasks: readonly ((world: World) => Promise<void>)[],
): Promise<void> {
  const left = [...tasks];
  const doTasks = async (world: World) => {
    for (let task = left.shift(); task; task = left.shift()) await task(world);
  };
  const worlds = await Promise.all(Array.from({ length: count }, () => World.start()));
  try {
    await Promise.all(worlds.map(doTasks));
  } finally {
    for (const world of worlds) await world.stop();
  }
}
