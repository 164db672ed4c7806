import { tmpdir } from "node:os";
import { join } from "node:path";

import { allConfigFiles, instanceName, shownPath } from "../../../modules/config/source";
import { Project } from "../../support/project";
import { load, ONE, OTHER_ACCOUNT, top, whole } from "../../support/config";

describe("The config folder", () => {
  test("that is missing", () => {
    expect(load({}, "settings").reported).toEqual([
      "error: settings does not exist; write settings/<instance>.yaml, as npm run init -- ARN does, or name another config file or folder",
    ]);
  });

  test("that is a file's name, and missing", () => {
    expect(load({}, "config/nope.yaml").reported).toEqual([
      "error: config/nope.yaml does not exist; write it, as npm run init -- ARN does, or name another config file or folder",
    ]);
  });

  test("that is said to be in a file", () => {
    expect(load(top(), "config/workshop.yaml/nope.yml").reported).toEqual([
      "error: config/workshop.yaml/nope.yml does not exist; write it, as npm run init -- ARN does, or name another config file or folder",
    ]);
    expect(load(top(), "config/workshop.yaml/more").reported).toEqual([
      "error: config/workshop.yaml/more does not exist; write config/workshop.yaml/more/<instance>.yaml, as npm run init -- ARN does, or name another config file or folder",
    ]);
  });

  test("whose name has two lines is reported in one", () => {
    expect(load({}, "set\ntings").reported).toEqual([
      "error: set\\u{a}tings does not exist; write set\\u{a}tings/<instance>.yaml, as npm run init -- ARN does, or name another config file or folder",
    ]);
  });

  test("that has no YAML files", () => {
    expect(load({ "README.md": "To do" }).reported).toEqual([
      "error: config is a folder without config files; write config/<instance>.yaml, as npm run init -- ARN does, or name another config file or folder",
    ]);
  });

  test.each([
    ["Workshop.yaml.txt", "Workshop.yaml"],
    ["workshop.YML", "workshop.yml"],
  ])("with the file %s alone, whose name has another end", (file, name) => {
    expect(load({ [file]: top() }).reported).toEqual([
      `error: config is a folder without config files; rename "${file}" to "${name}"`,
    ]);
  });

  test.each([
    ["my instance.yaml", "my instance"],
    ["-emea.yaml", "-emea"],
    ["contact.center.yml", "contact.center"],
  ])("with the file %s, which cannot name an instance", (file, name) => {
    expect(load({ [file]: top() }).reported).toEqual([
      `error: config/${file} names the instance "${name}"; a name takes letters, digits, _ and - (1 to 64 characters, a letter or digit first); rename the file`,
    ]);
  });

  test.each([
    ["a line break", "my\ninstance.yaml", "my\\u{a}instance.yaml", "my\\ninstance"],
    [
      "a turn of direction",
      "my\u202Einstance.yaml",
      "my\\u{202e}instance.yaml",
      "my\\u{202e}instance",
    ],
  ])("with a file whose name has %s, reported in one line", (_, file, shown, name) => {
    expect(load({ [file]: top() }).reported).toEqual([
      `error: config/${shown} names the instance "${name}"; a name takes letters, digits, _ and - (1 to 64 characters, a letter or digit first); rename the file`,
    ]);
  });

  test.each(["a-82e297", "a-82e297-b", "a-8200000e292"])("with a file named %s", (name) => {
    const [, number] = /(-\d+e\d+)/.exec(name) ?? [];
    expect(load({ [`${name}.yaml`]: top() }).reported).toEqual([
      `error: config/${name}.yaml names the instance "${name}", which has the number ${String(number)}; CDKTF, which writes the Terraform, keeps such numbers for its own use; rename the file`,
    ]);
  });

  test("but not with one that has another number", () => {
    for (const name of ["a-82e29", "a-1e3", "b2-4e97", "82e297"]) {
      expect(load({ [`${name}.yaml`]: top() }).reported).toEqual([]);
    }
  });

  test("with two files of one name", () => {
    expect(
      load({ "workshop.yaml": top(), "workshop.yml": whole(OTHER_ACCOUNT, ONE) }).reported,
    ).toEqual([
      "error: config/workshop.yml names the same instance as config/workshop.yaml; rename one of the two",
    ]);
  });
});

describe("A config file is one that ends in .yaml or .yml", () => {
  let project: Project;

  beforeEach(() => {
    project = new Project()
      .write("config/oslo.yml", "")
      .write("config/berlin.yaml", "")
      .write("config/README.md", "")
      .write("config/berlin.yaml.bak", "")
      .write("config/metadata/agent.yaml", "")
      .write("config/old.yaml/berlin.yaml", "");
  });

  afterEach(() => {
    project.remove();
  });

  /** Config files at these places of the project. */
  function filesAt(...locations: string[]): string[] {
    const { files, problems } = allConfigFiles(locations.map((one) => project.path(one)));
    expect(problems).toEqual([]);
    return files.map((file) => file.replace(`${project.folder}/`, ""));
  }

  test("in a folder, in the order of their names, without the folders in it", () => {
    expect(filesAt("config")).toEqual(["config/berlin.yaml", "config/oslo.yml"]);
  });

  test("or any file that is named itself", () => {
    expect(filesAt("config/README.md")).toEqual(["config/README.md"]);
  });

  test("and is read once, however often it is named", () => {
    expect(filesAt("config/oslo.yml", "config", "config/oslo.yml")).toEqual([
      "config/oslo.yml",
      "config/berlin.yaml",
    ]);
  });
});

test.each([
  ["config/workshop.yaml", "workshop"],
  ["config/emea-1.yml", "emea-1"],
  ["config/contact.center.yaml", "contact.center"],
])("The file %s names the instance %s", (file, name) => {
  expect(instanceName(file)).toBe(name);
});

describe("A path is shown", () => {
  test("from the working folder, in which it is", () => {
    expect(shownPath(join(process.cwd(), "config", "workshop.yaml"))).toBe("config/workshop.yaml");
  });

  test("whole, where it is elsewhere", () => {
    expect(shownPath(join(tmpdir(), "workshop.yaml"))).toBe(join(tmpdir(), "workshop.yaml"));
  });
});
