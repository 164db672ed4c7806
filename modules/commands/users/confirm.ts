/** Asks the person at the terminal of this process; a person who gives up says no. */
export async function confirmed(message: string): Promise<boolean> {
  // Loaded only now: without a terminal, nothing is asked.
  const { confirm } = await import("@clack/prompts");
  return (await confirm({ message, initialValue: false })) === true;
}

/** Tells if there is a person to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}
