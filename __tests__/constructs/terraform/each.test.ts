import { IamUser } from "@cdktf/provider-aws/lib/iam-user";
import { TerraformVariable, type TerraformStack } from "cdktf";

import { Each, keys } from "../../../modules/constructs/terraform";
import { synthesized } from "../../support/synth";

/** An IAM user for each of these names. */
function usersIn(stack: TerraformStack, names: Record<string, string>): Each {
  return new Each(
    stack,
    "users",
    names,
    (forEach) => new IamUser(stack, "user", { forEach, name: String(forEach.value) }),
  );
}

describe("a resource for each key", () => {
  it("is one resource over a local with the keys", () => {
    const { locals, resource } = synthesized((stack) => {
      usersIn(stack, keys(["ana", "rui"]));
    });
    expect(locals).toEqual({ users: { ana: "ana", rui: "rui" } });
    expect(resource).toEqual({
      aws_iam_user: {
        user: { for_each: "${local.users}", name: "${each.value}" },
      },
    });
  });

  it("is no resource and no local without keys", () => {
    const { locals, resource } = synthesized((stack) => {
      expect(usersIn(stack, {}).attribute("ana", "arn")).toBeUndefined();
    });
    expect([locals, resource]).toEqual([undefined, undefined]);
  });

  it("keeps Terraform from reading templates in its keys and values", () => {
    const { locals } = synthesized((stack) => {
      usersIn(stack, keys(["${ana}", "%{rui}"]));
    });
    expect(locals).toEqual({ users: { "$${ana}": "$${ana}", "%%{rui}": "%%{rui}" } });
  });
});

describe("an attribute of a key's instance", () => {
  it("is read through one local for all instances", () => {
    const { locals } = synthesized((stack) => {
      const users = usersIn(stack, keys(["ana", "rui"]));
      expect(users.attribute("ana", "unique_id")).toBe('${local.user-ids["ana"]}');
      expect(users.attribute("rui", "unique_id")).toBe('${local.user-ids["rui"]}');
      expect(users.attribute("ana", "arn")).toBe('${local.user-arns["ana"]}');
    });
    expect(locals).toEqual({
      users: { ana: "ana", rui: "rui" },
      "user-ids": "${{ for key, val in aws_iam_user.user: key => val.unique_id }}",
      "user-arns": "${{ for key, val in aws_iam_user.user: key => val.arn }}",
    });
  });

  it("is named by its key to the letter, quotes and templates too", () => {
    synthesized((stack) => {
      const users = usersIn(stack, keys(['"ana"', "${rui}"]));
      expect(users.attribute('"ana"', "arn")).toBe('${local.user-arns["\\"ana\\""]}');
      expect(users.attribute("${rui}", "arn")).toBe('${local.user-arns["$${rui}"]}');
    });
  });

  it.each(["rui", "constructor", "__proto__"])("is none for the key %j that it lacks", (key) => {
    const { locals } = synthesized((stack) => {
      expect(usersIn(stack, keys(["ana"])).attribute(key, "arn")).toBeUndefined();
    });
    expect(locals).toEqual({ users: { ana: "ana" } });
  });

  it("may belong to a key that only Terraform knows", () => {
    const { locals } = synthesized((stack) => {
      const { stringValue } = new TerraformVariable(stack, "name", { type: "string" });
      const arn = usersIn(stack, { [stringValue]: stringValue }).attribute(stringValue, "arn");
      expect(arn).toBe(`\${local.user-arns[${stringValue}]}`);
    });
    expect(locals).toMatchObject({ users: { "${var.name}": "${var.name}" } });
  });
});
