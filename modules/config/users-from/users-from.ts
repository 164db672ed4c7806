import { dirname, resolve } from "node:path";

import {
  type AddedUser,
  type ConfigSource,
  misnamed,
  type Problem,
  type Reader,
  readCsv,
  shownPath,
  valueAt,
} from "../source";
import { readHeader } from "./header";
import { userOfRow } from "./rows";

/** Length of the longest file of users, in bytes: enough for more than 50,000. */
const FILE_MAX_BYTES = 10_000_000;

/** Number of users that one file may have: as many as one state of Terraform can reasonably hold. */
const MAX_USERS = 20_000;

/** Reads the files of `usersFrom`, and adds their users to those of the config. */
export function withUsersFrom(
  source: ConfigSource,
  reader: Reader,
): { source: ConfigSource; problems: Problem[] } {
  const entries = valueAt(source.data, ["usersFrom"]);
  if (!Array.isArray(entries)) return { source, problems: [] };
  const read = entries.map((entry: unknown, index) => usersOf(source, reader, entry, index));
  return {
    source: source.withUsers(read.flatMap(({ users }) => users)),
    problems: read.flatMap(({ problems }) => problems),
  };
}

interface ReadUsers {
  readonly users: readonly AddedUser[];
  readonly problems: readonly Problem[];
}

function usersOf(source: ConfigSource, reader: Reader, entry: unknown, index: number): ReadUsers {
  const name = valueAt(entry, ["file"]);
  if (typeof name !== "string" || name === "") return { users: [], problems: [] };
  const path = ["usersFrom", index, "file"];
  const place = resolve(dirname(source.file), name);
  const file = shownPath(place);
  const text = readText(place, file, reader);
  if ("error" in text) return { users: [], problems: [source.problem(path, text.error)] };
  const csv = readCsv(text.bytes, MAX_USERS + 2);
  if ("error" in csv) {
    const { error: message, line, column } = csv;
    return { users: [], problems: [{ severity: "error", file, line, column, message }] };
  }
  const [first, ...rows] = csv.rows;
  if (!first || rows.length === 0) {
    const message = `has no users (${file}); write the names of the columns in the first line, and a line for each user`;
    return { users: [], problems: [source.problem(path, message)] };
  }
  if (rows.length > MAX_USERS) {
    const message = `has more than ${MAX_USERS.toLocaleString("en-US")} users, so it is not read; split it, or make sure that it is the right file`;
    return { users: [], problems: [source.problem(path, message)] };
  }
  const given = entry as Readonly<Record<string, unknown>>;
  const { header, problems } = readHeader(file, first, given);
  if (problems.length > 0) return { users: [], problems };
  const sendsUserName = valueAt(source.data, ["roleSessionName"]) === "userName";
  const named = new Set([...header.values()].map(({ index: at }) => at));
  const from = { file, header, named, given, index, sendsUserName };
  const read = rows.map((row) => userOfRow(from, row));
  return {
    users: read.map(({ user }) => user),
    problems: read.flatMap((one) => one.problems),
  };
}

function readText(
  path: string,
  shown: string,
  reader: Reader,
): { bytes: Uint8Array } | { error: string } {
  const read = reader(path, FILE_MAX_BYTES);
  switch (read.is) {
    case "missing":
      return {
        error: `does not exist (${shown}); ${misnamed(path, read.beside) ?? "save the file of users there, or remove the entry"}`,
      };
    case "folder":
      return { error: `is a folder (${shown}); name the file in it` };
    case "no file":
      return { error: `is not a file (${shown}); name the CSV file` };
    case "too long":
      return {
        error: `is longer than ${String(FILE_MAX_BYTES / 1_000_000)} MB, so it is not read; make sure that it is a CSV file of users`,
      };
    case "unreadable":
      return {
        error: `cannot be read (${read.code}, ${shown}); give yourself permission to read it`,
      };
    case "read":
      try {
        new TextDecoder("utf-8", { fatal: true }).decode(read.bytes);
        return read;
      } catch {
        return {
          error: `is not UTF-8 (${shown}), so accents would be lost; in a spreadsheet, save it as CSV UTF-8`,
        };
      }
  }
}
