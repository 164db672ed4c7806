import { symlinkSync } from "node:fs";

import { removeOthers, writeFiles } from "../../modules/synth/output-folder";
import { Project } from "../support/project";

let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => {
  project.remove();
});

const others = (...current: string[]) => removeOthers(project.path("out"), current);
const write = (files: Record<string, string>) => {
  writeFiles(project.path("out"), files);
};

describe("folders that nothing asks for any more", () => {
  it("are removed, with what Terraform has downloaded", () => {
    project
      .write("out/london/main.tf", "london")
      .write("out/london/.terraform/terraform.tfstate", "which backend")
      .write("out/london/.terraform.lock.hcl", "locked")
      .write("out/paris/a/b/c.txt", "")
      .write("out/workshop/main.tf", "workshop");
    expect(others("workshop", "berlin")).toEqual({
      removed: [project.path("out/london"), project.path("out/paris")],
      kept: [],
    });
    expect(project.files("out")).toEqual({ "workshop/main.tf": "workshop" });
  });

  it.each([
    "terraform.tfstate",
    "terraform.london.tfstate",
    "errored.tfstate",
    "module/terraform.tfstate",
    "terraform.tfstate.d/blue/terraform.tfstate",
  ])("stay whole when they hold state as %s", (state) => {
    project
      .write("out/london/main.tf", "london")
      .write("out/paris/main.tf", "paris")
      .write(`out/london/${state}`, '{ "version": 4 }');
    expect(others()).toEqual({
      removed: [project.path("out/paris")],
      kept: [project.path("out/london")],
    });
    expect(project.files("out")).toEqual({
      "london/main.tf": "london",
      [`london/${state}`]: '{ "version": 4 }',
    });
  });

  test("stay whole when they hold a backup of state", () => {
    project.write("out/london/terraform.tfstate.backup", '{ "version": 4 }');
    expect(others()).toEqual({ removed: [], kept: [project.path("out/london")] });
  });

  it("are not the files beside them, nor what a link leads to", () => {
    project.write("out/terraform.tfstate", "{}").write("out/notes.txt", "mine");
    project.write("elsewhere/main.tf", "mine");
    symlinkSync(project.path("elsewhere"), project.path("out/link"));
    expect(others()).toEqual({ removed: [], kept: [] });
    expect(project.files("out")).toEqual({ "terraform.tfstate": "{}", "notes.txt": "mine" });
    expect(project.read("out/link/main.tf")).toBe("mine");
  });

  it("are none where there is no folder", () => {
    expect(others("workshop")).toEqual({ removed: [], kept: [] });
  });
});

describe("files that are written", () => {
  it("stand where their paths say, in folders made for them", () => {
    write({ "main.tf": "a\n", "modules/x/main.tf": "b\n", "empty.tf": "" });
    expect(project.files("out")).toEqual({
      "empty.tf": "",
      "main.tf": "a\n",
      "modules/x/main.tf": "b\n",
    });
  });

  it("stand in place of those that an earlier run wrote", () => {
    write({
      "main.tf": "old",
      "gone.tf": "old",
      "README.md": "old",
      "modules/x/main.tf": "old",
      "modules/x/README.md": "old",
      "tests/x.tftest.hcl": "old",
      "examples/complete/main.tf": "old",
    });
    write({ "main.tf": "new", "tests/y.tftest.hcl": "new" });
    expect(project.files("out")).toEqual({ "main.tf": "new", "tests/y.tftest.hcl": "new" });
  });

  it("leave what Terraform and people put beside them", () => {
    const beside = {
      ".terraform.lock.hcl": "locked",
      ".terraform/modules/x/main.tf": "downloaded",
      ".terraform/providers/aws": "downloaded",
      "examples/complete/.terraform.lock.hcl": "locked",
      "examples/complete/.terraform/modules/modules.json": "{}",
      "errored.tfstate": "{}",
      "terraform.tfstate": "{}",
      "terraform.tfstate.backup": "{}",
      "terraform.tfstate.d/blue/terraform.tfstate": "{}",
      "terraform.tfvars": "region = 1",
      "test.tfplan": "plan",
    };
    for (const [path, content] of Object.entries(beside)) project.write(`out/${path}`, content);
    write({ "main.tf": "new" });
    write({});
    write({ "main.tf": "newer" });
    expect(project.files("out")).toEqual({ ...beside, "main.tf": "newer" });
  });
});
