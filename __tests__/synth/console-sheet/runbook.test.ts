import { decodeHTML } from "entities";
import MarkdownIt from "markdown-it";

import { consoleSheet, type ConsoleSheetInput } from "../../../modules/synth/console-sheet";

const AGENT = {
  displayName: "Amazon Connect - Agent",
  relayStateUrl:
    "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fconnect%2Fccp",
  attributeMappingValue:
    "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
  roleArn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
  samlProviderArn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
  destination: "/connect/ccp",
};
const ADMIN = {
  displayName: "Amazon Connect - Admin",
  relayStateUrl:
    "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
  attributeMappingValue:
    "arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
  roleArn: "arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole",
  samlProviderArn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
};
const APPLICATION_ARN =
  "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1234567890abcdef";
const WORKSHOP: ConsoleSheetInput = {
  name: "workshop",
  instanceArn:
    "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
  applications: { agent: AGENT, admin: ADMIN },
  configFile: "config/workshop.yaml",
};

function runbook(change: Partial<ConsoleSheetInput> = {}): string {
  return consoleSheet({ ...WORKSHOP, ...change }).markdown;
}

/** As GitHub reads it: tables, raw HTML, and addresses that become links by themselves. */
const reader = new MarkdownIt({ html: true, linkify: true });
reader.validateLink = () => true; // a link to javascript: is one that must not come about
reader.linkify.set({ fuzzyLink: true });

interface Step {
  readonly done: boolean;
  /** What the console shows on its buttons and fields. */
  readonly shown: readonly string[];
  /** What stands in blocks, to be copied. */
  readonly values: readonly string[];
}

/** The steps between a heading and the next of its rank or above, as a reader of the Markdown sees them. */
function stepsUnder(markdown: string, heading: string): Step[] {
  const steps: { done: boolean; shown: string[]; values: string[] }[] = [];
  const rankOf = heading.indexOf(" ");
  const rank = `h${String(rankOf)}`;
  let within = false;
  let opened = "";
  for (const { type, tag, content, children } of reader.parse(markdown, {})) {
    if (type === "inline" && opened !== "") {
      // A heading of a higher rank, such as h2 after h3, ends it too.
      if (opened <= rank) within = opened === rank && content === heading.slice(rankOf + 1);
    }
    opened = type === "heading_open" ? tag : "";
    if (!within) continue;
    if (type === "inline" && /^\[[ x]\] /.test(content)) {
      const parts = children ?? [];
      const shown = parts.filter((_, index) => parts[index - 1]?.type === "strong_open");
      const done = content.startsWith("[x] ");
      steps.push({ done, shown: shown.map((part) => part.content), values: [] });
    }
    if (type === "fence") steps.at(-1)?.values.push(content.replace(/\n$/, ""));
  }
  return steps;
}

/** The elements of a page, in their order. */
function elements(html: string): string[] {
  return [...html.matchAll(/<([a-z]\w*)/gi)].map(([, name = ""]) => name);
}

/** Every table by its rows, and these by the text of their cells. */
function tables(markdown: string): string[][][] {
  const text = (html: string) => decodeHTML(html.replace(/<[^>]*>/g, ""));
  const all = (html: string, tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))].map(([, inner = ""]) => inner);
  return all(reader.render(markdown), "table").map((table) =>
    all(table, "tr").map((row) => all(row.replace(/<(\/?)th>/g, "<$1td>"), "td").map(text)),
  );
}

describe("the runbook", () => {
  it("says once what to do for each application, in the console's order", () => {
    const guide = /^## The applications\n\n(.*?)\n\n### /ms.exec(runbook())?.[1] ?? "";
    const shown = [...guide.matchAll(/^\d\. .*/gm)].map(([line]) =>
      [...line.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => words),
    );
    expect(shown).toEqual([
      ["Applications", "Customer managed", "Add application"],
      [
        "Setup preference",
        "I want to select an application from the catalog",
        "Amazon Connect",
        "Amazon Connect Customer",
        "Next",
      ],
      [
        "Configure application",
        "Display name",
        "IAM Identity Center metadata",
        "IAM Identity Center SAML metadata file",
        "Download",
        "File name",
      ],
      ["Application properties", "Application start URL", "Relay state", "Session duration"],
      ["Application metadata", "Manually type your metadata values"],
      ["Submit"],
      ["Actions", "Edit attribute mappings", "Add new attribute mapping", "Save changes"],
    ]);
    expect(
      [...guide.matchAll(/^ {3}```text\n {3}(.*)\n {3}```$/gm)].map(([, value]) => value),
    ).toEqual([
      "https://signin.aws.amazon.com/saml",
      "urn:amazon:webservices",
      "Subject",
      "${user:email}",
      "https://aws.amazon.com/SAML/Attributes/RoleSessionName",
      "${user:email}",
    ]);
  });

  it("has what differs between applications with each of them, each value in its own block", () => {
    const values = (heading: string) => stepsUnder(runbook(), heading).map((step) => step.values);
    expect(values("### `Amazon Connect - Agent`")).toEqual([
      [
        "Amazon Connect - Agent",
        "agent.xml",
        "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fconnect%2Fccp",
        "12 hours",
      ],
      [
        "https://aws.amazon.com/SAML/Attributes/Role",
        "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
      ],
      [],
    ]);
    expect(values("### `Amazon Connect - Admin`").slice(0, 3)).toEqual([
      [
        "Amazon Connect - Admin",
        "admin.xml",
        "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        "12 hours",
      ],
      [
        "https://aws.amazon.com/SAML/Attributes/Role",
        "arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
      ],
      [],
    ]);
  });

  it("carries two people from the console to a signed-in user", () => {
    expect(runbook().match(/^## .*/gm)).toEqual([
      "## Who does what",
      "## How sign-in works",
      "## Prerequisites",
      "## The applications",
      "## At the terminal",
      "## Users in Amazon Connect",
      "## People in Identity Center",
      "## Verify",
      "## When it does not work",
    ]);
    expect(/^## Who does what\n\n(.*?)\n\n/ms.exec(runbook())?.[1]?.split("\n")).toEqual([
      "1. **Console:** Check the **Prerequisites**. Add the applications in one visit, and send back a metadata file and an ARN for each: **The applications**.",
      "2. **Terminal:** Enter what came back in your CDKTF app, and deploy it.",
      "3. **Console:** Create the users and the first administrator in Amazon Connect, and see to the people in Identity Center.",
      "4. **Everybody:** Sign in: **Verify**.",
    ]);
  });

  it("lets the first administrator in, whom no tile lets in yet", () => {
    expect(runbook()).toContain(
      "- [ ] The first administrator has a user with the security profile `Admin`. Until one can sign in through the tile, the admin website opens only from [the Amazon Connect console](<https://us-east-1.console.aws.amazon.com/connect/v2/app/instances?region=us-east-1>): choose the instance, and **Log in for emergency access**.\n",
    );
  });

  it("says what people need in Identity Center, with the groups and users of the instance", () => {
    const agent = { ...AGENT, groups: ["ConnectAgents", "Leads"], users: ["a1@example.com"] };
    const steps = (users: ConsoleSheetInput["users"] = []) =>
      /^## People in Identity Center\n\n(.*?)\n\n## /ms
        .exec(runbook({ applications: { agent, admin: ADMIN }, users }))?.[1]
        ?.split("\n\n");
    const HAS =
      "- [ ] Under **Users** in [the Identity Center console](<https://us-east-1.console.aws.amazon.com/singlesignon/home?region=us-east-1>), each person has a user with a primary e-mail address, in exactly the spelling of the name in Amazon Connect, and has accepted the invitation or has a password.";
    expect(steps()).toEqual([
      HAS,
      "- [ ] Each person is assigned to one application: as a user, or as a direct member of a group that is. Members of a nested group do not count. Terraform assigns `group ConnectAgents`, `group Leads` and `user a1@example.com` to `Amazon Connect - Agent`. For `Amazon Connect - Admin`, choose **Assign users and groups** on the application's page, or name them in the config under assign, and Terraform assigns them. Groups that Terraform creates have only the users that it creates: add all others under **Groups**.",
    ]);
    const made = {
      email: "a1@example.com",
      routingProfile: "Basic Routing Profile",
      securityProfiles: ["Agent"],
      applications: ["agent"],
      createInIdentityCenter: true,
    };
    expect(steps([made])?.[0]).toBe(
      `${HAS} Users that Terraform creates have no password and get no mail, unless **Send email OTP for users created from API** is on in **Settings**, **Authentication**: for each of them choose **Reset password**.`,
    );
  });

  it("sets what people see apart from messages of AWS, in italics", () => {
    expect(runbook()).toContain(
      "\n\nMessages are quoted from AWS; text in italics describes what people see.\n\n| What people see |",
    );
    expect(runbook()).toContain("\n| Session Expired |");
    expect(runbook()).toContain("\n| *a 404 page after the tile is chosen* |");
  });

  it("asks first whether Identity Center and the instance are fit for it", () => {
    const steps = stepsUnder(
      runbook({ identityCenter: { region: "eu-west-1", accountId: "210987654321" } }),
      "## Prerequisites",
    );
    expect(steps.map(({ values }) => values)).toEqual([
      [
        'aws sso-admin list-instances --region eu-west-1 --query "Instances[].OwnerAccountId" --output text',
        "aws organizations describe-organization --query Organization.MasterAccountId --output text",
      ],
      [
        "aws connect describe-instance --region us-east-1 --instance-id 9690dd9b-3de7-4097-b4d9-67829f7c8fca --query Instance.IdentityManagementType --output text",
      ],
    ]);
  });

  it("opens the console of Identity Center in its own region, and that of Connect in the instance's", () => {
    const links = (markdown: string) =>
      [...new Set([...reader.render(markdown).matchAll(/<a href="([^"]*)"/g)])].map(
        ([, url = ""]) => decodeHTML(url),
      );
    expect(new Set(links(runbook({ identityCenter: { region: "eu-west-1" } })))).toEqual(
      new Set([
        "https://eu-west-1.console.aws.amazon.com/singlesignon/home?region=eu-west-1",
        "https://us-east-1.console.aws.amazon.com/connect/v2/app/instances?region=us-east-1",
      ]),
    );
    const govcloud =
      "arn:aws-us-gov:connect:us-gov-west-1:123456789012:instance/3f0c8a52-6d1e-4b7f-9a24-8e5d7c1b9f60";
    expect(new Set(links(runbook({ instanceArn: govcloud })))).toEqual(
      new Set([
        "https://console.amazonaws-us-gov.com/singlesignon/home?region=us-gov-west-1",
        "https://console.amazonaws-us-gov.com/connect/v2/app/instances?region=us-gov-west-1",
      ]),
    );
  });

  it("opens the console in the region that an application was created in", () => {
    const markdown = runbook({
      identityCenter: { region: "eu-west-1" },
      applications: { agent: { ...AGENT, identityCenterRegion: "eu-north-1" } },
    });
    expect(markdown.match(/the IAM Identity Center console\].* in `.*?`/g)).toEqual([
      "the IAM Identity Center console](<https://eu-north-1.console.aws.amazon.com/singlesignon/home?region=eu-north-1>) in `eu-north-1`",
    ]);
  });

  it("opens it in the region of each application where these differ", () => {
    const applications = {
      agent: { ...AGENT, identityCenterRegion: "eu-north-1" },
      admin: { ...AGENT, displayName: "Admin" },
      lead: { ...AGENT, displayName: "Lead", identityCenterRegion: "eu-north-1" },
    };
    const markdown = runbook({ identityCenter: { region: "eu-west-1" }, applications });
    expect(markdown).toContain(
      "Open the IAM Identity Center console in the region of the application. For `Amazon Connect - Agent` and `Lead`, choose [eu-north-1](<https://eu-north-1.console.aws.amazon.com/singlesignon/home?region=eu-north-1>). For `Admin`, choose [eu-west-1](<https://eu-west-1.console.aws.amazon.com/singlesignon/home?region=eu-west-1>). Choose **Applications**",
    );
  });

  it("calls a region a guess wherever it is not given, and says what to do at the console", () => {
    const guess = /us-east-1` \(a guess\)/g;
    const sheet = runbook({ applications: { agent: AGENT } });
    expect(sheet.match(guess)).toHaveLength(3);
    expect(sheet).toContain(
      "If the console says that Identity Center is in another region, switch to that one there: the values to enter there stay the same. Name it to the person at the terminal.",
    );
    expect(runbook({ identityCenter: { region: "us-east-1" } })).not.toContain("a guess");
  });

  it("has Identity Center enabled only in the management account, which owns the instance", () => {
    expect(runbook()).toContain(
      "offers **Enable**, choose it only in the organization's management account: any other account gets its own instance, without SAML applications. Or ask with the AWS CLI, which prints the management account twice: first as the owner of the instance, then as that of the organization.",
    );
  });

  it.each([
    [900, "15 minutes"],
    [3_600, "1 hour"],
    [5_400, "1 hour 30 minutes"],
    [43_200, "12 hours"],
  ])("says a session of %i seconds as people do: %s", (sessionSeconds, words) => {
    const markdown = runbook({ applications: { agent: { ...AGENT, sessionSeconds } } });
    expect(markdown).toContain(`\n  \`\`\`text\n  ${words}\n  \`\`\`\n`);
  });

  it("says with which credentials to deploy what, in that order", () => {
    const markdown = runbook({
      synth: "npm run synth",
      deploy: [
        { command: "npx cdktf deploy workshop-federation", accountId: "123456789012" },
        { command: "npx cdktf deploy workshop-assignments", accountId: "210987654321" },
      ],
    });
    const [config, ...deploy] = stepsUnder(markdown, "## At the terminal");
    expect(config?.values).toEqual([
      "    samlMetadataFile: metadata/agent.xml\n    applicationArn:",
      "    samlMetadataFile: metadata/admin.xml\n    applicationArn:",
      "npm run synth",
    ]);
    expect(deploy.map(({ values }) => values)).toEqual([
      ["npx cdktf deploy workshop-federation"],
      ["npx cdktf deploy workshop-assignments"],
    ]);
    expect(markdown.match(/With credentials of account .*/g)).toEqual([
      "With credentials of account `123456789012`:",
      "With credentials of account `210987654321`:",
    ]);
  });

  it("ends in one line end, and no line of it ends in a space", () => {
    const markdown = runbook({
      applications: { agent: AGENT, admin: { ...ADMIN, applicationArn: APPLICATION_ARN } },
    });
    expect(markdown).toMatch(/[^\n]\n$/);
    expect(markdown).not.toMatch(/[^\S\n]$/m);
  });
});

describe("the runbook ticks what the config knows to be done", () => {
  const steps = (known: { hasMetadata?: boolean; applicationArn?: string }) => {
    const agent = { ...AGENT, groups: ["ConnectAgents"], ...known };
    const markdown = runbook({ applications: { agent, admin: ADMIN } });
    const ticks = (heading: string) =>
      stepsUnder(markdown, heading)
        .map(({ done }) => (done ? "x" : "-"))
        .join("");
    return {
      agent: ticks("### `Amazon Connect - Agent`"),
      admin: ticks("### `Amazon Connect - Admin`"),
      told: /^### `Amazon Connect - Agent`\n\n(.*)/m.exec(markdown)?.[1],
      listed: /^- `Amazon Connect - Agent`.*/m.exec(markdown)?.[0],
    };
  };
  // added, mappings, sent back
  const NOTHING = "---";

  it("nothing before the console visit", () => {
    expect(steps({})).toEqual({
      agent: NOTHING,
      admin: NOTHING,
      told: "Waiting: metadata file and application ARN still to come from the console.",
      listed:
        "- `Amazon Connect - Agent`: metadata file and application ARN still to come from the console",
    });
  });

  it("nothing with the metadata file alone", () => {
    expect(steps({ hasMetadata: true })).toEqual({
      agent: NOTHING,
      admin: NOTHING,
      told: "Waiting: application ARN still to come from the console.",
      listed: "- `Amazon Connect - Agent`: application ARN still to come from the console",
    });
  });

  it("with the ARN alone, the application itself", () => {
    expect(steps({ applicationArn: APPLICATION_ARN })).toEqual({
      agent: "x--",
      admin: NOTHING,
      told: "Waiting: metadata file still to come from the console.",
      listed: "- `Amazon Connect - Agent`: metadata file still to come from the console",
    });
  });

  it("after the visit, all but what only the console knows", () => {
    expect(steps({ hasMetadata: true, applicationArn: APPLICATION_ARN })).toEqual({
      agent: "x-x",
      admin: NOTHING,
      told: "Received: its metadata file and its ARN are known.",
      listed: "- `Amazon Connect - Agent`: its metadata file and its ARN are known",
    });
  });

  it("and shows the ARN that the config has", () => {
    const agent = { ...AGENT, applicationArn: APPLICATION_ARN };
    const markdown = runbook({ applications: { agent } });
    expect(stepsUnder(markdown, "### `Amazon Connect - Agent`").at(-1)?.values).toEqual([
      APPLICATION_ARN,
    ]);
    expect(stepsUnder(markdown, "## At the terminal")[0]?.values).toEqual([
      `    samlMetadataFile: metadata/agent.xml\n    applicationArn: ${APPLICATION_ARN}`,
    ]);
  });
});

describe("users of the instance, in the runbook", () => {
  const chapter = (markdown: string) =>
    /^## Users in Amazon Connect\n\n(.*?)(\n\nWho leaves: [^\n]*)?\n\n- \[ \] /ms.exec(
      markdown,
    )?.[1];

  it("are to be made by hand where Terraform makes none", () => {
    expect(chapter(runbook())).toBe(
      `Amazon Connect lets a person in when it has a user with exactly the name that Identity Center sends: the person's e-mail address in Identity Center. Upper and lower case count.

Create them by hand: on the Amazon Connect admin website choose **Users**, **User management**, **Add new users**; enter the e-mail address as the login name, and choose the routing profile and the security profile: \`Agent\` for agents, \`Admin\` for administrators. Or list them under \`users\` in the config, and Terraform creates them.`,
    );
    expect(runbook({ users: [] })).toBe(runbook());
  });

  it("are also the members of groups that the config names", () => {
    expect(chapter(runbook({ userGroups: ["ConnectAgents", "Night *shift*"] }))).toBe(
      `Amazon Connect lets a person in when it has a user with exactly the name that Identity Center sends: the person's e-mail address in Identity Center. Upper and lower case count.

The direct members of the groups \`ConnectAgents\` and \`Night *shift*\` in Identity Center are users too: Terraform creates them, and follows who joins and leaves.`,
    );
    expect(
      chapter(
        runbook({
          userGroups: ["ConnectAgents"],
          usersApply: "npx connect-sso users apply",
        }),
      ),
    ).toContain(
      "The direct members of the group `ConnectAgents` in Identity Center are users too: `npx connect-sso users apply` creates them, and follows who joins and leaves.",
    );
  });

  it("have a deployment that reads groups, with the credentials of both accounts", () => {
    const command = "npx cdktf deploy workshop-people";
    expect(
      runbook({ deploy: [{ command, accountId: "123456789012", readsGroups: true }] }),
    ).toContain(
      "With credentials of account `123456789012`, and in `TF_VAR_identity_center_profile` a profile of the account of Identity Center, if that is another:",
    );
  });

  it("stand in a table where Terraform makes them", () => {
    const markdown = runbook({
      users: [
        {
          email: "agent1@example.com",
          routingProfile: "Basic Routing Profile",
          securityProfiles: ["Agent"],
          applications: ["agent"],
        },
        {
          email: "Lead.One@example.com",
          routingProfile: "Leads",
          securityProfiles: ["Agent", "CallCenterManager"],
          applications: ["agent", "admin"],
        },
      ],
    });
    expect(chapter(markdown)).not.toContain("by hand");
    expect(tables(chapter(markdown) ?? "")).toEqual([
      [
        ["Name", "Routing profile", "Security profiles", "Signs in through", "In Identity Center"],
        ["agent1@example.com", "Basic Routing Profile", "Agent", "agent", "must exist"],
        ["Lead.One@example.com", "Leads", "Agent, CallCenterManager", "agent, admin", "must exist"],
      ],
    ]);
  });
});

describe("where the user name is the role session name, the runbook", () => {
  const markdown = runbook({
    roleSessionName: "userName",
    users: [
      {
        email: "john.doe@example.com",
        userName: "E1234567",
        routingProfile: "Basic Routing Profile",
        securityProfiles: ["Agent"],
        applications: ["agent"],
      },
    ],
  });

  it("maps it, and keeps the e-mail address as the subject", () => {
    const mapped = [...markdown.matchAll(/(\S+)\n\s*```\s+```text\n\s*(\$\{user:\w+\})/g)];
    expect(
      new Set(mapped.map(([, attribute, value]) => `${attribute ?? ""} ${value ?? ""}`)),
    ).toEqual(
      new Set([
        "Subject ${user:email}",
        "https://aws.amazon.com/SAML/Attributes/RoleSessionName ${user:subject}",
      ]),
    );
  });

  it("names the user in Amazon Connect by it", () => {
    expect(markdown).toContain("| `E1234567` |");
    expect(markdown).not.toContain("john.doe@example.com");
  });

  it("speaks of it wherever it says what Identity Center sends", () => {
    expect(markdown).toContain(
      "the person's user name in Identity Center. Upper and lower case count.",
    );
    expect(markdown).toContain(
      "signs a response with the person's user name as the role session name",
    );
    expect(markdown).toContain(
      "the name is the user name in Identity Center, with the same upper and lower case",
    );
    expect(markdown).toContain("change the user name of the user in Identity Center");
    expect(markdown).toContain(
      "with the user name that is the name in Amazon Connect, in exactly that spelling",
    );
    expect(runbook({ roleSessionName: "userName" })).toContain(
      "enter the user name as the login name",
    );
  });
});

/** The workshop, with one name wherever the config or another app may put a name. */
function named(name: string): string {
  return runbook({
    name,
    configFile: name,
    applications: {
      agent: { ...AGENT, displayName: name, destination: name, groups: [name], users: [name] },
    },
    users: [
      { email: name, routingProfile: name, securityProfiles: [name], applications: ["agent"] },
    ],
    deploy: [{ command: name, accountId: "123456789012" }],
  });
}

describe("in the runbook, a name stays a name", () => {
  const HOSTILE = [
    '"><img src=x onerror=alert(1)>',
    "</code></td><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](x.png)",
    "`",
    "`code`",
    "``",
    "```",
    "```text",
    "~~~",
    "~~gone~~",
    "|",
    "a|b|c|d",
    "**",
    "**bold**",
    "_slanted_",
    "__",
    "@team",
    "agent1@example.com",
    "#12",
    "# Heading",
    "- item",
    "1. item",
    "> quote",
    "---",
    "===",
    "[ ] task",
    "&lt;img&gt;",
    "&#124;",
    "$x$",
    "${user:email}",
    "\\",
    "\\`",
    "\\*",
    ":---:",
    "<!--",
    "<?php",
    "<![CDATA[",
  ];

  it.each(HOSTILE)("%s", (name) => {
    const html = reader.render(named(name));
    // No element more, none less than an honest name gives, and in the same places.
    expect(elements(html)).toEqual(elements(reader.render(named("Agents"))));
    expect(elements(html)).not.toContain("img");
    expect(html).not.toMatch(/href="(?!https:\/\/us-east-1\.console\.aws\.amazon\.com\/)/);

    // It is there to the letter: in headings, in text, in code, in blocks and in cells.
    const text = (tag: string) =>
      [...html.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, "gs"))].map(
        ([, inner = ""]) => decodeHTML(inner),
      );
    expect(text("h1")).toEqual([`Sign-in to Amazon Connect: <code>${name}</code>`]);
    expect(text("h3")).toContain(`<code>${name}</code>`);
    expect(text("code")).toEqual(
      expect.arrayContaining([name, `${name}\n`, `group ${name}`, `user ${name}`]),
    );
    const [facts, users, errors] = tables(named(name));
    expect(facts?.map((cells) => cells.length)).toEqual([2, 2, 2, 2]);
    expect(users?.[1]).toEqual([name, name, name, "agent", "must exist"]);
    expect(errors?.map((cells) => cells.length)).toEqual(Array<number>(21).fill(3));
    expect(errors?.map(([, , fix]) => fix)).toContain(
      `Download the current metadata file of ${name}, save it in place of the old one, synthesize, and deploy.`,
    );
  });

  it("in every block, whose fence is longer than any in it", () => {
    const name = "a ``` b ````` c";
    expect(named(name)).toContain(
      "\n  Display name:\n\n  ``````text\n  a ``` b ````` c\n  ``````\n",
    );
  });

  test.each(["@team", "#12", "octo-org/repo#12"])(
    "%s, also after GitHub has looked for mentions and references",
    (name) => {
      const html = reader.render(named(name)).replace(/<code[^>]*>.*?<\/code>/gs, "");
      expect(html.replace(/<[^>]*>/g, "")).not.toContain(name);
    },
  );

  test.each(["https://phish.example.com", "See http://phish.example.com/x", "www.example.com"])(
    "%s, which becomes no link",
    (name) => {
      expect(elements(reader.render(named(name)))).toEqual(
        elements(reader.render(named("Agents"))),
      );
    },
  );

  test("of several lines, which only another app can give", () => {
    expect(elements(reader.render(named("Agents\n\n# Heading")))).toEqual(
      elements(reader.render(named("Agents"))),
    );
  });

  test("a\\|b, in the table of errors too", () => {
    const errors = tables(named("a\\|b")).at(-1) ?? [];
    expect(errors.map(([, , fix]) => fix)).toContain(
      "Download the current metadata file of a\\|b, save it in place of the old one, synthesize, and deploy.",
    );
  });
});
