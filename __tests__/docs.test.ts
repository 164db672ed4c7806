import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { loadConfig } from "../modules/config";
import { anchorsIn, linksIn } from "./support/documents";
import { command } from "./support/command";
import { Project } from "./support/project";
import { fixture } from "./support/fixture";

const ROOT = resolve(__dirname, "..");
const PAGES = readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md"));
const DOCUMENTS = [
  ...["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"],
  ...PAGES.map((name) => `docs/${name}`),
];

describe("the documentation", () => {
  it("has what the source says today (npm run docs writes it again)", async () => {
    const { code, stderr } = await command(
      "node",
      ["--import", "tsx", "scripts/docs.ts", "--check"],
      { cwd: ROOT },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("shows a config that is good, with the defaults that it speaks of", () => {
    const page = fixture("docs/config.md");
    const [, yaml = ""] = /^# The config\n.*?```yaml\n(.*?)```/s.exec(page) ?? [];
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

  it("has every key of the schema in its table", () => {
    const page = fixture("docs/config.md");
    for (const key of ["**`instanceArn`**", "`sessionDuration`", "`kmsKeyId`", "`autoAccept`"]) {
      expect(page).toContain(`\n| ${key} `);
    }
    expect(page).toMatch(/\n\| `afterContactWorkSeconds` .* at least 0, at most 2,000,000 /);
  });

  it("has every class of the package in the API", () => {
    for (const name of ["ApplicationAssignments", "ConnectFederation", "ConnectUsers"]) {
      expect(fixture("docs/api.md")).toContain(`\n### ${name}\n`);
    }
  });

  it("has the words that people see when sign-in fails as headings to search for", () => {
    const page = fixture("docs/troubleshooting.md");
    for (const words of [
      "Your account has been authenticated, but has not been onboarded to this application",
      "Response signature invalid",
      "EntityAlreadyExists",
      "Error acquiring the state lock",
      "Instance cannot be destroyed",
    ]) {
      expect(page).toContain(`\n### ${words}\n`);
    }
  });

  it("is listed as a whole in its index", () => {
    const linked = linksIn("docs/README.md", fixture("docs/README.md")).map(({ to }) => to);
    const pages = PAGES.filter((name) => name !== "README.md").map((name) => `docs/${name}`);
    expect(pages.filter((page) => !linked.includes(page))).toEqual([]);
  });

  it.each(["README.md", ...PAGES.map((name) => `docs/${name}`)])(
    "ends with the next: %s",
    (page) => {
      expect(fixture(page)).toMatch(/\n\nNext: .+\.\n$/);
    },
  );
});

describe("the README", () => {
  const readme = fixture("README.md");

  it("is at most 200 lines", () => {
    expect(readme.split("\n").length).toBeLessThanOrEqual(201);
  });

  it("leads each reader to their page on the first screen, before any command", () => {
    const [screen = ""] = readme.split("```");
    expect(screen).toContain("**Contact-centre administrator**");
    for (const page of ["administrators", "platform", "constructs", "deploy", "troubleshooting"]) {
      expect(screen.split("\n").slice(0, 20).join("\n")).toContain(`](docs/${page}.md)`);
    }
    expect(screen).toContain("Node.js 20.19 or later");
  });
});

describe("links", () => {
  const links = DOCUMENTS.flatMap((path) => linksIn(path, fixture(path)));

  it("lead to files that exist, and that the package has too", () => {
    const { files } = JSON.parse(fixture("package.json")) as { files: readonly string[] };
    const packed = [...files, "README.md", "LICENSE", "package.json"];
    const isPacked = (path: string) =>
      packed.some((one) => path === one || path.startsWith(`${one}/`));
    expect(links.map(({ to }) => to)).toContain("docs/images/sheet.png");
    expect(links.filter(({ to }) => !existsSync(join(ROOT, to)) || !isPacked(to))).toEqual([]);
  });

  it("lead to headings that exist", () => {
    const broken = links.filter(
      ({ to, anchor }) => anchor !== undefined && !anchorsIn(fixture(to)).includes(anchor),
    );
    expect(broken).toEqual([]);
    expect(links).toContainEqual({
      from: "docs/deploy.md",
      to: "docs/permissions.md",
      anchor: "deploying-the-federation",
    });
  });

  it("to headings are named as GitHub names them", () => {
    const page = "# Reading with `npm run check -- --live`\n\n## A. b\\_c\n\n## A. b\\_c\n";
    expect(anchorsIn(page)).toEqual(["reading-with-npm-run-check------live", "a-b_c", "a-b_c-1"]);
  });
});
