import { TerraformOutput, type TerraformStack, TerraformVariable, Token } from "cdktf";

import {
  ConnectUsers,
  type ConnectUserProps,
  type ConnectUsersProps,
} from "../../../modules/constructs/connect-users";
import { only, synthesized, type Terraform } from "../../support/synth";
import { refusal as refusalOf } from "../refusal";

interface Written extends Terraform {
  readonly data?: Terraform["resource"];
  readonly locals?: Record<string, unknown>;
}

const ARN = "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const AGENT = {
  givenName: "Ana",
  familyName: "da Silva",
  routingProfile: "Basic Routing Profile",
  securityProfiles: ["Agent"],
};
const ADMIN = {
  givenName: "Bo",
  familyName: "Lind",
  routingProfile: "Basic Routing Profile",
  securityProfiles: ["Admin", "Agent"],
};

const INSTANCE_ID = "${data.aws_connect_instance.users_instance_E2535423.instance_id}";
const ROUTING = "local.users_routing-profile-ids_6EF1B48F";
const SECURITY = "local.users_security-profile-ids_4BF684E9";

const NOT_SAML =
  "The Amazon Connect instance manages identities as ${self.identity_management_type}, not with SAML 2.0, so nobody can sign in through Identity Center. Identity management is chosen when an instance is created and cannot be changed: create an instance with SAML 2.0-based authentication.";

function written(props: (stack: TerraformStack) => ConnectUsersProps): Written {
  return synthesized((stack) => {
    new ConnectUsers(stack, "users", props(stack));
  });
}

const connectUsers = (users: ConnectUsersProps["users"], more: Partial<ConnectUsersProps> = {}) =>
  written(() => ({ instanceArn: ARN, users, ...more }));

/** The user agent1@example.com alone. */
const agent = (changes: Partial<ConnectUserProps> = {}) =>
  connectUsers({ "agent1@example.com": { ...AGENT, ...changes } });

/** The one data source of a type. */
const onlyData = ({ data }: Written, type: string) =>
  only({ ...(data && { resource: data }) }, type);

/** What a block's `for_each` says: it stands in a local, which Terraform evaluates once. */
function valuesOf({ locals = {} }: Written, { for_each }: Record<string, unknown>) {
  const [, name = ""] = /^\$\{local\.(.+)\}$/.exec(String(for_each)) ?? [];
  return locals[name] as Record<string, Record<string, unknown>>;
}

/** The users by their names. */
const usersOf = (made: Written) => valuesOf(made, only(made, "aws_connect_user"));

const lookedUp = (made: Written, type: string) => valuesOf(made, onlyData(made, type));

const refusal = (users: ConnectUsersProps["users"], more: Partial<ConnectUsersProps> = {}) =>
  refusalOf("test/users", () => connectUsers(users, more));

describe("the users of an instance", () => {
  const made = connectUsers({ "agent1@example.com": AGENT, "Admin1@example.com": ADMIN });

  it("have the names that sign them in and their profiles, and neither password nor e-mail", () => {
    expect(made.resource).toEqual({
      aws_connect_user: {
        users_user_852FED65: {
          for_each: "${local.users_49C08F63}",
          instance_id: INSTANCE_ID,
          name: "${each.key}",
          identity_info: {
            first_name: "${each.value.first_name}",
            last_name: "${each.value.last_name}",
          },
          phone_config: { phone_type: "${each.value.phone_type}" },
          routing_profile_id: "${each.value.routing_profile_id}",
          security_profile_ids: "${each.value.security_profile_ids}",
        },
      },
    });
    expect(usersOf(made)).toEqual({
      "agent1@example.com": {
        first_name: "Ana",
        last_name: "da Silva",
        phone_type: "SOFT_PHONE",
        routing_profile_id: `\${${ROUTING}["Basic Routing Profile"]}`,
        security_profile_ids: [`\${${SECURITY}["Agent"]}`],
      },
      "Admin1@example.com": {
        first_name: "Bo",
        last_name: "Lind",
        phone_type: "SOFT_PHONE",
        routing_profile_id: `\${${ROUTING}["Basic Routing Profile"]}`,
        security_profile_ids: [`\${${SECURITY}["Admin"]}`, `\${${SECURITY}["Agent"]}`],
      },
    });
  });

  it("have profiles that are looked up once, however many users share them", () => {
    expect(onlyData(made, "aws_connect_routing_profile")).toEqual({
      for_each: "${local.users_routing-profiles_92813A07}",
      instance_id: INSTANCE_ID,
      name: "${each.key}",
    });
    expect(onlyData(made, "aws_connect_security_profile")).toEqual({
      for_each: "${local.users_security-profiles_48800833}",
      instance_id: INSTANCE_ID,
      name: "${each.key}",
    });
    expect(made.locals).toMatchObject({
      "users_routing-profiles_92813A07": { "Basic Routing Profile": "Basic Routing Profile" },
      "users_routing-profile-ids_6EF1B48F":
        "${{ for key, val in data.aws_connect_routing_profile.users_routing-profile_B28AE77D: key => val.routing_profile_id }}",
      "users_security-profiles_48800833": { Agent: "Agent", Admin: "Admin" },
      "users_security-profile-ids_4BF684E9":
        "${{ for key, val in data.aws_connect_security_profile.users_security-profile_20ACA48F: key => val.security_profile_id }}",
    });
  });

  it("wait for an instance that signs people in with SAML", () => {
    expect(onlyData(made, "aws_connect_instance")).toEqual({
      instance_id: "9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      lifecycle: {
        postcondition: [
          {
            condition: '${self.identity_management_type == "SAML"}',
            error_message: NOT_SAML,
          },
        ],
      },
    });
  });

  it("take a token as the ID of a hierarchy group, which may be made in the same stack", () => {
    const made = synthesized((stack) => {
      const { stringValue } = new TerraformVariable(stack, "group", {});
      new ConnectUsers(stack, "users", {
        instanceArn: ARN,
        users: { "agent1@example.com": { ...AGENT, hierarchyGroup: stringValue } },
      });
    });
    expect(made).not.toHaveProperty("data.aws_connect_user_hierarchy_group");
    expect(usersOf(made)["agent1@example.com"]).toMatchObject({
      hierarchy_group_id: "${var.group}",
    });
  });

  it("may have settings that others do not have", () => {
    const different = connectUsers(
      {
        "agent1@example.com": AGENT,
        "agent2@example.com": {
          ...AGENT,
          autoAccept: true,
          afterContactWorkSeconds: 30,
          hierarchyGroup: "Europe/Lisbon",
          secondaryEmail: "agent2@example.org",
          tags: { Team: "Sales" },
        },
        "agent3@example.com": {
          ...AGENT,
          hierarchyGroup: "7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01",
        },
      },
      { tags: { Center: "North" } },
    );
    expect(only(different, "aws_connect_user")).toMatchObject({
      identity_info: { secondary_email: '${lookup(each.value, "secondary_email", null)}' },
      phone_config: {
        auto_accept: '${lookup(each.value, "auto_accept", null)}',
        after_contact_work_time_limit:
          '${lookup(each.value, "after_contact_work_time_limit", null)}',
      },
      hierarchy_group_id: '${lookup(each.value, "hierarchy_group_id", null)}',
      tags: '${merge({"Center" = "North"}, lookup(each.value, "tags", {}))}',
    });
    const { [`agent1@example.com`]: first, ...others } = usersOf(different);
    expect(Object.keys(first ?? {})).not.toContain("auto_accept");
    expect(others).toMatchObject({
      "agent2@example.com": {
        auto_accept: true,
        after_contact_work_time_limit: 30,
        hierarchy_group_id: expect.stringMatching(
          /^\$\{local\..*hierarchy-group-ids_\w+\["Europe\/Lisbon"\]\}$/,
        ) as string,
        secondary_email: "agent2@example.org",
        tags: { Team: "Sales" },
      },
      "agent3@example.com": { hierarchy_group_id: "7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01" },
    });
    expect(lookedUp(different, "aws_connect_user_hierarchy_group")).toEqual({
      "Europe/Lisbon": "Lisbon",
    });
  });

  it("may have different routing profiles", () => {
    const different = connectUsers({
      "agent1@example.com": AGENT,
      "agent2@example.com": { ...AGENT, routingProfile: "Sales" },
    });
    expect(lookedUp(different, "aws_connect_routing_profile")).toEqual({
      "Basic Routing Profile": "Basic Routing Profile",
      Sales: "Sales",
    });
    expect(usersOf(different)["agent2@example.com"]?.["routing_profile_id"]).toBe(
      `\${${ROUTING}["Sales"]}`,
    );
  });

  it("are left alone when another comes", () => {
    expect(usersOf(connectUsers({ "agent1@example.com": AGENT }))).toEqual({
      "agent1@example.com": usersOf(made)["agent1@example.com"],
    });
  });
});

describe("what only some users have", () => {
  it("is a desk phone, which the others do without", () => {
    const made = connectUsers({
      "agent1@example.com": { ...AGENT, deskPhone: "+12065550199" },
      "agent2@example.com": AGENT,
    });
    expect(usersOf(made)).toMatchObject({
      "agent1@example.com": { phone_type: "DESK_PHONE", desk_phone_number: "+12065550199" },
      "agent2@example.com": { phone_type: "SOFT_PHONE" },
    });
    expect(usersOf(made)["agent2@example.com"]).not.toHaveProperty("desk_phone_number");
    expect(only(made, "aws_connect_user")).toMatchObject({
      identity_info: {
        first_name: "${each.value.first_name}",
        last_name: "${each.value.last_name}",
      },
      phone_config: {
        phone_type: "${each.value.phone_type}",
        desk_phone_number: '${lookup(each.value, "desk_phone_number", null)}',
      },
    });
    expect(JSON.stringify(made)).not.toContain("email");
  });

  it("is an e-mail address beside the name, which the others do without", () => {
    const made = connectUsers({
      "agent1@example.com": { ...AGENT, email: "ana@example.com" },
      "agent2@example.com": AGENT,
    });
    expect(usersOf(made)["agent1@example.com"]).toMatchObject({ email: "ana@example.com" });
    expect(usersOf(made)["agent2@example.com"]).not.toHaveProperty("email");
    expect(only(made, "aws_connect_user")).toMatchObject({
      identity_info: {
        first_name: "${each.value.first_name}",
        last_name: "${each.value.last_name}",
        email: '${lookup(each.value, "email", null)}',
      },
    });
    expect(JSON.stringify(made)).not.toContain("desk_phone");
  });
});

describe("names", () => {
  it("reach Connect in composed letters, which it asks for", () => {
    const made = usersOf(agent({ givenName: "Jose\u0301", familyName: "Nun\u0303ez" }));
    expect(made["agent1@example.com"]).toMatchObject({
      first_name: "Jos\u00e9",
      last_name: "Nu\u00f1ez",
    });
  });

  it("are literal text, whatever Terraform reads in them", () => {
    const made = agent({
      givenName: '${x} "A"',
      familyName: "%{y} \\",
      routingProfile: '${x} "R"',
      securityProfiles: ["%{y} \\"],
      email: "${x}%{y}@example.com",
    });
    expect(usersOf(made)).toEqual({
      "agent1@example.com": {
        first_name: '$${x} "A"',
        last_name: "%%{y} \\",
        phone_type: "SOFT_PHONE",
        routing_profile_id: `\${${ROUTING}["$\${x} \\"R\\""]}`,
        security_profile_ids: [`\${${SECURITY}["%%{y} \\\\"]}`],
        email: "$${x}%%{y}@example.com",
      },
    });
    expect(lookedUp(made, "aws_connect_routing_profile")).toEqual({
      '$${x} "R"': '$${x} "R"',
    });
    expect(lookedUp(made, "aws_connect_security_profile")).toEqual({
      "%%{y} \\": "%%{y} \\",
    });
  });

  it("of profiles may be those that no object has as a key, and those that CDKTF has", () => {
    const made = agent({ routingProfile: "__proto__", securityProfiles: ["TfToken[TOKEN.0]"] });
    expect(lookedUp(made, "aws_connect_routing_profile")).toEqual({
      '${"_"}_proto__': '${"_"}_proto__',
    });
    expect(lookedUp(made, "aws_connect_security_profile")).toEqual({
      'TfToken${"["}TOKEN.0]': 'TfToken${"["}TOKEN.0]',
    });
    expect(usersOf(made)["agent1@example.com"]).toMatchObject({
      routing_profile_id: `\${${ROUTING}["__proto__"]}`,
      security_profile_ids: [`\${${SECURITY}["TfToken\${"["}TOKEN.0]"]}`],
    });
  });

  it("of profiles may be those that every object has", () => {
    const made = agent({ routingProfile: "constructor", securityProfiles: ["toString"] });
    expect(lookedUp(made, "aws_connect_routing_profile")).toEqual({ constructor: "constructor" });
    expect(lookedUp(made, "aws_connect_security_profile")).toEqual({ toString: "toString" });
    expect(usersOf(made)["agent1@example.com"]).toMatchObject({
      routing_profile_id: `\${${ROUTING}["constructor"]}`,
      security_profile_ids: [`\${${SECURITY}["toString"]}`],
    });
  });
});

describe("tags", () => {
  const tagged = (tags: Record<string, string>) =>
    only(connectUsers({ "agent1@example.com": AGENT }, { tags }), "aws_connect_user");

  it("reach the users", () => {
    expect(tagged({ Team: "Contact center" })["tags"]).toEqual({ Team: "Contact center" });
  });

  it("have the text that CDKTF has for its own", () => {
    expect(tagged({ Team: "Any Map Token Value" })["tags"]).toEqual({
      Team: '${"A"}ny Map Token Value',
    });
  });

  it("are left out where there are none", () => {
    expect(tagged({})).not.toHaveProperty("tags");
  });

  it("may be known to Terraform alone", () => {
    const made = written((stack) => ({
      instanceArn: ARN,
      users: { "agent1@example.com": AGENT },
      tags: Token.asStringMap(new TerraformVariable(stack, "tags", { type: "map(string)" }).value),
    }));
    expect(only(made, "aws_connect_user")["tags"]).toBe("${var.tags}");
  });
});

describe("values that only Terraform knows", () => {
  it("are an instance ARN that Terraform takes apart and checks, without a warning from CDKTF", () => {
    const warn = jest.spyOn(console, "warn").mockImplementation();
    const made = written((stack) => ({
      instanceArn: new TerraformVariable(stack, "arn", { type: "string" }).stringValue,
      users: { "agent1@example.com": AGENT },
    }));
    expect(warn).not.toHaveBeenCalled();
    const instance = onlyData(made, "aws_connect_instance");
    const [, local = ""] = /^\$\{local\.(.+)\}$/.exec(String(instance["instance_id"])) ?? [];
    expect(made.locals?.[local]).toBe('${element(split("/", var.arn), 1)}');
    expect(instance).toEqual({
      instance_id: `\${local.${local}}`,
      lifecycle: {
        precondition: [
          {
            condition:
              '${can(regex("^arn:(aws:connect:[a-z]{2}(-[a-z]+)+-[0-9]+|aws-us-gov:connect:us-gov-west-1):[0-9]{12}:instance/[A-Za-z0-9-]{1,100}$", var.arn))}',
            error_message:
              "The instance ARN is not that of an Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>, or arn:aws-us-gov:connect:us-gov-west-1:... in GovCloud).",
          },
          {
            condition: '${!can(regex("^arn:aws:connect:(us-gov-|cn-|[a-z]+-iso)", var.arn))}',
            error_message:
              "The region of the instance ARN belongs to another partition: arn:aws has no region of GovCloud, of China or of an isolated partition.",
          },
        ],
        postcondition: [
          {
            condition: '${self.identity_management_type == "SAML"}',
            error_message: NOT_SAML,
          },
        ],
      },
    });
    expect(only(made, "aws_connect_user")["instance_id"]).toBe(INSTANCE_ID);
  });

  it("are left to Connect", () => {
    const made = written((stack) => {
      const { stringValue } = new TerraformVariable(stack, "text", { type: "string" });
      return {
        instanceArn: ARN,
        users: {
          "agent1@example.com": {
            givenName: stringValue,
            familyName: stringValue,
            routingProfile: stringValue,
            securityProfiles: [stringValue],
            deskPhone: stringValue,
            email: stringValue,
          },
        },
      };
    });
    expect(usersOf(made)["agent1@example.com"]).toEqual({
      first_name: "${var.text}",
      last_name: "${var.text}",
      routing_profile_id: `\${${ROUTING}[var.text]}`,
      security_profile_ids: [`\${${SECURITY}[var.text]}`],
      phone_type: "DESK_PHONE",
      desk_phone_number: "${var.text}",
      email: "${var.text}",
    });
    expect(lookedUp(made, "aws_connect_routing_profile")).toEqual({
      "${var.text}": "${var.text}",
    });
  });
});

describe("plain values that Connect would refuse", () => {
  it("are all told, before Terraform runs", () => {
    expect(
      refusal({
        "agent1@sales": {
          givenName: "",
          familyName: "da Silva ",
          routingProfile: " Basic Routing Profile",
          securityProfiles: ["Agent", "Admin\n"],
          deskPhone: "+1 206 555 0199",
          email: "ana",
        },
        "agent+2@example.com": { ...AGENT, securityProfiles: [] },
        "agent3@example.com": {
          ...AGENT,
          securityProfiles: ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"],
        },
      }),
    ).toEqual([
      'users: "agent1@sales" has an @, but is not an e-mail address; a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these; change it',
      'users.agent1@sales.givenName: "" is not a valid name; a name has 1 to 100 characters in one line, without spaces at its ends; change it',
      'users.agent1@sales.familyName: "da Silva " is not a valid name; a name has 1 to 100 characters in one line, without spaces at its ends; change it',
      'users.agent1@sales.routingProfile: " Basic Routing Profile" is not a valid profile name; a profile name has 1 to 127 characters in one line, without spaces at its ends; copy it from the Amazon Connect admin website',
      'users.agent1@sales.securityProfiles: "Admin\\n" is not a valid profile name; a profile name has 1 to 127 characters in one line, without spaces at its ends; copy it from the Amazon Connect admin website',
      'users.agent1@sales.deskPhone: "+1 206 555 0199" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as +12065550199',
      'users.agent1@sales.email: "ana" is not an e-mail address; write it as in agent1@example.com',
      'users: "agent+2@example.com" has "+"; a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these; change it',
      "users.agent+2@example.com.securityProfiles: has 0 entries; a user has 1 to 10 security profiles",
      "users.agent3@example.com.securityProfiles: has 11 entries; a user has 1 to 10 security profiles",
    ]);
  });

  it("include profiles in two spellings that look the same", () => {
    expect(
      refusal({
        jdoe: { ...AGENT, routingProfile: "Nuit", securityProfiles: ["Night shift"] },
        E1234567: { ...AGENT, routingProfile: "Nuit", securityProfiles: ["Night\u00a0shift"] },
      }),
    ).toEqual([
      'users.E1234567.securityProfiles: "Night\u00a0shift" looks like a name in users.jdoe.securityProfiles, but has U+00A0 where that has U+0020; AWS takes them for two names; write the same in both places',
    ]);
  });

  it("are settings out of bounds", () => {
    expect(
      refusal({
        jdoe: {
          ...AGENT,
          hierarchyGroup: "Europe//Lisbon",
          afterContactWorkSeconds: 2_000_001,
          secondaryEmail: "jdoe",
          tags: { "aws:x": "1" },
        },
        ana: { ...AGENT, hierarchyGroup: "a/b/c/d/e/f", afterContactWorkSeconds: 1.5 },
      }),
    ).toEqual([
      'users.jdoe.hierarchyGroup: "Europe//Lisbon" is not a hierarchy group; write the names of its levels with slashes between them, such as Europe/Lisbon/Team A, without spaces around a name, or the group\'s ID',
      "users.jdoe.afterContactWorkSeconds: 2000001 is not a number of seconds that Amazon Connect takes, 0 to 2,000,000; change it",
      'users.jdoe.secondaryEmail: "jdoe" is not an e-mail address; write it as in agent1@example.com',
      'users.jdoe.tags: "aws:x" starts with "aws:", which AWS reserves; rename the tag',
      'users.ana.hierarchyGroup: "a/b/c/d/e/f" has 6 levels; a hierarchy has at most 5; give the group\'s ID if its name has a slash',
      "users.ana.afterContactWorkSeconds: 1.5 is not a number of seconds that Amazon Connect takes, 0 to 2,000,000; change it",
    ]);
  });

  it("do not include ten security profiles", () => {
    expect(
      refusal({
        "agent1@example.com": {
          ...AGENT,
          securityProfiles: ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"],
        },
      }),
    ).toEqual([]);
  });

  it.each([
    "ana@",
    "@example.com",
    "ana@localhost",
    "ana silva@example.com",
    "a@b@example.com",
    "",
  ])("include %j as an e-mail address", (email) => {
    expect(refusal({ "agent1@example.com": { ...AGENT, email } })).toEqual([
      `users.agent1@example.com.email: "${email}" is not an e-mail address; write it as in agent1@example.com`,
    ]);
  });

  it("do not include an e-mail address with a plus, which only names cannot have", () => {
    expect(refusal({ "agent1@example.com": { ...AGENT, email: "ana+night@example.com" } })).toEqual(
      [],
    );
  });

  it("include tags, as of the federation", () => {
    expect(
      refusal({ "agent1@example.com": AGENT }, { tags: { "aws:team": "lead", Team: "${a}" } }),
    ).toEqual([
      'tags: "aws:team" starts with "aws:", which AWS reserves; rename the tag',
      'tags.Team: "${a}" is not a valid tag value; a tag value has up to 256 letters, digits, spaces and _.:/=+-@; change it',
    ]);
  });

  it("include an ARN of another service", () => {
    expect(
      refusal({ "agent1@example.com": AGENT }, { instanceArn: "arn:aws:iam::123456789012:role/x" }),
    ).toEqual([
      'instanceArn: "arn:aws:iam::123456789012:role/x" is an ARN of the service "iam", not of Amazon Connect (arn:<partition>:connect:<region>:<account>:instance/<id>); copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ]);
  });
});

describe("several values", () => {
  it("are refused where one security profile is listed twice", () => {
    const securityProfiles = ["Agent", "Admin", "Agent"];
    expect(refusal({ "agent1@example.com": { ...AGENT, securityProfiles } })).toEqual([
      'users.agent1@example.com.securityProfiles: "Agent" is listed twice; remove one',
    ]);
  });

  it("are refused where two users differ in upper and lower case only", () => {
    expect(refusal({ "agent1@example.com": AGENT, "Agent1@example.com": AGENT })).toEqual([
      'users: "Agent1@example.com" is "agent1@example.com" with different upper and lower case; remove one of the two',
    ]);
  });

  it("are refused where there are more than 50 tags, but not for their upper and lower case", () => {
    const numbers = Array.from({ length: 51 }, (_, index) => [`tag${String(index)}`, ""]);
    const users = { "agent1@example.com": AGENT };
    expect(refusal(users, { tags: Object.fromEntries(numbers) as Record<string, string> })).toEqual(
      ["tags: has 51 tags; AWS takes up to 50; remove some"],
    );
    expect(refusal(users, { tags: { Team: "", team: "" } })).toEqual([]);
  });
});

it("Callers without types are told what a property takes", () => {
  const untyped = (props: unknown) =>
    refusalOf("test/users", () => written(() => props as ConnectUsersProps));
  expect(untyped({ instanceArn: ARN, users: undefined })).toEqual([
    "users: is missing; it takes an object",
  ]);
  expect(
    untyped({
      instanceArn: ARN,
      users: { "a@example.com": { ...AGENT, securityProfiles: "Agent" } },
    }),
  ).toEqual(['users.a@example.com.securityProfiles: is "Agent"; it takes a list']);
});

it("The ID of a user is there for others", () => {
  const made = synthesized((stack) => {
    const users = new ConnectUsers(stack, "users", {
      instanceArn: ARN,
      users: { "agent1@example.com": AGENT },
    });
    new TerraformOutput(stack, "id", { value: users.userId("agent1@example.com") });
    expect(() => users.userId("toString")).toThrow('test/users: "toString" is not a user here');
  });
  expect(made.output?.["id"]?.value).toMatch(
    /^\$\{local\.users_user-ids_\w+\["agent1@example\.com"\]\}$/,
  );
});
