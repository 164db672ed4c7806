import { agent, testReports, top } from "../../support/config";

describe("A mistake in names is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a SAML provider name with a slash",
      agent("samlProviderName: Connect/SSO"),
      'error: config/workshop.yaml:4:23 applications.agent.samlProviderName: "Connect/SSO" has "/"; a SAML provider name takes letters, digits and _.- (1 to 128 characters); write "Connect-SSO"',
    ],
    [
      "a SAML provider name with a plus, which a role name may have",
      agent("samlProviderName: Connect+SSO"),
      'error: config/workshop.yaml:4:23 applications.agent.samlProviderName: "Connect+SSO" has "+"; a SAML provider name takes letters, digits and _.- (1 to 128 characters); write "Connect-SSO"',
    ],
    [
      "a SAML provider name of 129 characters",
      agent(
        "samlProviderName: PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP",
      ),
      'error: config/workshop.yaml:4:23 applications.agent.samlProviderName: "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP..." is 129 characters long; a SAML provider name takes letters, digits and _.- (1 to 128 characters); write "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP"',
    ],
    [
      "an empty SAML provider name",
      agent('samlProviderName: ""'),
      'error: config/workshop.yaml:4:23 applications.agent.samlProviderName: "" is empty; a SAML provider name takes letters, digits and _.- (1 to 128 characters)',
    ],
    [
      "a role name with a space and a slash",
      agent("roleName: Amazon Connect/Agent"),
      'error: config/workshop.yaml:4:15 applications.agent.roleName: "Amazon Connect/Agent" has a space, "/"; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "Amazon-Connect-Agent"',
    ],
    [
      "a role name of 65 characters",
      agent("roleName: RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR"),
      'error: config/workshop.yaml:4:15 applications.agent.roleName: "RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR" is 65 characters long; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR"',
    ],
    [
      "a role name of two lines",
      agent('roleName: "Agent\\nAdmin"'),
      'error: config/workshop.yaml:4:15 applications.agent.roleName: "Agent\\nAdmin" has "\\n"; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "Agent-Admin"',
    ],
    [
      "a role name with a character that turns the reading direction",
      agent('roleName: "Agent\\u202Enimda"'),
      'error: config/workshop.yaml:4:15 applications.agent.roleName: "Agent\\u{202e}nimda" has "\\u{202e}"; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "Agent-nimda"',
    ],
    [
      "a role name that is long and wrong, both reported",
      agent('roleName: "a b/c:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"'),
      'error: config/workshop.yaml:4:15 applications.agent.roleName: "a b/c:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" has a space, "/", ":" and is 66 characters long; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "a-b-c-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"',
    ],
    [
      "a policy name with a space",
      top("permission: { policyName: My Policy }"),
      'error: config/workshop.yaml:3:27 permission.policyName: "My Policy" has a space; an IAM policy name takes letters, digits and _+=,.@- (1 to 128 characters); write "My-Policy"',
    ],
    [
      "a policy name of 129 characters",
      top(
        "permission: { policyName: PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP }",
      ),
      'error: config/workshop.yaml:3:27 permission.policyName: "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP..." is 129 characters long; an IAM policy name takes letters, digits and _+=,.@- (1 to 128 characters); write "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP"',
    ],
    [
      "a shared role's name with a space",
      top("roles: shared", "sharedRoleName: My Role"),
      'error: config/workshop.yaml:4:17 sharedRoleName: "My Role" has a space; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "My-Role"',
    ],
    [
      "a prefix with a slash",
      top("namePrefix: EMEA/"),
      'error: config/workshop.yaml:3:13 namePrefix: "EMEA/" has "/"; a name prefix takes letters, digits and _.-, as IAM names do (1 to 32 characters); write "EMEA"',
    ],
    [
      "a prefix of 33 characters",
      top("namePrefix: ppppppppppppppppppppppppppppppppp"),
      'error: config/workshop.yaml:3:13 namePrefix: "ppppppppppppppppppppppppppppppppp" is 33 characters long; a name prefix takes letters, digits and _.-, as IAM names do (1 to 32 characters); write "pppppppppppppppppppppppppppppppp"',
    ],
    [
      "a display name with a space before it",
      agent('displayName: " Agent"'),
      'error: config/workshop.yaml:4:18 applications.agent.displayName: " Agent" is not a valid display name; a display name has 1 to 100 characters in one line, without spaces at its ends; change it',
    ],
    [
      "a display name of two lines",
      agent('displayName: "Agent\\nAdmin"'),
      'error: config/workshop.yaml:4:18 applications.agent.displayName: "Agent\\nAdmin" is not a valid display name; a display name has 1 to 100 characters in one line, without spaces at its ends; change it',
    ],
    [
      "a display name that colours the terminal",
      agent('displayName: "\\e[31mAgent\\x9b0m"'),
      'error: config/workshop.yaml:4:18 applications.agent.displayName: "\\u001b[31mAgent\\u{9b}0m" is not a valid display name; a display name has 1 to 100 characters in one line, without spaces at its ends; change it',
    ],
    [
      "a display name of 101 characters",
      agent(
        "displayName: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ),
      'error: config/workshop.yaml:4:18 applications.agent.displayName: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" is not a valid display name; a display name has 1 to 100 characters in one line, without spaces at its ends; change it',
    ],
  ]);
});

describe("A mistake in values is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a path that Terraform would evaluate",
      top(`rolePath: '/\${file("/etc/passwd")}/'`),
      'error: config/workshop.yaml:3:11 rolePath: "/${file(\\"/etc/passwd\\")}/" has "${", which Terraform would evaluate; write the text itself',
    ],
    [
      "a permissions boundary that Terraform would evaluate",
      top(`permissionsBoundary: 'arn:aws:iam::123456789012:policy/%{x}'`),
      'error: config/workshop.yaml:3:22 permissionsBoundary: "arn:aws:iam::123456789012:policy/%{x}" has "%{", which Terraform would evaluate; write the text itself',
    ],
    [
      "a role path without slashes",
      top("rolePath: connect"),
      'error: config/workshop.yaml:3:11 rolePath: "connect" is not an IAM path; an IAM path is / or starts and ends with a slash, without spaces, as in /connect/ (up to 512 characters); write "/connect/"',
    ],
    [
      "a role path without the last slash",
      top("rolePath: /contact/center"),
      'error: config/workshop.yaml:3:11 rolePath: "/contact/center" is not an IAM path; an IAM path is / or starts and ends with a slash, without spaces, as in /connect/ (up to 512 characters); write "/contact/center/"',
    ],
    [
      "a role path with a space",
      top("rolePath: /contact center/"),
      'error: config/workshop.yaml:3:11 rolePath: "/contact center/" is not an IAM path; an IAM path is / or starts and ends with a slash, without spaces, as in /connect/ (up to 512 characters)',
    ],
    [
      "a session duration that is empty",
      agent('sessionDuration: ""'),
      'error: config/workshop.yaml:4:22 applications.agent.sessionDuration: "" is not a duration; a session lasts 15m to 12h, written as 12h, 90m or 1h30m',
    ],
    [
      "a session of 14 minutes",
      agent("sessionDuration: 14m"),
      'error: config/workshop.yaml:4:22 applications.agent.sessionDuration: "14m" is shorter than 15 minutes, and IAM Identity Center takes no less; set 15m (900 seconds) or more',
    ],
    [
      "a session of 13 hours",
      agent("sessionDuration: 13h"),
      'error: config/workshop.yaml:4:22 applications.agent.sessionDuration: "13h" is longer than 12 hours, after which Amazon Connect ends every session; set 12h (43200 seconds) or less',
    ],
    [
      "a session that is not a duration",
      agent("sessionDuration: four hours"),
      'error: config/workshop.yaml:4:22 applications.agent.sessionDuration: "four hours" is not a duration; a session lasts 15m to 12h, written as 12h, 90m or 1h30m',
    ],
    [
      "a session in ISO 8601",
      agent("sessionDuration: PT12H"),
      'error: config/workshop.yaml:4:22 applications.agent.sessionDuration: "PT12H" is not a duration; a session lasts 15m to 12h, written as 12h, 90m or 1h30m',
    ],
    [
      "a session without unit",
      agent("sessionDuration: 3600"),
      "error: config/workshop.yaml:4:22 applications.agent.sessionDuration: 3600 is a number; it takes text; write it with its unit, such as 12h or 90m",
    ],
    [
      "a destination that is neither path nor URL",
      agent("destination: ccp"),
      'error: config/workshop.yaml:4:18 applications.agent.destination: "ccp" is neither a path nor an https URL; a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website',
    ],
    [
      "a destination on http",
      agent("destination: http://crm.example.com"),
      'error: config/workshop.yaml:4:18 applications.agent.destination: "http://crm.example.com" is neither a path nor an https URL; a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website',
    ],
    [
      "a destination of another host, without scheme",
      agent("destination: //crm.example.com"),
      'error: config/workshop.yaml:4:18 applications.agent.destination: "//crm.example.com" is neither a path nor an https URL; a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website',
    ],
    [
      "a destination that is encoded already",
      agent("destination: '%2Fconnect%2Fccp'"),
      'error: config/workshop.yaml:4:18 applications.agent.destination: "%2Fconnect%2Fccp" is already URL-encoded; it would be encoded twice; write "/connect/ccp"',
    ],
    [
      "a destination that is encoded and not text",
      agent('destination: "%A0"'),
      'error: config/workshop.yaml:4:18 applications.agent.destination: "%A0" is already URL-encoded; it would be encoded twice; write it plainly',
    ],
    [
      "a destination that is encoded twice",
      agent('destination: "%252Fconnect%252Fccp"'),
      'error: config/workshop.yaml:4:18 applications.agent.destination: "%252Fconnect%252Fccp" is already URL-encoded; it would be encoded twice; write it plainly',
    ],
    [
      "a destination with a line separator",
      agent('destination: "/ccp-v2\\u2028"'),
      'error: config/workshop.yaml:4:18 applications.agent.destination: "/ccp-v2\\u{2028}" has spaces or characters that a URL cannot contain; a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website',
    ],
    [
      "a destination with a space",
      agent("destination: /connect/ccp v2"),
      'error: config/workshop.yaml:4:18 applications.agent.destination: "/connect/ccp v2" has spaces or characters that a URL cannot contain; a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website',
    ],
    [
      "a destination with two parameters",
      agent("destination: /agent-app-v2?a=b&c=d"),
      'error: config/workshop.yaml:4:18 applications.agent.destination: "/agent-app-v2?a=b&c=d" has a query other than one name=value, which stays unencoded in the relay state; write it as in /agent-app-v2?VDIPlatform=CITRIX_413',
    ],
    [
      "an application ARN cut short",
      agent("applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef"),
      'error: config/workshop.yaml:4:21 applications.agent.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef" is not the ARN of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>); copy it from the application\'s page',
    ],
    [
      "a boundary that is a role",
      top("permissionsBoundary: arn:aws:iam::123456789012:role/Boundary"),
      'error: config/workshop.yaml:3:22 permissionsBoundary: "arn:aws:iam::123456789012:role/Boundary" is not the ARN of an IAM policy (arn:aws:iam::<account>:policy/<name>); copy it from the policy\'s page',
    ],
    [
      "a boundary by its name",
      top("permissionsBoundary: Boundary"),
      'error: config/workshop.yaml:3:22 permissionsBoundary: "Boundary" is not the ARN of an IAM policy (arn:aws:iam::<account>:policy/<name>); copy it from the policy\'s page',
    ],
  ]);
});

describe("A mistake in tags is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a tag value with a character that IAM refuses",
      top('tags: { team: "a*b" }'),
      'error: config/workshop.yaml:3:15 tags.team: "a*b" is not a valid tag value; a tag value has up to 256 letters, digits, spaces and _.:/=+-@; change it',
    ],
    [
      "a number for a tag value",
      top("tags: { cost-center: 4711 }"),
      "error: config/workshop.yaml:3:22 tags.cost-center: 4711 is a number; it takes text; put it in quotes",
    ],
    [
      "true for a tag value",
      top("tags: { production: true }"),
      "error: config/workshop.yaml:3:21 tags.production: true is a boolean; it takes text; put it in quotes",
    ],
  ]);
});
