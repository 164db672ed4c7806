import { readmeBlocks, withBlocks } from "../scripts/readme-blocks";
import { fixture } from "./support/synth";

describe("the README", () => {
  it("shows what the commands print today (npm run readme writes it anew)", () => {
    const readme = fixture("README.md");
    expect(readme).toBe(withBlocks(readme, readmeBlocks()));
  });

  it("and help name commands that exist", () => {
    const { scripts } = JSON.parse(fixture("package.json")) as { scripts: Record<string, string> };
    const named = [...fixture("help").matchAll(/npm (?:run )?([\w:]+) /g)].map(([, name]) => name);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});
