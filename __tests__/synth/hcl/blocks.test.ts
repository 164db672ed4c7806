import {
  type Block,
  blocksOf,
  hcl,
  type Json,
  type NestedBlocksOf,
  plain,
} from "../../../modules/synth/hcl";

const NONE: NestedBlocksOf = () => ({});

function written(json: Record<string, Json>, nested: NestedBlocksOf = NONE): string {
  return hcl(blocksOf(json, nested));
}

describe("a block", () => {
  it("without content stands on one line", () => {
    expect(hcl([{ type: "locals" }])).toBe("locals {}\n");
    expect(hcl([{ type: "provider", labels: ["aws"] }])).toBe('provider "aws" {}\n');
  });

  it("has its labels between quotes, escaped", () => {
    expect(hcl([{ type: "run", labels: ['a"b', "c\\d"] }])).toBe('run "a\\"b" "c\\\\d" {}\n');
  });

  it("has aligned attributes, then an empty line before each block", () => {
    const blocks: Block[] = [
      {
        type: "resource",
        labels: ["aws_iam_role", "agent"],
        attributes: { name: "Agent", max_session_duration: 43200 },
        blocks: [
          { type: "lifecycle", attributes: { prevent_destroy: true } },
          { type: "timeouts", blocks: [{ type: "inner" }] },
        ],
      },
      { type: "locals", attributes: { a: 1 } },
    ];
    expect(hcl(blocks)).toBe(`resource "aws_iam_role" "agent" {
  name                 = "Agent"
  max_session_duration = 43200

  lifecycle {
    prevent_destroy = true
  }

  timeouts {
    inner {}
  }
}

locals {
  a = 1
}
`);
  });

  it("aligns a heredoc as a line, and nothing across a value of several lines", () => {
    const attributes = {
      name: "agent",
      saml_metadata_document: "<a>\n</a>\n",
      tags: { a: "b", c: "d" },
      x: 1,
      path: "/",
    };
    expect(hcl([{ type: "locals", attributes }])).toBe(`locals {
  name                   = "agent"
  saml_metadata_document = <<EOT
<a>
</a>
EOT
  tags = {
    a = "b"
    c = "d"
  }
  x    = 1
  path = "/"
}
`);
  });

  it("is indented as asked for", () => {
    expect(hcl([{ type: "locals", attributes: { a: { b: 1, c: 2 } } }], 2)).toBe(
      "  locals {\n    a = {\n      b = 1\n      c = 2\n    }\n  }\n",
    );
  });
});

describe("Terraform's JSON", () => {
  it("of nothing is nothing", () => {
    expect(written({})).toBe("");
    expect(written({ "//": { metadata: {} }, resource: {}, output: {} })).toBe("");
  });

  it("has its parts in the order in which people write them", () => {
    const json = {
      output: { o: { value: 1 } },
      resource: { r: { a: {} } },
      module: { m: { source: "./m" } },
      data: { d: { a: {} } },
      locals: { l: 1 },
      variable: { v: {} },
      provider: { p: [{}] },
      terraform: { required_version: ">= 1.5.0" },
      import: [{ to: "r.a", id: "1" }],
    };
    expect(blocksOf(json, NONE).map(({ type }) => type)).toEqual([
      "terraform",
      "provider",
      "variable",
      "locals",
      "data",
      "resource",
      "module",
      "import",
      "output",
    ]);
  });

  it.each(["moved", "ephemeral", "constructor", "toString"])(
    "with the part %s, which it does not know, is refused rather than lost",
    (part) => {
      expect(() => written({ [part]: {} })).toThrow(`no HCL for ${part}`);
    },
  );

  it("names every part that it does not know", () => {
    expect(() => written({ moved: [], locals: {}, ephemeral: {} })).toThrow(
      "no HCL for moved, ephemeral",
    );
  });

  it.each<[Record<string, Json>, string]>([
    [{ resource: { aws_iam_role: { agent: "x" } } }, 'not an object: "x"'],
    [{ resource: [] }, "not an object: []"],
    [{ variable: { x: null } }, "not an object: null"],
    [{ terraform: 1 }, "not an object: 1"],
  ])("%j, whose form is another, is refused", (json, message) => {
    expect(() => written(json)).toThrow(message);
  });
});

describe("the terraform block", () => {
  it("has versions, providers and a backend, in which nothing is a template", () => {
    expect(
      written({
        terraform: {
          backend: { s3: { bucket: "b-${x}", use_lockfile: true, key: "a\\b" } },
          required_providers: { aws: { version: ">= 5.100.0, < 7.0.0", source: "hashicorp/aws" } },
          required_version: ">= 1.5.0",
        },
      }),
    ).toBe(`terraform {
  required_version = ">= 1.5.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }

  backend "s3" {
    bucket       = "b-$\${x}"
    use_lockfile = true
    key          = "a\\\\b"
  }
}
`);
  });

  it("has HCP Terraform's workspaces as a block", () => {
    expect(
      written({
        terraform: {
          cloud: {
            organization: "contact-center",
            hostname: "app.example.com",
            workspaces: { tags: ["connect", "sso"], project: "p" },
          },
        },
      }),
    ).toBe(`terraform {
  cloud {
    organization = "contact-center"
    hostname     = "app.example.com"

    workspaces {
      tags    = ["connect", "sso"]
      project = "p"
    }
  }
}
`);
    expect(written({ terraform: { cloud: {} } })).toBe("terraform {\n  cloud {}\n}\n");
  });

  it("has a backend without settings", () => {
    expect(written({ terraform: { backend: { local: {} } } })).toBe(
      'terraform {\n  backend "local" {}\n}\n',
    );
  });
});

describe("a provider", () => {
  it("stands once for each alias", () => {
    expect(
      written({
        provider: {
          aws: [
            { region: "us-east-1", allowed_account_ids: ["123456789012"] },
            { region: "eu-west-1", alias: "identity_center" },
          ],
        },
      }),
    ).toBe(`provider "aws" {
  region              = "us-east-1"
  allowed_account_ids = ["123456789012"]
}

provider "aws" {
  alias  = "identity_center"
  region = "eu-west-1"
}
`);
  });

  it("stands as an object too", () => {
    expect(written({ provider: { aws: { region: "us-east-1" } } })).toBe(
      'provider "aws" {\n  region = "us-east-1"\n}\n',
    );
  });

  it("has the blocks that it is known to have", () => {
    const nested: NestedBlocksOf = (kind, type) =>
      kind === "provider" && type === "aws" ? { assume_role: {}, default_tags: {} } : {};
    expect(written({ provider: { aws: [{ default_tags: [{ tags: { a: "b" } }] }] } }, nested))
      .toBe(`provider "aws" {
  default_tags {
    tags = { a = "b" }
  }
}
`);
  });
});

describe("a variable", () => {
  it("has a type that is an expression, and the rest as people order it", () => {
    expect(
      written({
        variable: {
          tags: {
            default: {},
            nullable: false,
            sensitive: true,
            type: "map(string)",
            description: "Tags.",
          },
          users: { type: "map(object({ name = string, ids = optional(list(number), []) }))" },
        },
      }),
    ).toBe(`variable "tags" {
  description = "Tags."
  type        = map(string)
  default     = {}
  nullable    = false
  sensitive   = true
}

variable "users" {
  type = map(object({ name = string, ids = optional(list(number), []) }))
}
`);
  });

  it("has a description and a default in which nothing is a template", () => {
    expect(
      written({
        variable: {
          x: {
            description: 'The "${x}" of %{y}, $${z} %%{z} $$${z}',
            default: { "${k}": ["$${v}", "a ${b} %{c}", "$$${d}"] },
          },
          y: { default: "one\n${two}\n%{three}\n$${four}\n" },
          z: { default: null },
        },
      }),
    ).toBe(`variable "x" {
  description = "The \\"$\${x}\\" of %%{y}, $$\${z} %%%{z} $$$\${z}"
  default     = { "$\${k}" = ["$$\${v}", "a $\${b} %%{c}", "$$$\${d}"] }
}

variable "y" {
  default = <<EOT
one
$\${two}
%%{three}
$$\${four}
EOT
}

variable "z" {
  default = null
}
`);
  });

  it("has a block for each validation, whose condition is an expression", () => {
    expect(
      written({
        variable: {
          x: {
            validation: [
              { condition: '${can(regex("^a", var.x))}', error_message: "not $${a}" },
              { error_message: "${var.x} is long", condition: "${length(var.x) <= 3}" },
            ],
          },
        },
      }),
    ).toBe(`variable "x" {
  validation {
    condition     = can(regex("^a", var.x))
    error_message = "not $\${a}"
  }

  validation {
    error_message = "\${var.x} is long"
    condition     = length(var.x) <= 3
  }
}
`);
  });
});

describe("an output", () => {
  it("has a plain description first, a value, and references", () => {
    expect(
      written({
        output: {
          x: { value: "${aws_iam_role.x.arn}", description: "ARN of ${x}", sensitive: true },
        },
      }),
    ).toBe(`output "x" {
  description = "ARN of $\${x}"
  value       = aws_iam_role.x.arn
  sensitive   = true
}
`);
  });

  test("has references in depends_on, and conditions as blocks", () => {
    expect(
      written({
        output: {
          x: {
            value: 1,
            depends_on: ["aws_iam_role.x"],
            precondition: [{ condition: "${true}", error_message: "no" }],
          },
        },
      }),
    ).toBe(`output "x" {
  value      = 1
  depends_on = [aws_iam_role.x]

  precondition {
    condition     = true
    error_message = "no"
  }
}
`);
  });
});

describe("a resource or data source", () => {
  const nested: NestedBlocksOf = (kind, type) => {
    if (kind === "resource" && type === "aws_connect_user") {
      return { identity_info: {}, phone_config: { inner: {} } };
    }
    return kind === "data" ? { filter: {} } : {};
  };

  it("has as blocks what the provider has as blocks, and as maps what it has as maps", () => {
    expect(
      written(
        {
          resource: {
            aws_connect_user: {
              user: {
                tags: { identity_info: "x" },
                identity_info: { first_name: "Agent" },
                phone_config: [{ inner: [{ a: 1 }, { a: 2 }], type: "SOFT_PHONE" }],
                name: "agent1",
              },
            },
            other: { user: { identity_info: { first_name: "Agent" } } },
          },
          data: { aws_x: { y: { filter: [{ a: 1 }, { a: 2 }] } } },
        },
        nested,
      ),
    ).toBe(`data "aws_x" "y" {
  filter {
    a = 1
  }

  filter {
    a = 2
  }
}

resource "aws_connect_user" "user" {
  tags = { identity_info = "x" }
  name = "agent1"

  identity_info {
    first_name = "Agent"
  }

  phone_config {
    type = "SOFT_PHONE"

    inner {
      a = 1
    }

    inner {
      a = 2
    }
  }
}

resource "other" "user" {
  identity_info = { first_name = "Agent" }
}
`);
  });

  it("has no trace of the generator", () => {
    const notes = { "//": { metadata: { path: "test/agent", uniqueId: "agent" } } };
    expect(written({ ...notes, resource: { aws_iam_role: { agent: { ...notes } } } })).toBe(
      'resource "aws_iam_role" "agent" {}\n',
    );
  });

  it("has count, for_each and provider first, and references where HCL wants them", () => {
    expect(
      written({
        resource: {
          aws_iam_role: {
            a: {
              name: "${each.key}",
              depends_on: ["aws_iam_policy.x", "module.y"],
              for_each: "${local.names}",
              provider: "aws.identity_center",
              lifecycle: {
                create_before_destroy: true,
                ignore_changes: ["tags", 'tags["a b"]'],
                replace_triggered_by: ["aws_iam_policy.x.id"],
                precondition: [{ condition: "${local.ok}", error_message: "no ${local.x}" }],
                postcondition: [{ condition: "${self.ok}", error_message: "no" }],
              },
            },
            b: { count: "${length(local.names)}", lifecycle: [{ ignore_changes: "all" }] },
          },
        },
      }),
    ).toBe(`resource "aws_iam_role" "a" {
  for_each   = local.names
  provider   = aws.identity_center
  name       = each.key
  depends_on = [aws_iam_policy.x, module.y]

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [tags, tags["a b"]]
    replace_triggered_by  = [aws_iam_policy.x.id]

    precondition {
      condition     = local.ok
      error_message = "no \${local.x}"
    }

    postcondition {
      condition     = self.ok
      error_message = "no"
    }
  }
}

resource "aws_iam_role" "b" {
  count = length(local.names)

  lifecycle {
    ignore_changes = all
  }
}
`);
  });

  it("has names that every object has", () => {
    expect(
      written({
        resource: { aws_iam_role: { constructor: { name: "x" }, toString: {} } },
      }),
    ).toBe(`resource "aws_iam_role" "constructor" {
  name = "x"
}

resource "aws_iam_role" "toString" {}
`);
  });
});

describe("a module call", () => {
  it("has its source and providers first, and inputs as they are", () => {
    expect(
      written({
        module: {
          assignments: {
            instance_arn: "${var.instance_arn}",
            names: ["a", "${local.b}"],
            providers: { aws: "aws.identity_center" },
            source: "../${x}",
          },
        },
      }),
    ).toBe(`module "assignments" {
  source       = "../$\${x}"
  providers    = { aws = aws.identity_center }
  instance_arn = var.instance_arn
  names        = ["a", local.b]
}
`);
  });

  test("has no trace of the generator", () => {
    const notes = { metadata: { path: "test/x", uniqueId: "x" } };
    expect(written({ module: { x: { "//": notes, source: "./x" } } })).toBe(
      'module "x" {\n  source = "./x"\n}\n',
    );
  });

  test("has a plain version, and references in depends_on", () => {
    expect(
      written({
        module: { x: { source: "a/b/c", version: "~> 1.0", depends_on: ["module.y"] } },
      }),
    ).toBe(`module "x" {
  source     = "a/b/c"
  version    = "~> 1.0"
  depends_on = [module.y]
}
`);
  });
});

describe("an import", () => {
  it("has the address as an expression and the ID as text", () => {
    expect(
      written({
        import: [
          { to: "aws_iam_role.agent", id: "Agent" },
          { to: 'aws_connect_user.user["a b"]', id: "${local.id}:x" },
        ],
      }),
    ).toBe(`import {
  to = aws_iam_role.agent
  id = "Agent"
}

import {
  to = aws_connect_user.user["a b"]
  id = "\${local.id}:x"
}
`);
  });

  test("has the provider as an expression", () => {
    expect(
      written({ import: [{ to: "aws_iam_role.a", id: "A", provider: "aws.other" }] }),
    ).toContain("provider = aws.other\n");
  });
});

describe("a resource that Terraform is to forget", () => {
  it("has the address as an expression, and a block that says so", () => {
    expect(written({ removed: [{ from: "aws_connect_user.user", lifecycle: { destroy: false } }] }))
      .toBe(`removed {
  from = aws_connect_user.user

  lifecycle {
    destroy = false
  }
}
`);
  });
});

describe("locals", () => {
  it("are templates", () => {
    expect(written({ locals: { a: "${1+1}", bcd: "x$${y}" } })).toBe(
      'locals {\n  a   = 1 + 1\n  bcd = "x$${y}"\n}\n',
    );
  });
});

test("Plain text has its templates escaped, in keys too", () => {
  expect(plain({ "${a}": ["%{b}", 1, null, true, { c: "$${d}" }] })).toEqual({
    "$${a}": ["%%{b}", 1, null, true, { c: "$$${d}" }],
  });
});

test("A check is a block with its assertions", () => {
  const assert = [{ condition: "${length(local.a) == 0}", error_message: "There are ${local.a}." }];
  expect(written({ check: { people: { assert } } })).toBe(`check "people" {
  assert {
    condition     = length(local.a) == 0
    error_message = "There are \${local.a}."
  }
}
`);
});
