import { fixture } from "../../support/synth";

/** The README's program for other apps. */
export function readmeProgram(): string {
  const code = /<!-- library -->\s+```ts\n(.*?)```/s.exec(fixture("README.md"))?.[1];
  if (code === undefined) throw new Error("README.md has no program after its library mark");
  return code;
}
