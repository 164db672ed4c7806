import { fixture } from "../../support/fixture";

/** The program for other apps that docs/constructs.md shows. */
export function docsProgram(): string {
  const page = fixture("docs/constructs.md");
  const code = /<!-- library -->\s+```ts\n(.*?)```/s.exec(page)?.[1];
  if (code === undefined) throw new Error("docs/constructs.md has no program after its mark");
  return code;
}
