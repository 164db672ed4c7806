import { type Json, blocksOf, expression, hcl } from "../../../modules/synth/hcl";

/** A value as the attribute of an output, where Terraform looks for templates. */
function written(value: Json): string {
  return hcl(blocksOf({ output: { x: { value } } }, () => ({})));
}

/** The same, of a value that stands on one line. */
function inline(value: Json): string {
  return /^output "x" \{\n {2}value = (.*)\n\}\n$/.exec(written(value))?.[1] ?? written(value);
}

const AS_IT_IS = (text: string) => [text, text] as const;

describe("a string", () => {
  it.each([
    ["agents", '"agents"'],
    ["", '""'],
    ['say "hi"', '"say \\"hi\\""'],
    ["C:\\agents\\n", '"C:\\\\agents\\\\n"'],
    ["one\ntwo", '"one\\ntwo"'],
    ["one\r\ntwo\r\n", '"one\\r\\ntwo\\r\\n"'],
    ["a\tb", '"a\\tb"'],
    ["\u0000\u0001\u001f\u007f", '"\\u0000\\u0001\\u001f\\u007f"'],
    ["\u2028\u2029", '"\\u2028\\u2029"'],
    ["\ufeff<", '"\\ufeff<"'],
    ["Zoë Müller 😀", '"Zoë Müller 😀"'],
    ["100 % of $ {x}", '"100 % of $ {x}"'],
  ])("%j stands between quotes", (value, text) => {
    expect(inline(value)).toBe(text);
  });

  it.each([
    ["$${aws:userid}", '"$${aws:userid}"'],
    ["%%{ if }", '"%%{ if }"'],
    ["$$${x}", '"$$${x}"'],
    ["$${a} ${local.b} $${c}", '"$${a} ${local.b} $${c}"'],
    ["$$$", '"$$$"'],
    ["${local.a}${local.b}", '"${local.a}${local.b}"'],
    ['${local.a["x"]}"', '"${local.a["x"]}\\""'],
    ["${local.a}\n${local.b}", '"${local.a}\\n${local.b}"'],
  ])("%j keeps its escapes and expressions", (value, text) => {
    expect(inline(value)).toBe(text);
  });

  it.each(["%{ if true }yes%{ endif }", '${"%{ if true }yes%{ endif }"}', "one\n%{ if true }\n"])(
    "%j, which has a directive, is refused",
    (value) => {
      expect(() => written(value)).toThrow("a template directive is not supported");
    },
  );

  it.each([
    ["${local.x", '"}" is missing: ${local.x >>> '],
    ["${local.x)}", '")" closes nothing: ${local.x) >>> }'],
    ['${"x}', 'a quote is missing: ${" >>> x}'],
    ["${a; b}", "no part of an expression: ${a >>> ; b}"],
    ["${local.x # why\n}", "no part of an expression: ${local.x  >>> # why\n}"],
  ])("%j, which nobody can read, is refused with the place", (value, message) => {
    expect(() => written(value)).toThrow(message);
  });
});

describe("an expression", () => {
  it.each<readonly [string, string]>([
    AS_IT_IS("aws_iam_role.agent.arn"),
    AS_IT_IS('data.aws_identitystore_group.existing["ConnectAgents"].group_id'),
    AS_IT_IS("aws_iam_role.agent[0].arn"),
    AS_IT_IS("aws_iam_role.agent[*].arn"),
    AS_IT_IS("aws_iam_role.agent.*.arn"),
    AS_IT_IS("local.a-b"),
    AS_IT_IS('max(1, 2) + min([1, 2]...) - length("a")'),
    AS_IT_IS('[for name in ["a", "b"] : upper(name) if name != "a"]'),
    AS_IT_IS("{ for key, val in local.users : key => val.id }"),
    AS_IT_IS("{ for user in local.users : user.group => user.id... }"),
    AS_IT_IS('local.on ? "yes" : "no"'),
    AS_IT_IS("!local.on && !(local.a == local.b) || local.c"),
    AS_IT_IS("-local.x + -1 - -2 * 3 / 4 % 5"),
    AS_IT_IS("[-1, -local.x, !local.on]"),
    AS_IT_IS("1.5e+3 >= 1 && 2 <= 3 && 1 < 2 && 2 > 1"),
    AS_IT_IS('"${var.prefix}-${upper("${local.name}!")}"'),
    AS_IT_IS('format("%s/user/$${aws:userid}", "\\"\\\\\\n")'),
    AS_IT_IS("null"),
    AS_IT_IS("[null, true, false, [], {}]"),
    ["( local.a )", "local.a"],
    ["((local.a == 1))", "local.a == 1"],
    ["(local.a)+(local.b)", "(local.a) + (local.b)"],
    ["( local.a ).b", "(local.a).b"],
    ["local.a==1?2:3", "local.a == 1 ? 2 : 3"],
    ["!local.a==!local.b", "!local.a == !local.b"],
    ["- local.a", "-local.a"],
    ["max( 1,2 , )", "max(1, 2)"],
    ["[ 1,2, ]", "[1, 2]"],
    ["{}", "{}"],
    ['{"a"="b","c d":1}', '{\n    a     = "b"\n    "c d" = 1\n  }'],
    ["\n  length(\n    local.a\n  )\n", "length(local.a)"],
    ['jsonencode({"Version" = "2012-10-17"})', 'jsonencode({ Version = "2012-10-17" })'],
  ])("%s is spaced as terraform fmt does", (source, text) => {
    expect(inline(`\${${source}}`).replace(/^output "x" \{\n {2}value = ([^]*)\n\}\n$/, "$1")).toBe(
      text,
    );
  });

  it.each([
    ["a ${local.a+1} b", '"a ${local.a + 1} b"'],
    ['${"${local.a}"}', '"${local.a}"'],
    ['a ${"b ${"c"}"}', '"a ${"b ${"c"}"}"'],
  ])("%j within text stays within it", (value, text) => {
    expect(inline(value)).toBe(text);
  });

  test("keeps what a comma-less object separates by line ends", () => {
    expect(written("${{\na = 1\nb = 2\n}}")).toBe(
      'output "x" {\n  value = {\n    a = 1\n    b = 2\n  }\n}\n',
    );
  });

  test("takes a colon behind a bare key", () => {
    expect(written("${{a: 1, b: 2}}")).toBe(
      'output "x" {\n  value = {\n    a = 1\n    b = 2\n  }\n}\n',
    );
  });

  test.each(["${/* why */ 1}", "${1 // why\n}", "${<<EOT\nx\nEOT\n}"])(
    "%j, whose comment or heredoc would be torn apart, is refused",
    (value) => {
      expect(() => written(value)).toThrow();
    },
  );

  test("keeps the name of a provider's function together", () => {
    expect(inline("${provider::aws::arn_parse(local.arn)}")).toBe(
      "provider::aws::arn_parse(local.arn)",
    );
  });

  test.each(["[for x in local.list : x if(x != 1 && x != 2)]", "[for x in(local.list) : x]"])(
    "%s hugs parentheses behind a keyword, as terraform fmt does",
    (source) => {
      expect(inline(`\${${source.replace(/(if|in)\(/, "$1 (")}}`)).toBe(source);
    },
  );

  test("that starts with a minus within text is spaced as terraform fmt does", () => {
    expect(inline("a ${-local.x}")).toBe('"a ${- local.x}"');
  });

  test("that starts with an object within text is spaced as terraform fmt does", () => {
    expect(inline("a ${{a = 1}.a}")).toBe('"a ${ { a = 1 }.a}"');
  });
});

describe("a key of an object", () => {
  it.each([
    ["name", "name"],
    ["_name-2", "_name-2"],
    ["format", "format"],
    ["for", '"for"'],
    ["in", '"in"'],
    ["if", '"if"'],
    ["null", '"null"'],
    ["true", '"true"'],
    ["false", '"false"'],
    ["2nd", '"2nd"'],
    ["-x", '"-x"'],
    ["SAML:aud", '"SAML:aud"'],
    ["a.b", '"a.b"'],
    ["", '""'],
    ["agent1@example.com", '"agent1@example.com"'],
    ["größe", '"größe"'],
    ['a"b\\c', '"a\\"b\\\\c"'],
    ["$${a}", '"$${a}"'],
    ["${local.key}", '"${local.key}"'],
  ])("%j is written so that it stays text", (key, text) => {
    expect(inline({ [key]: 1 })).toBe(`{ ${text} = 1 }`);
  });

  it("is not measured by its code units", () => {
    expect(written({ größe: 1, ab: 2, "👩‍👩‍👧": 3, "e\u0301": 4 })).toBe(`output "x" {
  value = {
    "größe" = 1
    ab      = 2
    "👩‍👩‍👧"     = 3
    "e\u0301"     = 4
  }
}
`);
  });
});

describe("a list or object", () => {
  it("stays on one line as long as that has a hundred characters", () => {
    const items = ["a".repeat(40), "b".repeat(41)];
    const line = `  value = ["${"a".repeat(40)}", "${"b".repeat(41)}"]`;
    expect(line).toHaveLength(99);
    expect(written(items)).toBe(`output "x" {\n${line}\n}\n`);
    expect(written([...items.slice(0, 1), "b".repeat(42)])).toBe(
      `output "x" {\n${line.replace("b", "bb")}\n}\n`,
    );
    expect(written([...items.slice(0, 1), "b".repeat(43)])).toBe(`output "x" {
  value = [
    "${"a".repeat(40)}",
    "${"b".repeat(43)}",
  ]
}
`);
  });

  it("of one entry stays on one line, of several it has a line for each", () => {
    expect(written({ a: 1 })).toBe('output "x" {\n  value = { a = 1 }\n}\n');
    expect(written({ a: 1, long: 2 })).toBe(
      'output "x" {\n  value = {\n    a    = 1\n    long = 2\n  }\n}\n',
    );
  });

  it("is broken from the outside to the inside, as little as the width needs", () => {
    const long = "x".repeat(80);
    expect(written({ a: { b: [1, { c: long, de: [] }], f: {} }, g: [[]] })).toBe(`output "x" {
  value = {
    a = {
      b = [
        1,
        {
          c  = "${long}"
          de = []
        },
      ]
      f = {}
    }
    g = [[]]
  }
}
`);
  });

  it("of one object hugs it", () => {
    const long = "x".repeat(80);
    expect(written([{ a: long, b: 1 }])).toBe(`output "x" {
  value = [{
    a = "${long}"
    b = 1
  }]
}
`);
  });

  it("within a call is broken while the call's parentheses hug it", () => {
    const long = "x".repeat(80);
    expect(written(`\${jsonencode({"Sid" = "${long}", "Effect" = "Allow"})}`)).toBe(`output "x" {
  value = jsonencode({
    Sid    = "${long}"
    Effect = "Allow"
  })
}
`);
  });

  it("that a for expression makes is broken around the whole of it", () => {
    const long = "x".repeat(80);
    expect(written(`\${{for key, val in local.${long} : key => val}}`)).toBe(`output "x" {
  value = {
    for key, val in local.${long} : key => val
  }
}
`);
    expect(written(`\${[for val in local.${long} : upper(val)]}`)).toBe(`output "x" {
  value = [
    for val in local.${long} : upper(val)
  ]
}
`);
  });

  it("aligns equals signs of neighbours, up to a value of several lines", () => {
    const long = "x".repeat(90);
    expect(written({ a: 1, bcd: 2, list: [long, long], e: 3, fgh: 4 })).toBe(`output "x" {
  value = {
    a   = 1
    bcd = 2
    list = [
      "${long}",
      "${long}",
    ]
    e   = 3
    fgh = 4
  }
}
`);
  });
});

describe("text of whole lines", () => {
  const document = (value: string) => written(value).replace(/^output "x" \{\n([^]*)\}\n$/, "$1");

  it("stands as it is", () => {
    expect(document('<a b="c">\n  <d>\\n</d>\t\n</a>\n')).toBe(
      '  value = <<EOT\n<a b="c">\n  <d>\\n</d>\t\n</a>\nEOT\n',
    );
  });

  it("keeps its escapes, empty lines and expressions", () => {
    expect(document("$${aws:userid} %%{x}\n\n${local.x+1}\n\n")).toBe(
      "  value = <<EOT\n$${aws:userid} %%{x}\n\n${local.x + 1}\n\nEOT\n",
    );
  });

  it.each([
    ["EOT\nend\n", "EOT_"],
    ["one\n  EOT\t\ntwo\n", "EOT_"],
    ["EOT\nEOT_\n", "EOT__"],
    ["one EOT\nEOTs\n", "EOT"],
  ])("%j ends with a mark that is no line of it", (value, mark) => {
    expect(document(value)).toBe(`  value = <<${mark}\n${value}${mark}\n`);
  });

  test("ends with a mark that is no line of it for Go, whose spaces are others", () => {
    expect(document("\u0085EOT\nend\n")).toBe("  value = <<EOT_\n\u0085EOT\nend\nEOT_\n");
  });

  it.each([
    ["one\ntwo", '"one\\ntwo"'],
    ["one\r\ntwo\r\n", '"one\\r\\ntwo\\r\\n"'],
    ["one\u0000\n", '"one\\u0000\\n"'],
    ["one\u000b\u007f\n", '"one\\u000b\\u007f\\n"'],
  ])("%j, which a heredoc would change, stands between quotes", (value, text) => {
    expect(inline(value)).toBe(text);
  });

  it("stands between quotes within a list or object", () => {
    expect(inline(["one\ntwo\n"])).toBe('["one\\ntwo\\n"]');
    expect(inline({ a: "one\ntwo\n" })).toBe('{ a = "one\\ntwo\\n" }');
  });
});

describe("numbers, truth and nothing", () => {
  it.each([
    [0, "0"],
    [-1, "-1"],
    [1.5, "1.5"],
    [1e21, "1e+21"],
    [1e-7, "1e-7"],
    [true, "true"],
    [false, "false"],
    [null, "null"],
  ])("%j", (value, text) => {
    expect(inline(value)).toBe(text);
  });
});

describe("a value of plain text", () => {
  it.each<[Json, string]>([
    ["${x} %{y} $${z}", '"$${x} %%{y} $$${z}"'],
    [["a", 1, null], '["a", 1, null]'],
    [{ "${a}": "b", c: ["d"] }, '{ "$${a}" = "b", c = ["d"] }'],
    ["one\ntwo\n", '"one\\ntwo\\n"'],
  ])("%j stands on one line, escaped", (value, text) => {
    expect(expression(value)).toBe(text);
  });
});
