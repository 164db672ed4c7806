import { readmeBlocks, withBlocks } from "../scripts/readme-blocks";
import { loadConfig } from "../modules/config";
import { Project } from "./support/project";
import { fixture } from "./support/synth";

describe("the README", () => {
  it("shows what the commands print today (npm run readme writes it again)", () => {
    const readme = fixture("README.md");
    expect(readme).toBe(withBlocks(readme, readmeBlocks()));
  });

  it("shows a config that is good, with the defaults that it speaks of", () => {
    const [, yaml = ""] = /## Config\n.*?```yaml\n(.*?)```/s.exec(fixture("README.md")) ?? [];
    const project = new Project().workshop();
    try {
      const { instances, problems } = loadConfig(project.path("config"));
      expect(problems).toEqual([]);
      project.write("config/workshop.yaml", yaml);
      const shown = loadConfig(project.path("config"));
      expect(shown.problems).toEqual([]);
      const { applications = [], permission } = instances[0] ?? {};
      expect(shown.instances[0]).toMatchObject({ permission, protect: true, rolePath: "/" });
      expect(shown.instances[0]?.applications[0]).toMatchObject({ ...applications[0] });
    } finally {
      project.remove();
    }
  });

  it("names commands that exist, and so does help", () => {
    const { scripts } = JSON.parse(fixture("package.json")) as { scripts: Record<string, string> };
    for (const file of ["README.md", "help"]) {
      const named = [...fixture(file).matchAll(/npm (?:run (?:-s )?)?([\w:]+)/g)].map(
        ([, name]) => name,
      );
      const own = named.filter((name) => !["ci", "install", "pack"].includes(name ?? ""));
      expect(own).toEqual(expect.arrayContaining(["synth", "test"]));
      expect(Object.keys(scripts)).toEqual(expect.arrayContaining(own));
    }
  });
});
