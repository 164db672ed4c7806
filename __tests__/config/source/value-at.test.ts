import { valueAt } from "../../../modules/config/source";

const DATA = { users: [{ email: "agent1@example.com" }], protect: false, tags: null };

test.each<[path: (string | number)[], value: unknown]>([
  [[], DATA],
  [["users", 0, "email"], "agent1@example.com"],
  [["protect"], false],
  [["tags"], null],
])("The value at %j is found", (path, value) => {
  expect(valueAt(DATA, path)).toBe(value);
});

test.each<[path: (string | number)[]]>([
  [["users", 1]],
  [["users", 0, "email", 0]],
  [["tags", "team"]],
  [["protect", "valueOf"]],
  [["constructor"]],
  [["users", "length", "toString"]],
])("There is no value at %j", (path) => {
  expect(valueAt(DATA, path)).toBeUndefined();
});
