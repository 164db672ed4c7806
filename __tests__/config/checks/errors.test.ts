import { mkdirSync } from "node:fs";

import { formatProblem, loadConfig } from "../../../modules/config";
import { makeMetadata, metadataWith } from "../../support/metadata";
import { Project } from "../../support/project";

const NOW = new Date("2026-12-01T00:00:00Z");
const ARN =
  "instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const OTHER_ACCOUNT =
  "instanceArn: arn:aws:connect:us-east-1:210987654321:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const ONE = "applications: { agent: {} }";

let project: Project;

beforeEach(() => {
  project = new Project().copy("config/metadata");
});

afterEach(() => {
  project.remove();
});

/** A whole config file, line by line. */
function whole(...lines: string[]): string {
  return [...lines, ""].join("\n");
}

/** Lines after a good instanceArn and applications. */
function top(...lines: string[]): string {
  return whole(ARN, ONE, ...lines);
}

/** Lines of the application `agent` of a good instanceArn. */
function agent(...lines: string[]): string {
  return whole(ARN, "applications:", "  agent:", ...lines.map((line) => `    ${line}`));
}

/** What an operator is told, as it would be in the working folder. */
function told(location = "config"): string[] {
  return loadConfig(project.path(location), NOW).problems.map((problem) =>
    formatProblem(problem).replaceAll(`${project.folder}/`, ""),
  );
}

type Mistake = readonly [mistake: string, config: string, ...told: string[]];

const MISTAKES: Readonly<Record<string, readonly Mistake[]>> = {
  keys: [
    [
      "a key in other letters is told with the right ones",
      top("rolepath: /connect/"),
      'error: config/workshop.yaml:3:1 rolepath: "rolepath" is not a key here; did you mean rolePath?',
    ],
    [
      "a misspelt key is told with the key that was meant",
      top("permisions: {}"),
      'error: config/workshop.yaml:3:1 permisions: "permisions" is not a key here; did you mean permission?',
    ],
    [
      "a key that resembles none is told with all that there are",
      top("saml: true"),
      'error: config/workshop.yaml:3:1 saml: "saml" is not a key here; the keys are instanceArn, applications, permission, roles, sharedRoleName, namePrefix, rolePath, permissionsBoundary, protect, adopt, identityCenter, users, backend, tags; remove it',
    ],
    [
      "a misspelt key of an application",
      agent("samlMetadatafile: metadata/agent.xml"),
      'error: config/workshop.yaml:4:5 applications.agent.samlMetadatafile: "samlMetadatafile" is not a key here; did you mean samlMetadataFile?',
    ],
    [
      "a key of another place, inside an application",
      agent("namePrefix: EMEA-"),
      'error: config/workshop.yaml:4:5 applications.agent.namePrefix: "namePrefix" is not a key here; the keys are displayName, samlProviderName, roleName, samlMetadataFile, destination, newDomain, sessionDuration, applicationArn, assign; remove it',
    ],
    [
      "a misspelt key of the permission",
      top("permission: { forms: user-resource }"),
      'error: config/workshop.yaml:3:15 permission.forms: "forms" is not a key here; did you mean form?',
    ],
    [
      "a far-off key of the permission",
      top("permission: { sid: Connect }"),
      'error: config/workshop.yaml:3:15 permission.sid: "sid" is not a key here; the keys are form, attach, policyName; remove it',
    ],
    [
      "a key named as the inside of every object",
      top("__proto__: { protect: false }", "constructor: Connect"),
      'error: config/workshop.yaml:3:1 "__proto__" is not a key here; remove it',
      'error: config/workshop.yaml:4:1 constructor: "constructor" is not a key here; the keys are instanceArn, applications, permission, roles, sharedRoleName, namePrefix, rolePath, permissionsBoundary, protect, adopt, identityCenter, users, backend, tags; remove it',
    ],
    [
      "__proto__ beside the keys of an application, which are judged",
      agent("__proto__: { roleName: Agent }", "roleName: My Role"),
      'error: config/workshop.yaml:4:5 "__proto__" is not a key here; remove it',
      'error: config/workshop.yaml:5:15 applications.agent.roleName: "My Role" has a blank; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "My-Role"',
    ],
    [
      "__proto__ among the applications, which are judged",
      whole(ARN, "applications:", "  __proto__: {}", "  team-lead: {}"),
      'error: config/workshop.yaml:3:3 "__proto__" is not a key here; remove it',
      'error: config/workshop.yaml:4:3 applications.team-lead: "team-lead" has "-"; an application\'s key takes letters, digits and _, as it becomes part of Terraform names (1 to 32 characters); write "team_lead"',
    ],
    [
      "__proto__ in quotes among the tags, which are judged",
      top('tags: { "__proto__": a, team: 1 }'),
      'error: config/workshop.yaml:3:9 "__proto__" is not a key here; remove it',
      "error: config/workshop.yaml:3:31 tags.team: 1 is a number; it takes text; put it in quotes",
    ],
    [
      "__proto__ in the permission, which is judged",
      top("permission: { __proto__: inline, forms: user-resource }"),
      'error: config/workshop.yaml:3:15 "__proto__" is not a key here; remove it',
      'error: config/workshop.yaml:3:34 permission.forms: "forms" is not a key here; did you mean form?',
    ],
    [
      "__proto__ where no mapping belongs",
      top("namePrefix: [{ __proto__: EMEA- }]"),
      "error: config/workshop.yaml:3:13 namePrefix: is a list; it takes text; write it so",
      'error: config/workshop.yaml:3:16 "__proto__" is not a key here; remove it',
    ],
    [
      "a list for a key, and what else is wrong in the file",
      top("? [a, b]", ": x", "protect: yes"),
      "error: config/workshop.yaml:3:3 has a key that is not text; write it as text",
      'error: config/workshop.yaml:5:10 protect: "yes" is text; it takes true or false; write true',
    ],
    [
      "a mapping for an application's key",
      whole(ARN, "applications:", "  ? { agent: desk }", "  : {}", "  admin: {}"),
      "error: config/workshop.yaml:3:5 has a key that is not text; write it as text",
    ],
    [
      "a key of two lines",
      top('"role\\npath": /connect/'),
      'error: config/workshop.yaml:3:1 role\\u{a}path: "role\\npath" is not a key here; did you mean rolePath?',
    ],
    [
      "an application's key of two lines",
      whole(ARN, "applications:", '  "team\\nlead": {}'),
      'error: config/workshop.yaml:3:3 applications.team\\u{a}lead: "team\\nlead" has "\\n"; an application\'s key takes letters, digits and _, as it becomes part of Terraform names (1 to 32 characters); write "team_lead"',
    ],
    [
      "a key with half of a surrogate pair",
      top('"role\\ud800path": /connect/'),
      'error: config/workshop.yaml:3:1 role\\u{d800}path: "role\\ud800path" is not a key here; did you mean rolePath?',
    ],
    [
      "a tag key that turns the reading direction",
      top('tags: { "te\\u202Eam": a }'),
      'error: config/workshop.yaml:3:9 tags.te\\u{202e}am: "te\\u{202e}am" is not a tag key: 1 to 128 letters, digits, blanks and _.:/=+-@; rename the tag',
    ],
    [
      "region, which the ARN has already",
      top("region: us-east-1"),
      'error: config/workshop.yaml:3:1 region: "region" is read off instanceArn; remove this line',
    ],
    [
      "region that contradicts the ARN",
      top("region: us-west-2"),
      'error: config/workshop.yaml:3:1 region: "region" is read off instanceArn and contradicts it: "us-west-2" here, "us-east-1" there; remove this line',
    ],
    [
      "accountId, which the ARN has already",
      top('accountId: "123456789012"'),
      'error: config/workshop.yaml:3:1 accountId: "accountId" is read off instanceArn; remove this line',
    ],
    [
      "accountId that contradicts the ARN",
      top('accountId: "210987654321"'),
      'error: config/workshop.yaml:3:1 accountId: "accountId" is read off instanceArn and contradicts it: "210987654321" here, "123456789012" there; remove this line',
    ],
    [
      "accountId without quotes, which YAML takes as a number",
      top("accountId: 123456789012"),
      'error: config/workshop.yaml:3:1 accountId: "accountId" is read off instanceArn; remove this line',
    ],
    [
      "accountId without quotes, whose first zero YAML drops",
      whole(
        ARN.replace("123456789012", "012345678901"),
        "applications: { agent: {} }",
        "accountId: 012345678901",
      ),
      'error: config/workshop.yaml:3:1 accountId: "accountId" is read off instanceArn; remove this line',
    ],
    [
      "accountId without quotes that contradicts the ARN",
      top("accountId: 210987654321"),
      'error: config/workshop.yaml:3:1 accountId: "accountId" is read off instanceArn and contradicts it: 210987654321 here, "123456789012" there; remove this line',
    ],
    [
      "partition that contradicts the ARN",
      top("partition: aws-us-gov"),
      'error: config/workshop.yaml:3:1 partition: "partition" is read off instanceArn and contradicts it: "aws-us-gov" here, "aws" there; remove this line',
    ],
  ],
  types: [
    [
      "yes for true, which YAML takes as text",
      top("protect: yes"),
      'error: config/workshop.yaml:3:10 protect: "yes" is text; it takes true or false; write true',
    ],
    [
      "no for false",
      top("protect: no"),
      'error: config/workshop.yaml:3:10 protect: "no" is text; it takes true or false; write false',
    ],
    [
      "true in quotes",
      top('protect: "true"'),
      'error: config/workshop.yaml:3:10 protect: "true" is text; it takes true or false; write true',
    ],
    [
      "FALSE in quotes",
      agent('newDomain: "FALSE"'),
      'error: config/workshop.yaml:4:16 applications.agent.newDomain: "FALSE" is text; it takes true or false; write false',
    ],
    [
      "Off for false",
      agent("newDomain: Off"),
      'error: config/workshop.yaml:4:16 applications.agent.newDomain: "Off" is text; it takes true or false; write false',
    ],
    [
      "another word where true or false belongs",
      top("protect: maybe"),
      'error: config/workshop.yaml:3:10 protect: "maybe" is text; it takes true or false; write true or false',
    ],
    [
      "a number where true or false belongs",
      top("protect: 1"),
      "error: config/workshop.yaml:3:10 protect: 1 is a number; it takes true or false; write true or false",
    ],
    [
      "a list where true or false belongs",
      top("protect: [true]"),
      "error: config/workshop.yaml:3:10 protect: is a list; it takes true or false; write true or false",
    ],
    [
      "nothing where true or false belongs",
      top("protect:"),
      "error: config/workshop.yaml:3:9 protect: is empty; it takes true or false; give a value or remove the key",
    ],
    [
      "null where true or false belongs",
      top("protect: null"),
      "error: config/workshop.yaml:3:10 protect: is empty; it takes true or false; give a value or remove the key",
    ],
    [
      "a number where text belongs",
      top("namePrefix: 5"),
      "error: config/workshop.yaml:3:13 namePrefix: 5 is a number; it takes text; put it in quotes",
    ],
    [
      "true where text belongs",
      agent("roleName: true"),
      "error: config/workshop.yaml:4:15 applications.agent.roleName: true is a boolean; it takes text; put it in quotes",
    ],
    [
      "a list where text belongs",
      agent("destination: [/connect/ccp]"),
      "error: config/workshop.yaml:4:18 applications.agent.destination: is a list; it takes text; write it so",
    ],
    [
      "a mapping where text belongs",
      agent("samlMetadataFile: { agent: metadata/agent.xml }"),
      "error: config/workshop.yaml:4:23 applications.agent.samlMetadataFile: is a mapping; it takes text; write it so",
    ],
    [
      "null where text belongs",
      top("rolePath: ~"),
      "error: config/workshop.yaml:3:11 rolePath: is empty; it takes text; give a value or remove the key",
    ],
    [
      "text where a mapping belongs",
      top("permission: managed"),
      'error: config/workshop.yaml:3:13 permission: "managed" is text; it takes a mapping of keys to values; write it so',
    ],
    [
      "true where a mapping belongs",
      top("permission: true"),
      "error: config/workshop.yaml:3:13 permission: true is a boolean; it takes a mapping of keys to values; write it so",
    ],
    [
      "a list where a mapping belongs",
      top("tags: [team]"),
      "error: config/workshop.yaml:3:7 tags: is a list; it takes a mapping of keys to values; write it so",
    ],
    [
      "nothing where a mapping belongs",
      top("permission:"),
      "error: config/workshop.yaml:3:12 permission: is empty; it takes a mapping of keys to values; give a value or remove the key",
    ],
    [
      "text where an application belongs",
      whole(ARN, "applications:", "  agent: metadata/agent.xml"),
      'error: config/workshop.yaml:3:10 applications.agent: "metadata/agent.xml" is text; it takes a mapping of keys to values; write it so',
    ],
    [
      "a list of applications",
      whole(ARN, "applications: [agent, admin]"),
      "error: config/workshop.yaml:2:15 applications: is a list; it takes a mapping of keys to values; write it so",
    ],
    [
      "an empty file name",
      agent('samlMetadataFile: ""'),
      'error: config/workshop.yaml:4:23 applications.agent.samlMetadataFile: "" is empty; give a value or remove the key',
    ],
    [
      "a choice misspelt",
      top("permission: { form: user-ressource }"),
      'error: config/workshop.yaml:3:21 permission.form: "user-ressource" is not one of user-resource, instance-condition; write user-resource',
    ],
    [
      "a choice in other letters",
      top("permission: { attach: Inline }"),
      'error: config/workshop.yaml:3:23 permission.attach: "Inline" is not one of managed, inline; write inline',
    ],
    [
      "roles misspelt",
      top("roles: sharde"),
      'error: config/workshop.yaml:3:8 roles: "sharde" is not one of separate, shared; write shared',
    ],
    [
      "true where a choice belongs",
      top("roles: true"),
      "error: config/workshop.yaml:3:8 roles: true is not one of separate, shared; write one of them",
    ],
    [
      "a list where a choice belongs",
      top("roles: [shared]"),
      "error: config/workshop.yaml:3:8 roles: is not one of separate, shared; write one of them",
    ],
    [
      "a word that resembles no choice",
      top("roles: one"),
      'error: config/workshop.yaml:3:8 roles: "one" is not one of separate, shared; write one of them',
    ],
    [
      "a part of a choice only",
      top("permission: { form: instance }"),
      'error: config/workshop.yaml:3:21 permission.form: "instance" is not one of user-resource, instance-condition; write one of them',
    ],
    [
      "an empty choice",
      top('permission: { attach: "" }'),
      'error: config/workshop.yaml:3:23 permission.attach: "" is not one of managed, inline; write one of them',
    ],
  ],
  "what must be there": [
    [
      "no instanceArn",
      whole(ONE),
      "error: config/workshop.yaml:1:1 instanceArn: is missing; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
    ],
    [
      "no applications",
      whole(ARN),
      "error: config/workshop.yaml:1:1 applications: is missing; name at least one application, such as agent",
    ],
    [
      "applications without one",
      whole(ARN, "applications: {}"),
      "error: config/workshop.yaml:2:15 applications: names no application; name one at least, such as agent",
    ],
    [
      "an empty instanceArn",
      whole("instanceArn:", ONE),
      "error: config/workshop.yaml:1:13 instanceArn: is empty; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
    ],
    [
      "a number for instanceArn",
      whole("instanceArn: 5", ONE),
      "error: config/workshop.yaml:1:14 instanceArn: 5 is a number; it takes text; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
    ],
    [
      "a list for instanceArn",
      whole("instanceArn: []", ONE),
      "error: config/workshop.yaml:1:14 instanceArn: is a list; it takes text; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
    ],
    [
      "empty applications",
      whole(ARN, "applications:"),
      "error: config/workshop.yaml:2:14 applications: is empty; name at least one application, such as agent",
    ],
    [
      "null for applications",
      whole(ARN, "applications: ~"),
      "error: config/workshop.yaml:2:15 applications: is empty; name at least one application, such as agent",
    ],
    [
      "an empty mapping, both told",
      whole("{}"),
      "error: config/workshop.yaml:1:1 instanceArn: is missing; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
      "error: config/workshop.yaml:1:1 applications: is missing; name at least one application, such as agent",
    ],
    [
      "neither, both told",
      whole("protect: true"),
      "error: config/workshop.yaml:1:1 instanceArn: is missing; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
      "error: config/workshop.yaml:1:1 applications: is missing; name at least one application, such as agent",
    ],
  ],
  instanceArn: [
    [
      "of another service",
      whole("instanceArn: arn:aws:iam::123456789012:role/Connect", ONE),
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:iam::123456789012:role/Connect" is an ARN of the service "iam", not of Amazon Connect (arn:<partition>:connect:<region>:<account>:instance/<id>); copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "of China",
      whole(
        "instanceArn: arn:aws-cn:connect:cn-north-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        ONE,
      ),
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws-cn:connect:cn-north-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca" is in the China partition "aws-cn", where Amazon Connect is not offered; it is in aws and aws-us-gov',
    ],
    [
      "of another partition",
      whole(
        "instanceArn: arn:aws-iso:connect:us-iso-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        ONE,
      ),
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws-iso:connect:us-iso-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca" is in the partition "aws-iso"; Amazon Connect is offered in aws and aws-us-gov',
    ],
    [
      "with a GovCloud region in the commercial partition",
      whole(
        "instanceArn: arn:aws:connect:us-gov-west-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        ONE,
      ),
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:us-gov-west-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca" names the region "us-gov-west-1", which its partition "aws" contradicts: Amazon Connect is there in a commercial region such as us-east-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with a commercial region in GovCloud",
      whole(
        "instanceArn: arn:aws-us-gov:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        ONE,
      ),
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws-us-gov:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca" names the region "us-east-1", which its partition "aws-us-gov" contradicts: Amazon Connect is there in us-gov-west-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with a slash at the end",
      whole(
        "instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/",
        ONE,
      ),
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/" has a slash after the instance ID; write arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca',
    ],
    [
      "with more after the ID",
      whole(
        "instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/queue/1",
        ONE,
      ),
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/queue/1" has "/queue/1" after the instance ID; write arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca',
    ],
    [
      "with a short account ID",
      whole(
        "instanceArn: arn:aws:connect:us-east-1:12345:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        ONE,
      ),
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:us-east-1:12345:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca" names the account "12345"; an account ID has twelve digits; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with blanks around it",
      whole(
        'instanceArn: " arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca"',
        ONE,
      ),
      'error: config/workshop.yaml:1:14 instanceArn: " arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca" has blanks around it; write arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca',
    ],
    [
      "that is the bare ID",
      whole("instanceArn: 9690dd9b-3de7-4097-b4d9-67829f7c8fca", ONE),
      'error: config/workshop.yaml:1:14 instanceArn: "9690dd9b-3de7-4097-b4d9-67829f7c8fca" is not an ARN (arn:<partition>:connect:<region>:<account>:instance/<id>); copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with several mistakes, all told",
      whole("instanceArn: arn:aws:connect:Virginia:123:instance/x/y", ONE),
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:Virginia:123:instance/x/y" names the region "Virginia", which its partition "aws" contradicts: Amazon Connect is there in a commercial region such as us-east-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:Virginia:123:instance/x/y" names the account "123"; an account ID has twelve digits; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:Virginia:123:instance/x/y" has "/y" after the instance ID; write arn:aws:connect:Virginia:123:instance/x',
    ],
  ],
  names: [
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
      "a role name with a blank and a slash",
      agent("roleName: Amazon Connect/Agent"),
      'error: config/workshop.yaml:4:15 applications.agent.roleName: "Amazon Connect/Agent" has a blank, "/"; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "Amazon-Connect-Agent"',
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
      "a role name that is long and wrong, both told",
      agent('roleName: "a b/c:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"'),
      'error: config/workshop.yaml:4:15 applications.agent.roleName: "a b/c:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" has a blank, "/", ":" and is 66 characters long; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "a-b-c-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"',
    ],
    [
      "a policy name with a blank",
      top("permission: { policyName: My Policy }"),
      'error: config/workshop.yaml:3:27 permission.policyName: "My Policy" has a blank; an IAM policy name takes letters, digits and _+=,.@- (1 to 128 characters); write "My-Policy"',
    ],
    [
      "a policy name of 129 characters",
      top(
        "permission: { policyName: PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP }",
      ),
      'error: config/workshop.yaml:3:27 permission.policyName: "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP..." is 129 characters long; an IAM policy name takes letters, digits and _+=,.@- (1 to 128 characters); write "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP"',
    ],
    [
      "a shared role's name with a blank",
      top("roles: shared", "sharedRoleName: My Role"),
      'error: config/workshop.yaml:4:17 sharedRoleName: "My Role" has a blank; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "My-Role"',
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
      "a display name with a blank before it",
      agent('displayName: " Agent"'),
      'error: config/workshop.yaml:4:18 applications.agent.displayName: " Agent" is not a display name: 1 to 100 characters in one line, without blanks at its ends; change it',
    ],
    [
      "a display name of two lines",
      agent('displayName: "Agent\\nAdmin"'),
      'error: config/workshop.yaml:4:18 applications.agent.displayName: "Agent\\nAdmin" is not a display name: 1 to 100 characters in one line, without blanks at its ends; change it',
    ],
    [
      "a display name that colours the terminal",
      agent('displayName: "\\e[31mAgent\\x9b0m"'),
      'error: config/workshop.yaml:4:18 applications.agent.displayName: "\\u001b[31mAgent\\u{9b}0m" is not a display name: 1 to 100 characters in one line, without blanks at its ends; change it',
    ],
    [
      "a display name of 101 characters",
      agent(
        "displayName: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      ),
      'error: config/workshop.yaml:4:18 applications.agent.displayName: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" is not a display name: 1 to 100 characters in one line, without blanks at its ends; change it',
    ],
    [
      "an application's key with a dash",
      whole(ARN, "applications:", "  team-lead: {}"),
      'error: config/workshop.yaml:3:3 applications.team-lead: "team-lead" has "-"; an application\'s key takes letters, digits and _, as it becomes part of Terraform names (1 to 32 characters); write "team_lead"',
    ],
    [
      "an application's key with a blank",
      whole(ARN, "applications:", "  team lead: {}"),
      'error: config/workshop.yaml:3:3 applications.team lead: "team lead" has a blank; an application\'s key takes letters, digits and _, as it becomes part of Terraform names (1 to 32 characters); write "team_lead"',
    ],
    [
      "an application's key that starts with a digit",
      whole(ARN, "applications:", "  2nd_line: {}"),
      'error: config/workshop.yaml:3:3 applications.2nd_line: "2nd_line" does not start with a letter; an application\'s key does, and takes letters, digits and _, as it becomes part of Terraform names (1 to 32 characters); rename it',
    ],
    [
      "an application's key of 33 characters",
      whole(ARN, "applications:", "  kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk: {}"),
      'error: config/workshop.yaml:3:3 applications.kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk: "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk" is 33 characters long; an application\'s key takes letters, digits and _, as it becomes part of Terraform names (1 to 32 characters); write "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"',
    ],
    [
      "a key and a prefix that make too long a role name",
      whole(
        ARN,
        "applications:",
        "  quality_assurance_supervisors: {}",
        "namePrefix: EuropeMiddleEastAfrica-",
      ),
      'error: config/workshop.yaml:3:3 applications.quality_assurance_supervisors: "quality_assurance_supervisors" derives the role name "EuropeMiddleEastAfrica-AmazonConnectQualityAssuranceSupervisorsAccessRole" of 73 characters; an IAM role name has 64 at the most; set roleName, or shorten the key or namePrefix',
    ],
    [
      "two keys that derive the same names",
      whole(ARN, "applications:", "  team_lead: {}", "  teamLead: {}"),
      'error: config/workshop.yaml:4:3 applications.teamLead: "teamLead" would make the SAML provider "AmazonConnectTeamLeadAccess" in account 123456789012, as applications.team_lead does; set another samlProviderName',
      'error: config/workshop.yaml:4:3 applications.teamLead: "teamLead" would make the role "AmazonConnectTeamLeadAccessRole" in account 123456789012, as applications.team_lead does; set another roleName',
    ],
    [
      "two applications given the same names in other letters",
      whole(
        ARN,
        "applications:",
        "  agent: { samlProviderName: Connect, roleName: Connect }",
        "  admin: { samlProviderName: CONNECT, roleName: CONNECT }",
      ),
      'error: config/workshop.yaml:4:3 applications.admin: "admin" would make the SAML provider "CONNECT" in account 123456789012, as applications.agent does; set another samlProviderName',
      'error: config/workshop.yaml:4:3 applications.admin: "admin" would make the role "CONNECT" in account 123456789012, as applications.agent does; set another roleName',
    ],
  ],
  values: [
    [
      "a role path without slashes",
      top("rolePath: connect"),
      'error: config/workshop.yaml:3:11 rolePath: "connect" is not an IAM path; an IAM path is / or starts and ends with a slash, without blanks, as in /connect/ (up to 512 characters); write "/connect/"',
    ],
    [
      "a role path without the last slash",
      top("rolePath: /contact/center"),
      'error: config/workshop.yaml:3:11 rolePath: "/contact/center" is not an IAM path; an IAM path is / or starts and ends with a slash, without blanks, as in /connect/ (up to 512 characters); write "/contact/center/"',
    ],
    [
      "a role path with a blank",
      top("rolePath: /contact center/"),
      'error: config/workshop.yaml:3:11 rolePath: "/contact center/" is not an IAM path; an IAM path is / or starts and ends with a slash, without blanks, as in /connect/ (up to 512 characters)',
    ],
    [
      "a session duration that is empty",
      agent('sessionDuration: ""'),
      'error: config/workshop.yaml:4:22 applications.agent.sessionDuration: "" is not a duration; a session lasts 15m to 12h, written as 12h, 90m or 1h30m',
    ],
    [
      "a session of 14 minutes",
      agent("sessionDuration: 14m"),
      'error: config/workshop.yaml:4:22 applications.agent.sessionDuration: "14m" is shorter than 15 minutes; a session lasts 15m to 12h, written as 12h, 90m or 1h30m',
    ],
    [
      "a session of 13 hours",
      agent("sessionDuration: 13h"),
      'error: config/workshop.yaml:4:22 applications.agent.sessionDuration: "13h" is longer than 12 hours, when Connect ends every session; a session lasts 15m to 12h, written as 12h, 90m or 1h30m',
    ],
    [
      "a session that is no duration",
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
      "error: config/workshop.yaml:4:22 applications.agent.sessionDuration: 3600 is a number; it takes text; write it with its unit, as 12h or 90m",
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
      'error: config/workshop.yaml:4:18 applications.agent.destination: "%2Fconnect%2Fccp" is already URL-encoded, which is done here; write "/connect/ccp"',
    ],
    [
      "a destination that is encoded and not text",
      agent('destination: "%A0"'),
      'error: config/workshop.yaml:4:18 applications.agent.destination: "%A0" is already URL-encoded, which is done here; write it plainly',
    ],
    [
      "a destination that is encoded twice",
      agent('destination: "%252Fconnect%252Fccp"'),
      'error: config/workshop.yaml:4:18 applications.agent.destination: "%252Fconnect%252Fccp" is already URL-encoded, which is done here; write it plainly',
    ],
    [
      "a destination with a line separator",
      agent('destination: "/ccp-v2\\u2028"'),
      'error: config/workshop.yaml:4:18 applications.agent.destination: "/ccp-v2\\u{2028}" has blanks or characters that no page\'s address has; a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website',
    ],
    [
      "a destination with a blank",
      agent("destination: /connect/ccp v2"),
      'error: config/workshop.yaml:4:18 applications.agent.destination: "/connect/ccp v2" has blanks or characters that no page\'s address has; a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website',
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
      "an application ARN of another partition",
      agent(
        "applicationArn: arn:aws-us-gov:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef",
      ),
      'error: config/workshop.yaml:4:21 applications.agent.applicationArn: "arn:aws-us-gov:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef" is in the partition aws-us-gov, but instanceArn is in aws; both are in one partition; copy the right ARN',
    ],
    [
      "an application ARN used twice",
      whole(
        ARN,
        "applications:",
        "  agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef }",
        "  admin: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef }",
      ),
      'error: config/workshop.yaml:4:28 applications.admin.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef" is applications.agent.applicationArn too; each application has its own ARN; copy it from the application\'s page',
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
    [
      "a boundary of another partition",
      top("permissionsBoundary: arn:aws-us-gov:iam::aws:policy/PowerUserAccess"),
      'error: config/workshop.yaml:3:22 permissionsBoundary: "arn:aws-us-gov:iam::aws:policy/PowerUserAccess" is in the partition aws-us-gov, but instanceArn is in aws; both are in one partition; copy the right ARN',
    ],
    [
      "a boundary of another account",
      top("permissionsBoundary: arn:aws:iam::210987654321:policy/Boundary"),
      'error: config/workshop.yaml:3:22 permissionsBoundary: "arn:aws:iam::210987654321:policy/Boundary" is a policy of account 210987654321, but the roles are made in 123456789012, the account of instanceArn; name a policy of that account',
    ],
    [
      "roleName where one role serves all",
      whole(ARN, "applications:", "  agent: { roleName: Agent }", "roles: shared"),
      'error: config/workshop.yaml:3:22 applications.agent.roleName: "Agent" has no effect with `roles: shared`; name the one role with sharedRoleName, and remove this line',
    ],
    [
      "sharedRoleName where each has a role",
      top("sharedRoleName: Connect"),
      'error: config/workshop.yaml:3:17 sharedRoleName: "Connect" has no effect without `roles: shared`; add that, or remove this line',
    ],
  ],
  tags: [
    [
      "a tag that AWS keeps for itself",
      top('tags: { "aws:team": x }'),
      'error: config/workshop.yaml:3:9 tags.aws:team: "aws:team" starts with "aws:", which AWS keeps for itself; rename the tag',
    ],
    [
      "the same in other letters",
      top('tags: { "AWS:team": x }'),
      'error: config/workshop.yaml:3:9 tags.AWS:team: "AWS:team" starts with "aws:", which AWS keeps for itself; rename the tag',
    ],
    [
      "a tag twice, in other letters",
      top("tags: { Team: a, team: b }"),
      'error: config/workshop.yaml:3:18 tags.team: "team" is the tag "Team" in other letters, which IAM takes for the same; remove one',
    ],
    [
      "a tag key with a character that IAM refuses",
      top("tags: { te*am: a }"),
      'error: config/workshop.yaml:3:9 tags.te*am: "te*am" is not a tag key: 1 to 128 letters, digits, blanks and _.:/=+-@; rename the tag',
    ],
    [
      "a tag value with a character that IAM refuses",
      top('tags: { team: "a*b" }'),
      'error: config/workshop.yaml:3:15 tags.team: "a*b" is not a tag value: up to 256 letters, digits, blanks and _.:/=+-@; change it',
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
    [
      "an empty tag key",
      top('tags: { "": a }'),
      'error: config/workshop.yaml:3:9 tags.: "" is not a tag key: 1 to 128 letters, digits, blanks and _.:/=+-@; rename the tag',
    ],
    [
      "51 tags",
      top("tags:", ...Array.from({ length: 51 }, (_, i) => `  tag${String(i)}: a`)),
      "error: config/workshop.yaml:4:3 tags: has 51 tags; IAM takes up to 50; remove some",
    ],
  ],
  YAML: [
    [
      "a tab for indentation",
      whole(ARN, "applications:", "\tagent: {}"),
      "error: config/workshop.yaml:3:1 is not valid YAML: Tabs are not allowed as indentation; correct the syntax here",
    ],
    [
      "a bracket left open",
      whole(ARN, "applications: { agent: {}"),
      "error: config/workshop.yaml:3:1 is not valid YAML: Flow map in block collection must be sufficiently indented and end with a }; correct the syntax here",
    ],
    [
      "a line out of its column",
      whole(ARN, "applications:", "  agent: {}", " admin: {}"),
      "error: config/workshop.yaml:4:1 is not valid YAML: All mapping items must start at the same column; correct the syntax here",
    ],
    [
      "a colon in unquoted text",
      agent("displayName: Amazon Connect: Agent"),
      "error: config/workshop.yaml:4:18 is not valid YAML: Nested mappings are not allowed in compact mappings; correct the syntax here",
    ],
    [
      "an unknown tag",
      top("namePrefix: !env PREFIX"),
      "error: config/workshop.yaml:3:13 is not valid YAML: Unresolved tag: !env; correct the syntax here",
    ],
    [
      "a key twice, and what else is wrong in the file",
      agent("roleName: Agent", "roleName: Admin", "rolname: Lead"),
      'error: config/workshop.yaml:5:5 "roleName" is listed twice in one mapping; remove one of the two',
      'error: config/workshop.yaml:6:5 applications.agent.rolname: "rolname" is not a key here; did you mean roleName?',
    ],
    [
      "a key twice, once as a number and once as text",
      top('tags: { 1: x, "1": y }'),
      'error: config/workshop.yaml:3:15 "1" is listed twice in one mapping; remove one of the two',
    ],
    [
      "a key with a colon in it twice",
      top('tags: { "x: y": a, "x: y": b }'),
      'error: config/workshop.yaml:3:20 "x: y" is listed twice in one mapping; remove one of the two',
    ],
    [
      "a number under a key that is a number",
      top("tags: { 2024: 5 }"),
      "error: config/workshop.yaml:3:15 tags.2024: 5 is a number; it takes text; put it in quotes",
    ],
    [
      "an application twice",
      whole(ARN, "applications: { agent: {}, agent: {} }"),
      'error: config/workshop.yaml:2:28 "agent" is listed twice in one mapping; remove one of the two',
    ],
    [
      "a mistake beside a merged mapping",
      whole(
        ARN,
        "applications:",
        "  agent: &same { sessionDuration: 8h }",
        "  admin:",
        "    <<: *same",
        "    roleName: My Role",
      ),
      'error: config/workshop.yaml:6:15 applications.admin.roleName: "My Role" has a blank; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "My-Role"',
    ],
    [
      "an alias bomb",
      whole(
        "a: &a [x,x,x,x,x,x,x,x,x,x]",
        "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]",
        "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]",
        "d: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]",
      ),
      "error: config/workshop.yaml:1:1 cannot be read: Excessive alias count indicates a resource exhaustion attack; write the values out",
    ],
    [
      "an empty file",
      whole(),
      "error: config/workshop.yaml:1:1 is empty; give at least instanceArn and applications",
    ],
    [
      "a file of comments",
      whole("# to do"),
      "error: config/workshop.yaml:1:1 is empty; give at least instanceArn and applications",
    ],
    [
      "a file of a document mark",
      whole("---"),
      "error: config/workshop.yaml:1:1 is empty; give at least instanceArn and applications",
    ],
    [
      "a document of null",
      whole("--- ~"),
      "error: config/workshop.yaml:1:1 is empty; give at least instanceArn and applications",
    ],
    [
      "a second document",
      whole(ARN, ONE, "---", OTHER_ACCOUNT, ONE),
      "error: config/workshop.yaml:3:1 holds a second document; write a file for each instance",
    ],
    [
      "a second document, empty, after an end mark",
      whole(ARN, ONE, "...", "---"),
      "error: config/workshop.yaml:4:1 holds a second document; write a file for each instance",
    ],
    [
      "a file that is a list",
      whole("- agent", "- admin"),
      "error: config/workshop.yaml:1:1 is a list; it takes a mapping of keys to values; write it so",
    ],
    [
      "a file that is text",
      whole("agent"),
      'error: config/workshop.yaml:1:1 "agent" is text; it takes a mapping of keys to values; write it so',
    ],
  ],
};

for (const [part, mistakes] of Object.entries(MISTAKES)) {
  describe(`A mistake in ${part} is told in one line, with its place and the way out`, () => {
    for (const [mistake, config, ...lines] of mistakes) {
      test(mistake, () => {
        project.write("config/workshop.yaml", config);
        expect(told()).toEqual(lines);
        expect(loadConfig(project.path("config"), NOW).instances).toEqual([]);
      });
    }
  });
}

describe("A metadata file", () => {
  const AGENT = "applications: { agent: { samlMetadataFile: metadata/own.xml } }";
  const AGAIN =
    "download the IAM Identity Center SAML metadata file of this application again, and save it as it comes";

  function toldOf(content: string | Uint8Array): string[] {
    project
      .write("config/workshop.yaml", whole(ARN, AGENT))
      .write("config/metadata/own.xml", content);
    return told();
  }

  test("that is missing is told with the place it should be at", () => {
    project.write("config/workshop.yaml", whole(ARN, AGENT));
    expect(told()).toEqual([
      'error: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" does not exist (config/metadata/own.xml); save the application\'s metadata file there, or remove this line to give it to Terraform as a variable',
    ]);
  });

  test("that is a folder", () => {
    mkdirSync(project.path("config/metadata/own.xml"));
    project.write("config/workshop.yaml", whole(ARN, AGENT));
    expect(told()).toEqual([
      'error: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" is a folder (config/metadata/own.xml); name the file in it',
    ]);
  });

  test("that is empty", () => {
    expect(toldOf("")).toEqual([
      `error: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" is empty; ${AGAIN}`,
    ]);
  });

  test("that starts with a byte order mark", () => {
    expect(toldOf(`\uFEFF${project.read("config/metadata/agent.xml")}`)).toEqual([
      'error: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" starts with a byte order mark (BOM), which IAM cannot parse; save it as UTF-8 without BOM',
    ]);
  });

  test("of the wrong end of the connection", () => {
    const serviceProvider =
      '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:amazon:webservices"><SPSSODescriptor/></EntityDescriptor>';
    expect(toldOf(serviceProvider)).toEqual([
      `error: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" is a service provider's metadata (urn:amazon:webservices), the wrong end of the connection; IAM needs the identity provider's; ${AGAIN}`,
    ]);
  });

  test("whose certificate has expired", async () => {
    const expired = await makeMetadata({
      application: "agent",
      starts: new Date("2021-11-30T00:00:00Z"),
      ends: new Date("2026-11-30T00:00:00Z"),
    });
    expect(toldOf(expired)).toEqual([
      `error: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" has a signing certificate that expired on 2026-11-30, so that every sign-in fails; rotate it in Identity Center, then ${AGAIN}`,
    ]);
  });

  test("whose certificate ends soon is a warning only", async () => {
    const ending = await makeMetadata({
      application: "agent",
      starts: new Date("2022-01-01T00:00:00Z"),
      ends: new Date("2026-12-31T00:00:00Z"),
    });
    expect(toldOf(ending)).toEqual([
      `warning: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: "metadata/own.xml" has a signing certificate that ends on 2026-12-31, in 30 days; rotate it in Identity Center before then, and ${AGAIN}`,
    ]);
    expect(loadConfig(project.path("config"), NOW).instances).toHaveLength(1);
  });

  test("in the other application's place, and the other way round", () => {
    project.write(
      "config/workshop.yaml",
      whole(
        ARN,
        "applications:",
        "  agent: { samlMetadataFile: metadata/admin.xml }",
        "  admin: { samlMetadataFile: metadata/agent.xml }",
      ),
    );
    expect(told()).toEqual([
      'error: config/workshop.yaml:3:30 applications.agent.samlMetadataFile: "metadata/admin.xml" carries the name of the application admin, whose "metadata/agent.xml" carries this one\'s: the two are swapped; swap them back, or rename the files if they are right',
      'error: config/workshop.yaml:4:30 applications.admin.samlMetadataFile: "metadata/agent.xml" carries the name of the application agent, whose "metadata/admin.xml" carries this one\'s: the two are swapped; swap them back, or rename the files if they are right',
    ]);
  });

  test("that carries the name of an application without a file is a warning only", () => {
    project.write(
      "config/workshop.yaml",
      whole(
        ARN,
        "applications:",
        "  agent: { samlMetadataFile: metadata/admin.xml }",
        "  admin: {}",
      ),
    );
    expect(told()).toEqual([
      'warning: config/workshop.yaml:3:30 applications.agent.samlMetadataFile: "metadata/admin.xml" carries the name of the application admin; make sure that it is not that one\'s file',
    ]);
    expect(loadConfig(project.path("config"), NOW).instances).toHaveLength(1);
  });

  test("that carries the name of an application with a file of another name is a warning only", () => {
    project
      .write("config/metadata/other.xml", project.read("config/metadata/agent.xml"))
      .write(
        "config/workshop.yaml",
        whole(
          ARN,
          "applications:",
          "  agent: { samlMetadataFile: metadata/admin.xml }",
          "  admin: { samlMetadataFile: metadata/other.xml }",
        ),
      );
    expect(told()).toEqual([
      'warning: config/workshop.yaml:3:30 applications.agent.samlMetadataFile: "metadata/admin.xml" carries the name of the application admin; make sure that it is not that one\'s file',
    ]);
    expect(loadConfig(project.path("config"), NOW).instances).toHaveLength(1);
  });

  test("that is a sample of this project's is a warning only, in a real account", () => {
    const application = "applications: { agent: { samlMetadataFile: metadata/agent.xml } }";
    project.write("config/workshop.yaml", whole(OTHER_ACCOUNT, application));
    expect(told()).toEqual([
      "warning: config/workshop.yaml:2:44 applications.agent.samlMetadataFile: \"metadata/agent.xml\" is a sample of this project's, with which nobody can sign in; save your application's metadata file in its place, or remove this line until you have it",
    ]);
    expect(loadConfig(project.path("config"), NOW).instances).toHaveLength(1);
  });

  test("that is a sample of this project's is fine in the account 123456789012", () => {
    const application = "applications: { agent: { samlMetadataFile: metadata/agent.xml } }";
    project.write("config/workshop.yaml", whole(ARN, application));
    expect(told()).toEqual([]);
  });

  test("whose name has two lines is told in one", () => {
    project.write("config/workshop.yaml", agent('samlMetadataFile: "metadata/ag\\nent.xml"'));
    expect(told()).toEqual([
      'error: config/workshop.yaml:4:23 applications.agent.samlMetadataFile: "metadata/ag\\nent.xml" does not exist (config/metadata/ag\\u{a}ent.xml); save the application\'s metadata file there, or remove this line to give it to Terraform as a variable',
    ]);
  });

  test("given to two applications", () => {
    project.write(
      "config/workshop.yaml",
      whole(
        ARN,
        "applications:",
        "  agent: { samlMetadataFile: metadata/agent.xml }",
        "  admin: { samlMetadataFile: metadata/agent.xml }",
      ),
    );
    expect(told()).toEqual([
      'error: config/workshop.yaml:4:30 applications.admin.samlMetadataFile: "metadata/agent.xml" is the same document as that of applications.agent ("metadata/agent.xml"): https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy01YTNjMWU5ZjcwYjJkODQ2; each application has one of its own; download this application\'s file',
    ]);
  });

  test("with the entity ID of another application's file", () => {
    const certificate = /X509Certificate>([^<]+)</.exec(
      project.read("config/metadata/admin.xml"),
    )?.[1];
    const twin = metadataWith({
      application: "123456789012_ins-5a3c1e9f70b2d846",
      certificate: certificate ?? "",
    });
    project
      .write("config/metadata/admin.xml", twin)
      .write(
        "config/workshop.yaml",
        whole(
          ARN,
          "applications:",
          "  agent: { samlMetadataFile: metadata/agent.xml }",
          "  admin: { samlMetadataFile: metadata/admin.xml }",
        ),
      );
    expect(told()).toEqual([
      'error: config/workshop.yaml:4:30 applications.admin.samlMetadataFile: "metadata/admin.xml" has the entity ID of applications.agent ("metadata/agent.xml"): https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy01YTNjMWU5ZjcwYjJkODQ2; each application has one of its own; download this application\'s file',
    ]);
  });

  test("given to applications of two instances", () => {
    const application = "applications: { agent: { samlMetadataFile: metadata/agent.xml } }";
    project
      .write("config/berlin.yaml", whole(ARN, application))
      .write("config/london.yaml", whole(OTHER_ACCOUNT, application));
    expect(told()).toEqual([
      'error: config/london.yaml:2:44 applications.agent.samlMetadataFile: "metadata/agent.xml" is the same document as that of applications.agent in config/berlin.yaml ("metadata/agent.xml"): https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIzNDU2Nzg5MDEyX2lucy01YTNjMWU5ZjcwYjJkODQ2; each application has one of its own; download this application\'s file',
      "warning: config/london.yaml:2:44 applications.agent.samlMetadataFile: \"metadata/agent.xml\" is a sample of this project's, with which nobody can sign in; save your application's metadata file in its place, or remove this line until you have it",
    ]);
  });
});

describe("A warning does not keep the instance from being made", () => {
  test("an instance ID that is no UUID", () => {
    project.write(
      "config/workshop.yaml",
      whole("instanceArn: arn:aws:connect:us-east-1:123456789012:instance/my-instance", ONE),
    );
    expect(told()).toEqual([
      'warning: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:us-east-1:123456789012:instance/my-instance" ends in "my-instance", which is not a UUID as real instance IDs are; a wrong ID gives a 404 after sign-in, so compare it with the console',
    ]);
    expect(loadConfig(project.path("config"), NOW).instances).toHaveLength(1);
  });

  test.each([
    ["/connect/ccp", "/ccp-v2"],
    ["/connect/ccp?a=b", "/ccp-v2?a=b"],
    ["/connect/agent-app-v2", "/agent-app-v2"],
    ["/connect", "/"],
    ["/connect?x=1", "/?x=1"],
  ])("a page of the old domain, %s, on the new one", (given, meant) => {
    project.write("config/workshop.yaml", agent("newDomain: true", `destination: ${given}`));
    expect(told()).toEqual([
      `warning: config/workshop.yaml:5:18 applications.agent.destination: "${given}" starts with /connect, which pages of the new domain do not; write "${meant}"`,
    ]);
    expect(loadConfig(project.path("config"), NOW).instances).toHaveLength(1);
  });
});

describe("A role for all", () => {
  const applications = (count: number) => [
    "applications:",
    ...Array.from({ length: count }, (_, i) => `  team${String(i + 10)}: {}`),
  ];

  test("whose trust policy grows longer than IAM takes is told", () => {
    project.write("config/workshop.yaml", whole(ARN, "roles: shared", ...applications(28)));
    expect(told()).toEqual([
      'error: config/workshop.yaml:2:8 roles: "shared" lets one role trust 28 SAML providers in a policy of 2,104 characters; IAM takes 2,048; use separate roles, or shorten samlProviderName',
    ]);
    expect(loadConfig(project.path("config"), NOW).instances).toEqual([]);
  });

  test("may trust one application fewer", () => {
    project.write("config/workshop.yaml", whole(ARN, "roles: shared", ...applications(27)));
    expect(told()).toEqual([]);
  });

  test("is what makes them too many: each can have its own", () => {
    project.write("config/workshop.yaml", whole(ARN, ...applications(28)));
    expect(told()).toEqual([]);
    expect(loadConfig(project.path("config"), NOW).instances).toHaveLength(1);
  });
});

describe("The config folder", () => {
  test("that is missing", () => {
    expect(told("settings")).toEqual([
      "error: settings does not exist; write settings/<instance>.yaml, or name another file or folder in CONNECT_SSO_CONFIG",
    ]);
  });

  test("that is a file's name, and missing", () => {
    expect(told("config/nope.yaml")).toEqual([
      "error: config/nope.yaml does not exist; write it, or name another file or folder in CONNECT_SSO_CONFIG",
    ]);
  });

  test("that is said to be in a file", () => {
    project.write("config/workshop.yaml", top());
    expect(told("config/workshop.yaml/nope.yml")).toEqual([
      "error: config/workshop.yaml/nope.yml does not exist; write it, or name another file or folder in CONNECT_SSO_CONFIG",
    ]);
    expect(told("config/workshop.yaml/more")).toEqual([
      "error: config/workshop.yaml/more does not exist; write config/workshop.yaml/more/<instance>.yaml, or name another file or folder in CONNECT_SSO_CONFIG",
    ]);
  });

  test("whose name has two lines is told in one", () => {
    expect(told("set\ntings")).toEqual([
      "error: set\\u{a}tings does not exist; write set\\u{a}tings/<instance>.yaml, or name another file or folder in CONNECT_SSO_CONFIG",
    ]);
  });

  test("that has no YAML files", () => {
    project.write("config/README.md", "To do");
    expect(told()).toEqual([
      "error: config is a folder without config files; write config/<instance>.yaml, or name another file or folder in CONNECT_SSO_CONFIG",
    ]);
  });

  test.each([
    ["my instance.yaml", "my instance"],
    ["-emea.yaml", "-emea"],
    ["contact.center.yml", "contact.center"],
  ])("with the file %s, which cannot name an instance", (file, name) => {
    project.write(`config/${file}`, top());
    expect(told()).toEqual([
      `error: config/${file} names the instance "${name}"; a name takes letters, digits, _ and - (1 to 64 characters, a letter or digit first); rename the file`,
    ]);
  });

  test.each([
    ["a line break", "my\ninstance.yaml", "my\\u{a}instance.yaml", "my\\ninstance"],
    [
      "a turn of direction",
      "my\u202Einstance.yaml",
      "my\\u{202e}instance.yaml",
      "my\\u{202e}instance",
    ],
  ])("with a file whose name has %s, told in one line", (_, file, shown, name) => {
    project.write(`config/${file}`, top());
    expect(told()).toEqual([
      `error: config/${shown} names the instance "${name}"; a name takes letters, digits, _ and - (1 to 64 characters, a letter or digit first); rename the file`,
    ]);
  });

  test("with two files of one name", () => {
    project
      .write("config/workshop.yaml", top())
      .write("config/workshop.yml", whole(OTHER_ACCOUNT, ONE));
    expect(told()).toEqual([
      "error: config/workshop.yml names the same instance as config/workshop.yaml; rename one of the two",
    ]);
  });

  test("has the problems of all its files told, errors first, each by its place", () => {
    project
      .write("config/c.yaml", "- agent\n")
      .write(
        "config/b.yaml",
        agent("newDomain: true", "destination: /connect/ccp", "sessionDuration: 13h"),
      )
      .write(
        "config/a.yaml",
        whole(
          "region: us-west-2",
          OTHER_ACCOUNT,
          "applications:",
          "  team-lead: { roleName: My Role, samlMetadataFile: metadata/lead.xml }",
          "protect: yes",
          'tags: { team: 1, "aws:team": lead }',
        ),
      );
    expect(told()).toEqual([
      'error: config/a.yaml:1:1 region: "region" is read off instanceArn and contradicts it: "us-west-2" here, "us-east-1" there; remove this line',
      'error: config/a.yaml:4:3 applications.team-lead: "team-lead" has "-"; an application\'s key takes letters, digits and _, as it becomes part of Terraform names (1 to 32 characters); write "team_lead"',
      'error: config/a.yaml:4:26 applications.team-lead.roleName: "My Role" has a blank; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "My-Role"',
      'error: config/a.yaml:4:53 applications.team-lead.samlMetadataFile: "metadata/lead.xml" does not exist (config/metadata/lead.xml); save the application\'s metadata file there, or remove this line to give it to Terraform as a variable',
      'error: config/a.yaml:5:10 protect: "yes" is text; it takes true or false; write true',
      "error: config/a.yaml:6:15 tags.team: 1 is a number; it takes text; put it in quotes",
      'error: config/a.yaml:6:18 tags.aws:team: "aws:team" starts with "aws:", which AWS keeps for itself; rename the tag',
      'error: config/b.yaml:6:22 applications.agent.sessionDuration: "13h" is longer than 12 hours, when Connect ends every session; a session lasts 15m to 12h, written as 12h, 90m or 1h30m',
      "error: config/c.yaml:1:1 is a list; it takes a mapping of keys to values; write it so",
      'warning: config/b.yaml:5:18 applications.agent.destination: "/connect/ccp" starts with /connect, which pages of the new domain do not; write "/ccp-v2"',
    ]);
  });
});
