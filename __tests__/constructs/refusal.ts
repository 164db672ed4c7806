/** The problems that a construct is refused for, each of which its path stands before. */
export function refusal(path: string, make: () => unknown): string[] {
  try {
    make();
  } catch (error) {
    return (error as Error).message.split("\n").map((line) => {
      const start = `${path}: `;
      if (!line.startsWith(start)) throw new Error(`${line} does not start with ${start}`);
      return line.slice(start.length);
    });
  }
  return [];
}
