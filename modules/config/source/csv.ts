import { type CsvError, parse } from "csv-parse/sync";

/** A cell of a CSV file. */
export interface CsvCell {
  /** Its text, without spaces around it. */
  readonly text: string;
  /** Line in the file, counted from 1. */
  readonly line: number;
  /** Column in the line, counted from 1. */
  readonly column: number;
}

/** The rows of a CSV file, or where and why it cannot be read. */
export type Csv =
  | { readonly rows: readonly (readonly CsvCell[])[] }
  | { readonly error: string; readonly line: number; readonly column: number };

/** Number of cells that a row may have. */
const MAX_CELLS = 1000;

/** The first cell of a row that is too long. */
class TooLong extends Error {}

/**
 * Reads CSV with commas or semicolons. Rows without text are left out.
 *
 * @param maxRows number of rows to read at most
 */
export function readCsv(bytes: Uint8Array, maxRows: number): Csv {
  const buffer = Buffer.from(bytes);
  const places = new Places(buffer);
  const rows: CsvCell[][] = [];
  const delimiter = delimiterOf(buffer);
  // Bytes of what was read: a cell starts behind the end of the one before it.
  let end = 0;
  try {
    parse(buffer, {
      bom: true,
      delimiter,
      relaxColumnCount: true,
      skipEmptyLines: true,
      to: maxRows,
      cast: (text, { index, bytes: read }) => {
        if (index === 0) rows.push([]);
        if (index === MAX_CELLS) throw new TooLong();
        rows
          .at(-1)
          ?.push({ text: text.trim(), ...places.of(start(buffer, end, delimiter, index === 0)) });
        end = read;
        return "";
      },
    });
  } catch (error) {
    const message =
      error instanceof TooLong
        ? `has more than ${MAX_CELLS.toLocaleString("en-US")} values in a line; make sure that it is a CSV file of users`
        : csvMessage(error as CsvError);
    return { error: message, ...places.of(start(buffer, end, delimiter)) };
  }
  return { rows: rows.filter((row) => row.some(({ text }) => text !== "")) };
}

/** Skips what is between two cells: a delimiter, or the ends of lines; first a byte order mark. */
function start(buffer: Buffer, from: number, delimiter: string, isFirst?: boolean): number {
  if (isFirst !== true && buffer[from] === delimiter.charCodeAt(0)) return from + 1;
  let at = from === 0 && buffer.subarray(0, 3).equals(BOM) ? 3 : from;
  while (buffer[at] === CR || buffer[at] === LF) at += 1;
  return at;
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const CR = 13;
const LF = 10;

/** Spreadsheets write semicolons where the comma is for decimals. No name of a column has either. */
function delimiterOf(buffer: Buffer): "," | ";" {
  const [header = ""] = buffer.subarray(0, 10_000).toString().split(/\r|\n/);
  const count = (delimiter: string) => header.split(delimiter).length;
  return count(";") > count(",") ? ";" : ",";
}

function csvMessage({ code }: CsvError): string {
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "opens a quotation mark that is never closed; close it, or write two for one in the text";
    case "INVALID_OPENING_QUOTE":
    case "CSV_INVALID_CLOSING_QUOTE":
      return 'has a quotation mark within its text; put the text in quotation marks, and write each one in it twice: "Ana ""Nita"" Silva"';
    default:
      return `is not valid CSV (${code}); save it as CSV UTF-8 in a spreadsheet`;
  }
}

/** Lines and columns of the bytes of a file, in characters; the bytes are asked for in order. */
class Places {
  private line = 1;
  private column = 1;
  private seen: number;

  public constructor(private readonly buffer: Buffer) {
    this.seen = buffer.subarray(0, 3).equals(BOM) ? 3 : 0;
  }

  public of(offset: number): { line: number; column: number } {
    for (; this.seen < offset; this.seen += 1) {
      const byte = this.buffer[this.seen] ?? 0;
      if (byte === LF || (byte === CR && this.buffer[this.seen + 1] !== LF)) {
        this.line += 1;
        this.column = 1;
      } else if ((byte & 0xc0) !== 0x80) {
        // JavaScript, which counts the columns elsewhere, has two units for a character of four bytes.
        this.column += byte >= 0xf0 ? 2 : 1;
      }
    }
    return { line: this.line, column: this.column };
  }
}
