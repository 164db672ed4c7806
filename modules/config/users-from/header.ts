import type { CsvCell, Problem } from "../source";
import type { UserConfig } from "../schema";
import { didYouMean, nearest } from "../../text";
import { type Column, COLUMN_NAMES, columnNamed, templateName } from "./columns";

/** The columns of a file: for each, its place in a row, and its name as written. */
export type Header = ReadonlyMap<Column, { readonly index: number; readonly cell: CsvCell }>;

/** Reads the names of the columns, and checks that a user can come of them. */
export function readHeader(
  file: string,
  cells: readonly CsvCell[],
  given: Readonly<Record<string, unknown>>,
): { header: Header; problems: Problem[] } {
  const header = new Map<Column, { index: number; cell: CsvCell }>();
  const problems: Problem[] = [];
  const problem = ({ line, column }: CsvCell, message: string) =>
    problems.push({ severity: "error", file, line, column, message });
  for (const [index, cell] of cells.entries()) {
    // Spreadsheets leave empty columns behind.
    if (cell.text === "") continue;
    const column = columnNamed(cell.text);
    const known = column && header.get(column);
    if (column === undefined) problem(cell, unknownColumn(cell.text));
    else if (column === "password") {
      problem(
        cell,
        '"password" is not a column here; users who sign in with SAML have no password; remove the column, and the passwords with it',
      );
    } else if (known) {
      problem(
        cell,
        `${JSON.stringify(cell.text)} is the same as the column ${JSON.stringify(known.cell.text)}; remove one of the two`,
      );
    } else header.set(column, { index, cell });
  }
  const [first] = cells;
  if (first && problems.length === 0) {
    for (const message of missing(header, given)) problem(first, message);
  }
  return { header, problems };
}

function unknownColumn(name: string): string {
  const guess = nearest(name, COLUMN_NAMES);
  const fix =
    guess === undefined
      ? `the columns are ${COLUMN_NAMES.map((one) => JSON.stringify(one)).join(", ")}; remove it`
      : didYouMean(name, guess, JSON.stringify(guess));
  return `${JSON.stringify(name)} is not a column here; ${fix}`;
}

/** Says which columns a file lacks that every user needs, unless its entry in `usersFrom` has the value. */
function missing(header: Header, given: Readonly<Record<string, unknown>>): string[] {
  const needed: (keyof UserConfig)[] = ["givenName", "familyName"];
  const perEntry: (keyof UserConfig)[] = ["applications", "securityProfiles"];
  return [
    ...(header.has("login") || header.has("email")
      ? []
      : ['has no column "user login"; add it, with the names that Identity Center sends']),
    ...needed
      .filter((key) => !header.has(key))
      .map((key) => `has no column ${JSON.stringify(templateName(key))}; add it`),
    ...perEntry
      .filter((key) => !header.has(key) && given[key] === undefined)
      .map(
        (key) =>
          `has no column ${JSON.stringify(templateName(key))}; add it, or give ${key} in usersFrom, for all users of the file`,
      ),
  ];
}
