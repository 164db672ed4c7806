import { agent, ARN, ONE, testReports, top, whole } from "../../support/config";

describe("A mistake in keys is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a key with different upper and lower case is reported with the right ones",
      top("rolepath: /connect/"),
      'error: config/workshop.yaml:3:1 rolepath: "rolepath" is not a key here; did you mean rolePath?',
    ],
    [
      "a misspelt key is reported with the key that was meant",
      top("permisions: {}"),
      'error: config/workshop.yaml:3:1 permisions: "permisions" is not a key here; did you mean permission?',
    ],
    [
      "a key that resembles none is reported with all that there are",
      top("saml: true"),
      'error: config/workshop.yaml:3:1 saml: "saml" is not a key here; the keys are instanceArn, applications, signInEndpoint, permission, roles, sharedRoleName, namePrefix, rolePath, permissionsBoundary, protect, adopt, identityCenter, roleSessionName, users, usersFrom, usersManagedBy, maxRemovals, backend, tags; remove it',
    ],
    [
      "a misspelt key of an application",
      agent("samlMetadatafile: metadata/agent.xml"),
      'error: config/workshop.yaml:4:5 applications.agent.samlMetadatafile: "samlMetadatafile" is not a key here; did you mean samlMetadataFile?',
    ],
    [
      "a key of another place, inside an application",
      agent("namePrefix: EMEA-"),
      'error: config/workshop.yaml:4:5 applications.agent.namePrefix: "namePrefix" is not a key here; it is one of the whole config; write it without indentation',
    ],
    [
      "a key of an application, outside of it",
      top("samlMetadataFile: metadata/agent.xml"),
      'error: config/workshop.yaml:3:1 samlMetadataFile: "samlMetadataFile" is not a key here; it belongs to an application; indent it below the application\'s own key',
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
      'error: config/workshop.yaml:4:1 constructor: "constructor" is not a key here; the keys are instanceArn, applications, signInEndpoint, permission, roles, sharedRoleName, namePrefix, rolePath, permissionsBoundary, protect, adopt, identityCenter, roleSessionName, users, usersFrom, usersManagedBy, maxRemovals, backend, tags; remove it',
    ],
    [
      "a key of two lines",
      top('"role\\npath": /connect/'),
      'error: config/workshop.yaml:3:1 role\\u{a}path: "role\\npath" is not a key here; did you mean rolePath?',
    ],
    [
      "a key with half of a surrogate pair",
      top('"role\\ud800path": /connect/'),
      'error: config/workshop.yaml:3:1 role\\u{d800}path: "role\\ud800path" is not a key here; did you mean rolePath?',
    ],
    [
      "region, which the ARN has already",
      top("region: us-east-1"),
      'error: config/workshop.yaml:3:1 region: "region" is taken from instanceArn; remove this line',
    ],
    [
      "region that contradicts the ARN",
      top("region: us-west-2"),
      'error: config/workshop.yaml:3:1 region: "region" is taken from instanceArn and contradicts it: "us-west-2" here, "us-east-1" there; remove this line',
    ],
    [
      "accountId, which the ARN has already",
      top('accountId: "123456789012"'),
      'error: config/workshop.yaml:3:1 accountId: "accountId" is taken from instanceArn; remove this line',
    ],
    [
      "accountId that contradicts the ARN",
      top('accountId: "210987654321"'),
      'error: config/workshop.yaml:3:1 accountId: "accountId" is taken from instanceArn and contradicts it: "210987654321" here, "123456789012" there; remove this line',
    ],
    [
      "accountId without quotes, which YAML takes as a number",
      top("accountId: 123456789012"),
      'error: config/workshop.yaml:3:1 accountId: "accountId" is taken from instanceArn; remove this line',
    ],
    [
      "accountId without quotes, whose first zero YAML drops",
      whole(
        ARN.replace("123456789012", "012345678901"),
        "applications: { agent: {} }",
        "accountId: 012345678901",
      ),
      'error: config/workshop.yaml:3:1 accountId: "accountId" is taken from instanceArn; remove this line',
    ],
    [
      "accountId without quotes that contradicts the ARN",
      top("accountId: 210987654321"),
      'error: config/workshop.yaml:3:1 accountId: "accountId" is taken from instanceArn and contradicts it: 210987654321 here, "123456789012" there; remove this line',
    ],
    [
      "partition that contradicts the ARN",
      top("partition: aws-us-gov"),
      'error: config/workshop.yaml:3:1 partition: "partition" is taken from instanceArn and contradicts it: "aws-us-gov" here, "aws" there; remove this line',
    ],
  ]);
});

describe("A mistake in types is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a sign-in endpoint with different upper and lower case",
      `${ARN}\napplications: { agent: {} }\nsignInEndpoint: Global\n`,
      'error: config/workshop.yaml:3:17 signInEndpoint: "Global" is not one of regional, global; write global',
    ],
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
      "error: config/workshop.yaml:4:18 applications.agent.destination: is a list; it takes text; write it in that form",
    ],
    [
      "a mapping where text belongs",
      agent("samlMetadataFile: { agent: metadata/agent.xml }"),
      "error: config/workshop.yaml:4:23 applications.agent.samlMetadataFile: is a mapping; it takes text; write it in that form",
    ],
    [
      "null where text belongs",
      top("rolePath: ~"),
      "error: config/workshop.yaml:3:11 rolePath: is empty; it takes text; give a value or remove the key",
    ],
    [
      "text where a mapping belongs",
      top("permission: managed"),
      'error: config/workshop.yaml:3:13 permission: "managed" is text; it takes a mapping of keys to values; write it in that form',
    ],
    [
      "true where a mapping belongs",
      top("permission: true"),
      "error: config/workshop.yaml:3:13 permission: true is a boolean; it takes a mapping of keys to values; write it in that form",
    ],
    [
      "a list where a mapping belongs",
      top("tags: [team]"),
      "error: config/workshop.yaml:3:7 tags: is a list; it takes a mapping of keys to values; write it in that form",
    ],
    [
      "nothing where a mapping belongs",
      top("permission:"),
      "error: config/workshop.yaml:3:12 permission: is empty; it takes a mapping of keys to values; give a value or remove the key",
    ],
    [
      "text where an application belongs",
      whole(ARN, "applications:", "  agent: metadata/agent.xml"),
      'error: config/workshop.yaml:3:10 applications.agent: "metadata/agent.xml" is text; it takes a mapping of keys to values; write it in that form',
    ],
    [
      "a list of applications",
      whole(ARN, "applications: [agent, admin]"),
      "error: config/workshop.yaml:2:15 applications: is a list; it takes a mapping of keys to values; write it in that form",
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
      "a choice with different upper and lower case",
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
  ]);
});

describe("A mistake in what must be there is reported in one line, with its place and the fix", () => {
  testReports([
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
      "error: config/workshop.yaml:2:15 applications: has no applications; name at least one, such as agent",
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
      "an empty mapping, both reported",
      whole("{}"),
      "error: config/workshop.yaml:1:1 instanceArn: is missing; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
      "error: config/workshop.yaml:1:1 applications: is missing; name at least one application, such as agent",
    ],
    [
      "neither, both reported",
      whole("protect: true"),
      "error: config/workshop.yaml:1:1 instanceArn: is missing; give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
      "error: config/workshop.yaml:1:1 applications: is missing; name at least one application, such as agent",
    ],
  ]);
});
