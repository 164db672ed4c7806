import { readScreens } from "./readers";

/** What a terminal must not get, but line ends. */
export const RAW = /(?!\n)[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

/** Finds the texts of which a terminal does anything but show each of their lines. */
export async function notJustShown(written: readonly string[]): Promise<string[]> {
  const screens = await readScreens(written.map((text) => `${text}\n`));
  return written.filter((text, index) => {
    const lines = text.split("\n").map((line) => line.trimEnd());
    const wanted = { text: lines.join("\n").trimEnd(), column: 0, events: [] };
    return JSON.stringify(screens[index]) !== JSON.stringify(wanted);
  });
}
