import { createHash } from "node:crypto";

import { decodeHTML } from "entities";

import { consoleSheet, type ConsoleSheetInput } from "../../../../modules/synth/console-sheet";

const AGENT = {
  displayName: "Amazon Connect - Agent",
  relayStateUrl:
    "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fagent-app-v2&new_domain=true",
  attributeMappingValue:
    "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
  roleArn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
  samlProviderArn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
  destination: "/agent-app-v2",
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
const USER = {
  email: "agent1@example.com",
  routingProfile: "Basic Routing Profile",
  securityProfiles: ["Agent", "CallCenterManager"],
  applications: ["agent", "admin"],
};
const WORKSHOP: ConsoleSheetInput = {
  name: "workshop",
  instanceArn:
    "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
  applications: { agent: AGENT, admin: ADMIN },
  configFile: "config/workshop.yaml",
  synth: "npm run synth",
  deploy: [
    { command: "npx cdktf deploy workshop-federation", accountId: "123456789012" },
    { command: "npx cdktf deploy workshop-assignments" },
  ],
  rehearse: "npm run rehearse -- FILE",
};

function page(change: Partial<ConsoleSheetInput> = {}): string {
  return consoleSheet({ ...WORKSHOP, ...change }).html;
}

interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The page without the text of its script and style, which a browser does not read as HTML. */
function markup(html: string): string {
  return html.replace(/(<(script|style)>).*?(<\/\2>)/gs, "$1$3");
}

/** Every element in its order. A stray `<` or quote is an error: it would be a hole. */
function elements(html: string): Element[] {
  const tags = markup(html)
    .replace(/^<!doctype html>/, "")
    .match(/<[^>]*>?/g);
  return (tags ?? []).flatMap((tag) => {
    const [, close, name, rest = ""] =
      /^<(\/?)([a-z]\w*)((?:\s+[\w-]+(?:="[^"<>]*")?)*)\s*\/?>$/.exec(tag) ?? [];
    if (name === undefined) throw new Error(`${tag} is no tag`);
    if (close) return [];
    const attributes = [...rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(
      ([, attribute = "", value = ""]) => [attribute, decodeHTML(value)],
    );
    return [{ tag: name, attributes: Object.fromEntries(attributes) as Record<string, string> }];
  });
}

/** What a reader sees of a piece of the page. */
function text(html: string): string {
  return decodeHTML(html.replace(/<\/span>/g, " ").replace(/<[^>]*>/g, ""))
    .replace(/\s+/g, " ")
    .trim();
}

/** What stands between the tags of an element, to the character. */
function inner(html: string, tag: string, attributes = "[^>]*"): string[] {
  return [...html.matchAll(new RegExp(`<${tag}\\b${attributes}>(.*?)</${tag}\\s*>`, "gs"))].map(
    ([, content = ""]) => content,
  );
}

function section(html: string, id: string): string {
  return inner(html, "section", ` aria-labelledby="${id}"`)[0] ?? "";
}

/** The failures that the page explains: what people see, the usual cause, and what to do. */
function failures(html: string): string[][] {
  return inner(section(html, "errors"), "details", ' class="failure"').map((one) => [
    ...inner(one, "summary").map(text),
    ...inner(one, "p").map((words) => text(words).replace(/^[^:]*: /, "")),
  ]);
}

/** The rows of the one table of a section, by the text of their cells. */
function rows(html: string, id: string): string[][] {
  const [body = ""] = inner(section(html, id), "tbody");
  return inner(body, "tr").map((row) => inner(row, "td").map(text));
}

describe("the page", () => {
  it("has each application's steps in the console's order, one application after the other", () => {
    const html = page();
    const steps = (id: string) =>
      elements(section(html, id)).flatMap(({ tag, attributes }) =>
        tag === "input" ? [attributes["id"]] : [],
      );
    for (const key of ["agent", "admin"]) {
      expect(steps(`application-${key}`)).toEqual([
        `step-application-${key}-add`,
        `step-application-${key}-mappings`,
        `step-application-${key}-return`,
      ]);
    }
    expect(inner(html, "h2").map(text)).toEqual([
      "Who does what",
      "How sign-in works",
      "Prerequisites",
      "The applications",
      "At the terminal",
      "Users in Amazon Connect",
      "People in Identity Center",
      "Verify",
      "When it does not work",
    ]);
    expect(inner(html, "h3").map(text)).toEqual([
      "Amazon Connect - Agent",
      "Amazon Connect - Admin",
    ]);
  });

  it("asks for fifteen ticks in all", () => {
    expect(elements(page()).filter(({ tag }) => tag === "input")).toHaveLength(15);
  });

  it("has every value under the console's name for it, to the character", () => {
    const fieldsOf = (id: string) =>
      inner(section(page(), id), "div", ' class="field"').map((field) => {
        const [name = ""] = inner(field, "span");
        const [value = ""] = [...inner(field, "code"), ...inner(field, "pre")];
        return [text(name), decodeHTML(value)];
      });
    const USER_ATTRIBUTE = "User attribute in the application";
    const MAPS_TO = "Maps to this string value or user attribute in IAM Identity Center";
    expect(fieldsOf("applications")).toEqual([
      ["Application ACS URL", "https://signin.aws.amazon.com/saml"],
      ["Application SAML audience", "urn:amazon:webservices"],
      [USER_ATTRIBUTE, "Subject"],
      [MAPS_TO, "${user:email}"],
      [USER_ATTRIBUTE, "https://aws.amazon.com/SAML/Attributes/RoleSessionName"],
      [MAPS_TO, "${user:email}"],
    ]);
    expect(fieldsOf("application-agent")).toEqual([
      ["Display name", "Amazon Connect - Agent"],
      ["File name", "agent.xml"],
      [
        "Relay state",
        "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fagent-app-v2&new_domain=true",
      ],
      ["Session duration", "12 hours"],
      [USER_ATTRIBUTE, "https://aws.amazon.com/SAML/Attributes/Role"],
      [
        MAPS_TO,
        "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
      ],
    ]);
    expect(inner(page(), "p", ' class="name"').map(text)).toEqual([
      "Row 1, format emailAddress",
      "Row 2, format unspecified",
      "Row 3, format unspecified",
      "Row 3, format unspecified",
    ]);
  });

  it("says below which line of the config each line to paste goes", () => {
    const terminal = section(page(), "terminal");
    expect(text(inner(terminal, "label")[0] ?? "")).toBe(
      "Save each metadata file in metadata, the folder next to config/workshop.yaml. In that file, under applications, add the two lines of each application below the line with its key, without {}, and write its ARN after the colon and a space. Then run:",
    );
    const fields = inner(terminal, "div", ' class="field"');
    expect(fields.map((field) => text(inner(field, "span")[0] ?? ""))).toEqual([
      "Below agent",
      "Below admin",
      "Command",
      "Command",
      "Command",
    ]);
    expect(inner(terminal, "pre").map(decodeHTML)).toEqual([
      "    samlMetadataFile: metadata/agent.xml\n    applicationArn: ",
      "    samlMetadataFile: metadata/admin.xml\n    applicationArn: ",
    ]);
  });

  it("copies with each button the value beside it", () => {
    const html = page();
    const copied = elements(html).flatMap(({ tag, attributes }) =>
      tag === "button" ? [attributes["data-copy"] ?? ""] : [],
    );
    const shown = [...html.matchAll(/<(?:code|pre) id="([^"]*)">/g)].map(([, id]) => id);
    expect(copied).toEqual(shown);
    expect(copied).toHaveLength(3 + 6 + 6 + 6 + 5);
  });

  it("names every element once, and refers to none that is not there", () => {
    const all = elements(page());
    const of = (...names: string[]) =>
      all.flatMap(({ attributes }) => names.flatMap((name) => attributes[name] ?? []));
    const ids = of("id");
    expect(new Set(ids).size).toBe(ids.length);
    const anchors = of("href").flatMap((href) => (href.startsWith("#") ? [href.slice(1)] : []));
    expect(anchors).toEqual(["application-agent", "application-admin"]);
    const referred = [...anchors, ...of("for", "aria-labelledby", "data-copy")];
    expect(referred.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("tells how a sign-in goes, with the names and the landing page of each application", () => {
    const [flow = ""] = inner(section(page(), "flow"), "ol");
    expect(inner(flow, "li").map(text)).toEqual([
      "AWS access portal A person assigned to it chooses the tile Amazon Connect - Agent or Amazon Connect - Admin",
      "IAM Identity Center signs a response with the person's e-mail address as the role session name, and sends it to https://signin.aws.amazon.com/saml",
      "IAM, account 123456789012 trusts it through the SAML provider AmazonConnectAgentAccess or AmazonConnectAdminAccess, and lets the person assume the role AmazonConnectAgentAccessRole or AmazonConnectAdminAccessRole",
      "Amazon Connect finds the user of the same name in the instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca, and opens /agent-app-v2 for Amazon Connect - Agent, the admin website for Amazon Connect - Admin",
    ]);
  });

  it("explains every known failure, with the values of this very installation", () => {
    const errors = failures(page());
    expect(errors.map((cells) => cells.length)).toEqual(Array<number>(20).fill(3));
    const fixes = errors.map(([message = "", , fix]) => [message, fix] as const);
    const metadata =
      "Download the current metadata file of the application, save it in place of the old one, synthesize, and deploy.";
    expect(Object.fromEntries(fixes)).toEqual({
      "You do not have any applications":
        "Make the person a direct member of a group that is assigned to the application.",
      "No access. Confirm with your administrator that you have access to the application and that your primary email address is assigned in IAM Identity Center":
        "Set the primary e-mail address of the user in Identity Center, and make the person a direct member of a group that is assigned to the application.",
      "Your account has been authenticated, but has not been onboarded to this application":
        "Create or rename the user: the name is the e-mail address in Identity Center, with the same upper and lower case; where that is right, delete the user and create it again: Amazon Connect ties a user to the role of the first sign-in.",
      "Access denied, Please contact your AWS account administrator":
        "Deploy again, and compare the instance's ID in the role's policy with 9690dd9b-3de7-4097-b4d9-67829f7c8fca.",
      "Session Expired": "Start from the AWS access portal.",
      "Your request included an invalid SAML response":
        "Copy the value from this sheet into the attribute mapping https://aws.amazon.com/SAML/Attributes/Role of the application.",
      "RoleSessionName is required in AuthnResponse":
        "Map https://aws.amazon.com/SAML/Attributes/RoleSessionName of the application to ${user:email}.",
      "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}":
        "Map https://aws.amazon.com/SAML/Attributes/RoleSessionName of the application to ${user:email}; if it already is, change the e-mail address of the user in Identity Center.",
      "Not authorized to perform sts:AssumeRoleWithSAML":
        "Copy the value from this sheet into the attribute mapping https://aws.amazon.com/SAML/Attributes/Role of Amazon Connect - Agent, which names the role AmazonConnectAgentAccessRole, and set the Application ACS URL of Amazon Connect - Agent to https://signin.aws.amazon.com/saml. Copy the value from this sheet into the attribute mapping https://aws.amazon.com/SAML/Attributes/Role of Amazon Connect - Admin, which names the role AmazonConnectAdminAccessRole, and set the Application ACS URL of Amazon Connect - Admin to https://signin.aws.amazon.com/saml.",
      "Response signature invalid": metadata,
      "Issuer not present in specified provider": metadata,
      "Specified provider doesn't exist":
        "Copy the value from this sheet into the attribute mapping https://aws.amazon.com/SAML/Attributes/Role of Amazon Connect - Agent, which names the SAML provider AmazonConnectAgentAccess. Copy the value from this sheet into the attribute mapping https://aws.amazon.com/SAML/Attributes/Role of Amazon Connect - Admin, which names the SAML provider AmazonConnectAdminAccess.",
      "Response does not contain the required audience":
        "Set the Application SAML audience of the application to urn:amazon:webservices.",
      "Could not parse metadata":
        "Save it as UTF-8 without a byte order mark, or download it again.",
      "An error occurred when we tried to process your request":
        "Set the Application ACS URL of the application to https://signin.aws.amazon.com/saml.",
      "Token must be redeemed within 5 minutes of issuance": "Start from the AWS access portal.",
      "Requested DurationSeconds exceeds MaxSessionDuration set for this role":
        "Set the session duration of the application to 12h.",
      "a 404 page after the tile is chosen":
        "Set the relay state of Amazon Connect - Agent to https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fagent-app-v2&new_domain=true. Set the relay state of Amazon Connect - Admin to https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca.",
      "The request was not valid and could not be processed":
        "Have the user's first role trust the SAML provider, or delete the user in Amazon Connect and create it again.",
      "an error that says that the user is a duplicate, or already associated":
        "Use only the first role, or delete the user in Amazon Connect and create it again.",
    });
  });

  it("sets what people see apart from messages of AWS", () => {
    const errors = section(page(), "errors");
    expect(text(errors)).toContain(
      "Messages are quoted from AWS; text in italics describes what people see.",
    );
    expect(inner(errors, "em").map(text)).toEqual([
      "a 404 page after the tile is chosen",
      "an error that says that the user is a duplicate, or already associated",
    ]);
  });

  it("explains them with GovCloud's values in GovCloud", () => {
    const errors = failures(
      page({
        instanceArn:
          "arn:aws-us-gov:connect:us-gov-west-1:123456789012:instance/3f0c8a52-6d1e-4b7f-9a24-8e5d7c1b9f60",
      }),
    );
    const fixes = errors.map(([, , fix]) => fix);
    expect(fixes).toContain(
      "Set the Application SAML audience of the application to urn:amazon:webservices:govcloud.",
    );
    expect(fixes).toContain(
      "Set the Application ACS URL of the application to https://signin.amazonaws-us-gov.com/saml.",
    );
  });

  it("names a shared role once where an error is about it", () => {
    const roleArn = "arn:aws:iam::123456789012:role/AmazonConnectUserRole";
    const errors = failures(
      page({ applications: { agent: { ...AGENT, roleArn }, admin: { ...ADMIN, roleArn } } }),
    );
    expect(errors.map(([, , fix]) => fix)).toContain(
      "Copy the value from this sheet into the attribute mapping https://aws.amazon.com/SAML/Attributes/Role of the application, which names the role AmazonConnectUserRole, and set the Application ACS URL of the application to https://signin.aws.amazon.com/saml.",
    );
  });

  it("tells how to make users by hand where Terraform makes none", () => {
    const users = section(page(), "users");
    expect(elements(users).map(({ tag }) => tag)).not.toContain("table");
    expect(inner(users, "p").map(text)).toEqual([
      "Amazon Connect lets a person in when it has a user with exactly the name that Identity Center sends: the person's e-mail address in Identity Center. Upper and lower case count.",
      "Create them by hand: on the Amazon Connect admin website choose Users, User management, Add new users; enter the e-mail address as the login name, and choose the routing profile and the security profile: Agent for agents, Admin for administrators. Or list them under users in the config, and Terraform creates them.",
      expect.stringMatching(
        /^Who leaves: .*Then delete the user on the Amazon Connect admin website/,
      ),
    ]);
  });

  it("has the users in a table where Terraform makes them", () => {
    const html = page({
      users: [
        { ...USER, createInIdentityCenter: true },
        { ...USER, email: "Agent2@example.com" },
      ],
    });
    expect(rows(html, "users")).toEqual([
      [
        "agent1@example.com",
        "Basic Routing Profile",
        "Agent, CallCenterManager",
        "agent, admin",
        "Terraform creates it",
      ],
      [
        "Agent2@example.com",
        "Basic Routing Profile",
        "Agent, CallCenterManager",
        "agent, admin",
        "must exist",
      ],
    ]);
    expect(section(html, "users")).not.toContain("by hand");
  });
});

describe("the page ticks what the config knows to be done", () => {
  const of = (known: { hasMetadata?: boolean; applicationArn?: string }) => {
    const agent = { ...AGENT, groups: ["ConnectAgents"], ...known };
    const html = page({ applications: { agent, admin: ADMIN } });
    return {
      ticked: elements(html).flatMap(({ tag, attributes }) =>
        tag === "input" && "checked" in attributes ? [attributes["id"]] : [],
      ),
      known: text(html).split("known from the config").length - 1,
      badges: inner(html, "li", "").map(text).slice(0, 2),
    };
  };
  const ADMIN_WAITS =
    "Waiting Amazon Connect - Admin: metadata file and application ARN still to come from the console";

  it("nothing before the console visit", () => {
    expect(of({})).toEqual({
      ticked: [],
      known: 0,
      badges: [
        "Waiting Amazon Connect - Agent: metadata file and application ARN still to come from the console",
        ADMIN_WAITS,
      ],
    });
  });

  it("nothing with the metadata file alone, which comes before the application is submitted", () => {
    expect(of({ hasMetadata: true })).toEqual({
      ticked: [],
      known: 0,
      badges: [
        "Waiting Amazon Connect - Agent: application ARN still to come from the console",
        ADMIN_WAITS,
      ],
    });
  });

  it("after the visit, that the application is there and what came back of it", () => {
    expect(of({ hasMetadata: true, applicationArn: APPLICATION_ARN })).toEqual({
      ticked: ["step-application-agent-add", "step-application-agent-return"],
      known: 2,
      badges: [
        "Received Amazon Connect - Agent: its metadata file and its ARN are known",
        ADMIN_WAITS,
      ],
    });
  });

  it("and the lines of the config, once it has those of every application", () => {
    const back = { hasMetadata: true, applicationArn: APPLICATION_ARN };
    const html = page({ applications: { agent: { ...AGENT, ...back } } });
    const config = elements(html).find(
      ({ attributes }) => attributes["id"] === "step-terminal-config",
    );
    expect(config?.attributes).toHaveProperty("checked");
  });
});

describe("a tick that somebody made", () => {
  const kept = (html: string) =>
    Object.fromEntries(
      elements(html).flatMap(({ tag, attributes }) =>
        tag === "input" ? [[attributes["id"] ?? "", attributes["data-step"] ?? ""]] : [],
      ),
    );
  const before = kept(page());
  const lost = (change: Partial<ConsoleSheetInput>) => {
    const after = kept(page(change));
    return Object.keys(before).filter((id) => after[id] !== before[id]);
  };

  it("belongs to one step alone, also of another instance", () => {
    const other = kept(
      page({
        instanceArn:
          "arn:aws:connect:us-east-1:123456789012:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f",
      }),
    );
    const all = [...Object.values(before), ...Object.values(other)];
    expect(new Set(all).size).toBe(all.length);
  });

  it("stays when something else changes", () => {
    expect(lost({ name: "renamed", configFile: "config/renamed.yaml" })).toEqual([]);
    expect(lost({ users: [{ ...USER, createInIdentityCenter: true }] })).toEqual([]);
  });

  it("is gone when a value of its step changes", () => {
    const agent = { ...AGENT, relayStateUrl: ADMIN.relayStateUrl, sessionSeconds: 28_800 };
    expect(lost({ applications: { agent, admin: ADMIN } })).toEqual(["step-application-agent-add"]);
  });
});

describe("the page is safe to open", () => {
  const html = page({ users: [USER] });

  it("runs and styles itself with nothing but what its policy has the hash of", () => {
    const policies = elements(html).flatMap(({ attributes }) =>
      attributes["http-equiv"] === "Content-Security-Policy" ? [attributes["content"]] : [],
    );
    const [script = "", ...scripts] = inner(html, "script");
    const [style = "", ...styles] = inner(html, "style");
    // As a browser does: the text of the element, its line ends made one.
    const hash = (content: string) =>
      `'sha256-${createHash("sha256").update(content.replace(/\r\n?/g, "\n"), "utf8").digest("base64")}'`;
    expect(scripts).toEqual([]);
    expect(styles).toEqual([]);
    expect(policies).toEqual([
      `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`,
    ]);
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<style>"));
    expect(script).not.toContain("<"); // which could end it early
    expect(style).not.toContain("<");
  });

  it("has no script or style in an attribute, which the policy would stop", () => {
    const names = new Set(elements(html).flatMap(({ attributes }) => Object.keys(attributes)));
    expect([...names].filter((name) => /^(on.*|style)$/.test(name))).toEqual([]);
  });

  it("loads nothing, and only links to the two consoles", () => {
    const all = elements(html);
    const names = new Set(all.flatMap(({ attributes }) => Object.keys(attributes)));
    for (const loading of ["src", "srcset", "data", "action", "poster", "background", "ping"]) {
      expect(names).not.toContain(loading);
    }
    const tags = new Set(all.map(({ tag }) => tag));
    for (const loading of ["link", "base", "img", "iframe", "object", "embed", "form", "svg"]) {
      expect(tags).not.toContain(loading);
    }
    expect(html).not.toMatch(/url\(|@import|fetch\(|XMLHttpRequest|import\(|WebSocket|file:\/\//);
    const links = all.flatMap(({ tag, attributes }) => (tag === "a" ? [attributes] : []));
    expect(new Set(links.map(({ href }) => href))).toEqual(
      new Set([
        "#application-agent",
        "#application-admin",
        "https://us-east-1.console.aws.amazon.com/singlesignon/home?region=us-east-1",
        "https://us-east-1.console.aws.amazon.com/connect/v2/app/instances?region=us-east-1",
      ]),
    );
    const outward = links.filter(({ href }) => href?.startsWith("https:"));
    expect(new Set(outward.map(({ rel }) => rel))).toEqual(new Set(["noopener noreferrer"]));
  });

  it("is the same to the byte each time, whatever the day", () => {
    jest.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z") });
    try {
      expect(page({ users: [USER] })).toBe(html);
    } finally {
      jest.useRealTimers();
    }
    expect(page({ users: [USER] })).toBe(html);
  });

  it("starts as a document of today's HTML in UTF-8, and ends in a line end", () => {
    expect(html).toMatch(
      /^<!doctype html>\s*<html lang="en">\s*<head>\s*<meta charset="utf-8" \/>/,
    );
    expect(html).toMatch(/<\/html>\n$/);
  });
});

/** The workshop, with one name wherever the config or another app may put a name. */
function named(name: string): string {
  return page({
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

describe("on the page, a name stays a name", () => {
  const shape = (html: string) =>
    elements(html).map(({ tag, attributes }) => [tag, ...Object.keys(attributes)]);

  it.each([
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}",
    "</title><h1>",
    "</code></pre></td></table>",
    "<!--",
    "]]>",
    "&lt;b&gt; &amp; &quot;",
    "&#60;",
    "${user:email}",
    "$&$1$$",
    "javascript:alert(1)",
    "Büro – 電話 😀",
  ])("%s", (name) => {
    const html = named(name);
    // No element or attribute more, none less than an honest name gives, and in the same places.
    expect(shape(html)).toEqual(shape(named("Agents")));
    expect(inner(html, "script")).toEqual(inner(named("Agents"), "script"));
    expect(inner(html, "style")).toEqual(inner(named("Agents"), "style"));

    // It is there to the letter.
    expect(decodeHTML(inner(html, "title")[0] ?? "")).toBe(
      `${name}: Amazon Connect sign-in, at the console`,
    );
    expect(inner(html, "h1").map((words) => decodeHTML(words))).toEqual([
      `Sign-in to Amazon Connect: ${name}`,
    ]);
    expect(inner(html, "h3").map((words) => decodeHTML(words))).toContain(name);
    expect(inner(html, "code").map((words) => decodeHTML(words))).toEqual(
      expect.arrayContaining([name, `group ${name}`, `user ${name}`]),
    );
    const [users] = rows(html, "users");
    expect(users).toEqual([name, name, name, "agent", "must exist"]);
  });
});
