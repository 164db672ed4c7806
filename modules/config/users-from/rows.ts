import type { AddedUser, CsvCell, Problem } from "../source";
import type { UserConfig } from "../schema";
import { cellValue, phoneType } from "./cells";
import { type Column, USER_KEYS } from "./columns";
import type { Header } from "./header";

/** What the rows of a file have in common. */
export interface FileOfUsers {
  /** Path of the file, as it is shown. */
  readonly file: string;
  readonly header: Header;
  /** Places of the columns that have a name. */
  readonly named: ReadonlySet<number>;
  /** Keys of its entry in `usersFrom`, which apply where a row has no value. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Position of its entry in `usersFrom`. */
  readonly index: number;
  /** True when Identity Center sends the user name. */
  readonly sendsUserName: boolean;
}

/** Makes an entry of `users` of a row. */
export function userOfRow(
  from: FileOfUsers,
  row: readonly CsvCell[],
): { user: AddedUser; problems: Problem[] } {
  const { file, header, given, index } = from;
  const cells = new Map<Column, CsvCell>();
  for (const [column, own] of header) {
    const cell = row[own.index];
    if (cell && cell.text !== "") cells.set(column, cell);
  }
  const problems: Problem[] = [];
  const refuse = (column: Column, message: string, shown = true) => {
    const cell = cells.get(column) ?? row[header.get(column)?.index ?? 0] ?? row[0];
    if (!cell) return;
    const keyPath = header.get(column)?.cell.text ?? column;
    const text = shown ? `${JSON.stringify(cell.text)} ` : "";
    const { line, column: at } = cell;
    problems.push({
      severity: "error",
      file,
      line,
      column: at,
      keyPath,
      message: `${text}${message}`,
    });
  };
  const columns = new Map<keyof UserConfig, Column>();
  const entry: Record<string, unknown> = {};
  const set = (key: keyof UserConfig, column: Column, value: unknown) => {
    entry[key] = value;
    columns.set(key, column);
  };
  for (const key of USER_KEYS) {
    const cell = cells.get(key);
    if (!cell) continue;
    const read = cellValue(key, cell.text);
    if ("problem" in read) refuse(key, read.problem);
    else set(key, key, read.value);
  }
  setLogin(from, cells, entry, set, refuse);
  setPhone(cells, set, refuse);
  for (const key of USER_KEYS) {
    if (!Object.hasOwn(entry, key) && !cells.has(key) && given[key] !== undefined) {
      entry[key] = given[key];
    }
  }
  const extra = row.find(({ text }, at) => text !== "" && !from.named.has(at));
  if (extra) {
    const { line, column, text } = extra;
    const message = `${JSON.stringify(text)} is in a column without a name; put a value with a comma or semicolon in quotation marks, or remove it`;
    problems.push({ severity: "error", file, line, column, message });
  }
  return { user: { entry, place: placeOf() }, problems };

  function placeOf(): AddedUser["place"] {
    return (key) => {
      const [{ line, column } = { line: 1, column: 1 }] = row;
      if (key === undefined) return { file, line, column };
      const own = columns.get(key as keyof UserConfig);
      const isGiven = own === undefined && Object.hasOwn(entry, key);
      if (isGiven) return { path: ["usersFrom", index, key] };
      const named =
        header.get(own ?? (key as Column)) ?? (key === "email" ? header.get("login") : undefined);
      const cell = named && row[named.index];
      const at = cell ? { line: cell.line, column: cell.column } : { line, column };
      return { file, ...at, name: named?.cell.text ?? key };
    };
  }
}

type SetValue = (key: keyof UserConfig, column: Column, value: unknown) => void;
type Refuse = (column: Column, message: string, shown?: boolean) => void;

/**
 * The login is the name that Identity Center sends: the e-mail address, which the config may also have
 * by itself, or the user name.
 */
function setLogin(
  { header, sendsUserName }: FileOfUsers,
  cells: ReadonlyMap<Column, CsvCell>,
  entry: Readonly<Record<string, unknown>>,
  set: SetValue,
  refuse: Refuse,
): void {
  const login = cells.get("login")?.text;
  if (login === undefined) return;
  if (!header.has("email")) {
    set("email", "login", login);
    return;
  }
  if (!sendsUserName) {
    const { email } = entry;
    if (email === undefined) set("email", "login", login);
    else if (email !== login) {
      refuse(
        "login",
        `is not the e-mail address ${JSON.stringify(email)}, which Identity Center sends as the user's name; write the same in both, or set roleSessionName: userName`,
      );
    }
    return;
  }
  if (entry["userName"] === undefined) set("userName", "login", login);
  else if (entry["userName"] !== login) {
    refuse(
      "login",
      `is not the user name ${JSON.stringify(entry["userName"])}, which Identity Center sends as the user's name; write the same in both`,
    );
  }
}

/** A number belongs to a desk phone; for a softphone, Amazon Connect does not use it. */
function setPhone(cells: ReadonlyMap<Column, CsvCell>, set: SetValue, refuse: Refuse): void {
  const type = cells.get("phoneType");
  const number = cells.get("phoneNumber");
  const kind = type && phoneType(type.text);
  if (type && kind === undefined) refuse("phoneType", "is not soft or desk; write one of them");
  else if (kind === "desk" && !number && !cells.has("deskPhone")) {
    refuse("phoneNumber", "is empty; a desk phone needs a number, as in +12065550100", false);
  } else if (number && kind !== "soft" && !cells.has("deskPhone")) {
    set("deskPhone", "phoneNumber", number.text);
  }
}
