import { spawnSync } from "node:child_process";

import { readBounded } from "../../../modules/config/source";
import { Project } from "../../support/project";

const project = new Project();
afterAll(() => {
  project.remove();
});

describe("a file is read within bounds", () => {
  it("up to its length", () => {
    project.write("short.txt", "1234567890");
    expect(readBounded(project.path("short.txt"), 10)).toEqual({
      is: "read",
      bytes: Buffer.from("1234567890"),
    });
  });

  it("and not at all when it is longer", () => {
    project.write("long.txt", "12345678901");
    expect(readBounded(project.path("long.txt"), 10)).toEqual({ is: "too long", length: 11 });
  });

  it("not when it is missing, or a folder", () => {
    expect(readBounded(project.path("none.txt"), 10)).toMatchObject({ is: "missing" });
    expect(readBounded(project.folder, 10)).toEqual({ is: "folder" });
  });

  it("and is told by the names beside it when it is missing", () => {
    project.write("people/ana.csv", "");
    project.write("people/ana.xml", "");
    expect(readBounded(project.path("people/none.csv"), 10)).toEqual({
      is: "missing",
      beside: ["ana.csv"],
    });
    expect(readBounded(project.path("nowhere/none.csv"), 10)).toEqual({
      is: "missing",
      beside: [],
    });
  });

  const onLinux = process.platform === "linux" ? it : it.skip;

  onLinux("not when it is a device, which has no end", () => {
    expect(readBounded("/dev/zero", 10)).toEqual({ is: "no file" });
  });

  onLinux("not when it is a pipe, which may never have a beginning", () => {
    const pipe = project.path("pipe");
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    expect(readBounded(pipe, 10)).toEqual({ is: "no file" });
  });

  onLinux("however long the system says that it is: files of /proc have the length 0", () => {
    expect(readBounded("/proc/self/status", 10)).toMatchObject({ is: "too long" });
  });
});
