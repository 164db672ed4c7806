import { byPlace, formatProblem, type Problem } from "../../../modules/config/source";

const PROBLEM: Problem = {
  severity: "error",
  file: "config/workshop.yaml",
  line: 4,
  column: 15,
  keyPath: "applications.agent.roleName",
  message: '"My Role" has a space',
};

describe("a problem is written in one line", () => {
  test("with its place as editors open it, and its key", () => {
    expect(formatProblem(PROBLEM)).toBe(
      'error: config/workshop.yaml:4:15 applications.agent.roleName: "My Role" has a space',
    );
  });

  test("without a place where it is the whole file's", () => {
    const { severity, file } = PROBLEM;
    expect(formatProblem({ severity, file, message: "cannot be read" })).toBe(
      "error: config/workshop.yaml cannot be read",
    );
  });

  test("without a key where it is the whole document's", () => {
    expect(formatProblem({ ...PROBLEM, keyPath: "", message: "is empty" })).toBe(
      "error: config/workshop.yaml:4:15 is empty",
    );
  });

  test("with characters that cannot be seen written out", () => {
    expect(formatProblem({ ...PROBLEM, file: "config/a\nb.yaml", keyPath: "tags.\u202e" })).toBe(
      'error: config/a\\u{a}b.yaml:4:15 tags.\\u{202e}: "My Role" has a space',
    );
  });
});

test("problems are in order: errors first, then by file, line and column, as numbers", () => {
  const at = (severity: Problem["severity"], file: string, line?: number, column?: number) => ({
    severity,
    file,
    message: "",
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  });
  const ordered = [
    at("error", "a.yaml"),
    at("error", "a.yaml", 2, 5),
    at("error", "a.yaml", 2, 10),
    at("error", "a.yaml", 10, 1),
    at("error", "b.yaml", 1, 1),
    at("warning", "a.yaml", 1, 1),
  ];
  expect([...ordered].reverse().sort(byPlace)).toEqual(ordered);
});
