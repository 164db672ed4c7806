import { readmeBlocks, withBlocks } from "../scripts/readme-blocks";
import { loadConfig } from "../modules/config";
import { Project } from "./support/project";
import { fixture } from "./support/synth";

describe("the README", () => {
  it("shows what the commands print today (npm run readme writes it anew)", () => {
    const readme = fixture("README.md");
    expect(readme).toBe(withBlocks(readme, readmeBlocks()));
  });

  it("shows a config that is good, with the defaults that it speaks of", () => {
    const [, yaml = ""] = /## Config\n.*?```yaml\n(.*?)```/s.exec(fixture("README.md")) ?? [];
    const project = new Project().copy("config");
    try {
      const { instances, problems } = loadConfig(project.path("config"));
      expect(problems).toEqual([]);
      project.write("config/workshop.yaml", yaml);
      const shown = loadConfig(project.path("config"));
      expect(shown.problems).toEqual([]);
      const [{ applications: [agent] = [], permission } = {}] = instances;
      expect(shown.instances[0]).toMatchObject({ permission, protect: true, rolePath: "/" });
      expect(shown.instances[0]?.applications[0]).toMatchObject(agent ?? {});
    } finally {
      project.remove();
    }
  });

  it("and help name commands that exist", () => {
    const { scripts } = JSON.parse(fixture("package.json")) as { scripts: Record<string, string> };
    const named = [...fixture("help").matchAll(/npm (?:run )?([\w:]+) /g)].map(([, name]) => name);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});
