import { readCsv } from "../../../modules/config/source";

const BOM = "\ufeff";

/** Each cell as `line:column text`. */
function cells(text: string): string[][] {
  const csv = readCsv(Buffer.from(text), 100);
  if ("error" in csv) return [[`${String(csv.line)}:${String(csv.column)} ${csv.error}`]];
  return csv.rows.map((row) =>
    row.map(({ line, column, text: own }) => `${String(line)}:${String(column)} ${own}`),
  );
}

describe("a CSV file", () => {
  test.each<[what: string, text: string, cells: string[][]]>([
    [
      "with commas",
      "a,b\n1,2\n",
      [
        ["1:1 a", "1:3 b"],
        ["2:1 1", "2:3 2"],
      ],
    ],
    [
      "with semicolons",
      "a;b\n1,5;2\n",
      [
        ["1:1 a", "1:3 b"],
        ["2:1 1,5", "2:5 2"],
      ],
    ],
    [
      "with a byte order mark",
      `${BOM}a,b\n1,2`,
      [
        ["1:1 a", "1:3 b"],
        ["2:1 1", "2:3 2"],
      ],
    ],
    [
      "of Windows",
      "a,b\r\n1,2\r\n",
      [
        ["1:1 a", "1:3 b"],
        ["2:1 1", "2:3 2"],
      ],
    ],
    ["with spaces around values", "a , b\n", [["1:1 a", "1:4 b"]]],
    ["with quotation marks", '"a ""b""",c\n', [['1:1 a "b"', "1:11 c"]]],
    ["with a comma in a value", '"Silva, Ana",c\n', [["1:1 Silva, Ana", "1:14 c"]]],
    ["with a value of two lines", 'a,"b\nc",d\ne\n', [["1:1 a", "1:3 b\nc", "2:4 d"], ["3:1 e"]]],
    ["with accents and emoji", "é,😀,x\n", [["1:1 é", "1:3 😀", "1:6 x"]]],
    [
      "with empty rows",
      "a,b\n\n,\n \n1,2\n",
      [
        ["1:1 a", "1:3 b"],
        ["5:1 1", "5:3 2"],
      ],
    ],
    [
      "with rows of different lengths",
      "a,b\n1\n1,2,3\n",
      [["1:1 a", "1:3 b"], ["2:1 1"], ["3:1 1", "3:3 2", "3:5 3"]],
    ],
    ["without anything", "", []],
  ])("%s gives its values and their places", (_, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  test.each<[what: string, text: string, error: string]>([
    [
      "that closes a quotation mark never",
      'a,b\nx,"y\nz,w\n',
      "2:3 opens a quotation mark that is never closed; close it, or write two for one in the text",
    ],
    [
      "with a quotation mark within a value",
      'a,b\nx,y"z\n',
      '2:3 has a quotation mark within its text; put the text in quotation marks, and write each one in it twice: "Ana ""Nita"" Silva"',
    ],
    [
      "with text after a quotation mark",
      'a,b\nx,"y"z\n',
      '2:3 has a quotation mark within its text; put the text in quotation marks, and write each one in it twice: "Ana ""Nita"" Silva"',
    ],
  ])("%s is refused at the value", (_, text, error) => {
    expect(cells(text)).toEqual([[error]]);
  });

  it("is read up to a number of rows, and of values in a row", () => {
    expect(readCsv(Buffer.from("a\n".repeat(1_000_000)), 5)).toMatchObject({
      rows: [[{ line: 1 }], [{ line: 2 }], [{ line: 3 }], [{ line: 4 }], [{ line: 5 }]],
    });
    expect(cells(",".repeat(1_000_000))).toEqual([
      ["1:1001 has more than 1,000 values in a line; make sure that it is a CSV file of users"],
    ]);
  });
});
