import { identityCenterAccount } from "../../../modules/config";
import {
  agent,
  ARN,
  GOVCLOUD,
  load,
  ONE,
  testReports,
  top,
  two,
  whole,
} from "../../support/config";

describe("A mistake in the instance ARN is reported in one line, with its place and the fix", () => {
  testReports([
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
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws-cn:connect:cn-north-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca" is in the China partition "aws-cn", where Amazon Connect is not offered; it is offered in aws and aws-us-gov',
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
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:us-gov-west-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca" has the region "us-gov-west-1"; in the partition "aws", Amazon Connect is offered in a commercial region such as us-east-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with a commercial region in GovCloud",
      whole(
        "instanceArn: arn:aws-us-gov:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        ONE,
      ),
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws-us-gov:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca" has the region "us-east-1"; in the partition "aws-us-gov", Amazon Connect is offered in us-gov-west-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
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
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:us-east-1:12345:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca" has the account ID "12345"; an account ID has twelve digits; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with spaces around it",
      whole(
        'instanceArn: " arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca"',
        ONE,
      ),
      'error: config/workshop.yaml:1:14 instanceArn: " arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca" has spaces around it; write arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca',
    ],
    [
      "that is the bare ID",
      whole("instanceArn: 9690dd9b-3de7-4097-b4d9-67829f7c8fca", ONE),
      'error: config/workshop.yaml:1:14 instanceArn: "9690dd9b-3de7-4097-b4d9-67829f7c8fca" is not an ARN (arn:<partition>:connect:<region>:<account>:instance/<id>); copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with several mistakes, all reported",
      whole("instanceArn: arn:aws:connect:Virginia:123:instance/x/y", ONE),
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:Virginia:123:instance/x/y" has the region "Virginia"; in the partition "aws", Amazon Connect is offered in a commercial region such as us-east-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:Virginia:123:instance/x/y" has the account ID "123"; an account ID has twelve digits; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
      'error: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:Virginia:123:instance/x/y" has "/y" after the instance ID; write arn:aws:connect:Virginia:123:instance/x',
    ],
  ]);
});

describe("A mistake in an application's key is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "an application's key with a dash",
      whole(ARN, "applications:", "  team-lead: {}"),
      'error: config/workshop.yaml:3:3 applications.team-lead: "team-lead" has "-"; an application\'s key takes letters, digits and _, as it becomes part of Terraform names (1 to 32 characters); write "team_lead"',
    ],
    [
      "an application's key with a space",
      whole(ARN, "applications:", "  team lead: {}"),
      'error: config/workshop.yaml:3:3 applications.team lead: "team lead" has a space; an application\'s key takes letters, digits and _, as it becomes part of Terraform names (1 to 32 characters); write "team_lead"',
    ],
    [
      "an application's key that starts with a digit",
      whole(ARN, "applications:", "  2nd_line: {}"),
      'error: config/workshop.yaml:3:3 applications.2nd_line: "2nd_line" does not start with a letter; an application\'s key starts with one, and takes letters, digits and _, as it becomes part of Terraform names (1 to 32 characters); rename it',
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
      'error: config/workshop.yaml:3:3 applications.quality_assurance_supervisors: "quality_assurance_supervisors" leads to the role name "EuropeMiddleEastAfrica-AmazonConnectQualityAssuranceSupervisorsAccessRole", which has 73 characters; an IAM role name has at most 64; set roleName, or shorten the key or namePrefix',
    ],
    [
      "an application's key of two lines",
      whole(ARN, "applications:", '  "team\\nlead": {}'),
      'error: config/workshop.yaml:3:3 applications.team\\u{a}lead: "team\\nlead" has "\\n"; an application\'s key takes letters, digits and _, as it becomes part of Terraform names (1 to 32 characters); write "team_lead"',
    ],
  ]);
});

describe("A mistake in a tag's key is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a tag that AWS keeps for itself",
      top('tags: { "aws:team": x }'),
      'error: config/workshop.yaml:3:9 tags.aws:team: "aws:team" starts with "aws:", which AWS reserves; rename the tag',
    ],
    [
      "the same with different upper and lower case",
      top('tags: { "AWS:team": x }'),
      'error: config/workshop.yaml:3:9 tags.AWS:team: "AWS:team" starts with "aws:", which AWS reserves; rename the tag',
    ],
    [
      "a tag twice, with different upper and lower case",
      top("tags: { Team: a, team: b }"),
      'error: config/workshop.yaml:3:18 tags.team: "team" is the tag "Team" with different upper and lower case, which IAM treats as the same tag; remove one',
    ],
    [
      "a tag key with a character that IAM refuses",
      top("tags: { te*am: a }"),
      'error: config/workshop.yaml:3:9 tags.te*am: "te*am" is not a valid tag key; a tag key has 1 to 128 letters, digits, spaces and _.:/=+-@; rename the tag',
    ],
    [
      "an empty tag key",
      top('tags: { "": a }'),
      'error: config/workshop.yaml:3:9 tags.: "" is not a valid tag key; a tag key has 1 to 128 letters, digits, spaces and _.:/=+-@; rename the tag',
    ],
    [
      "51 tags",
      top("tags:", ...Array.from({ length: 51 }, (_, i) => `  tag${String(i)}: a`)),
      "error: config/workshop.yaml:4:3 tags: has 51 tags; AWS takes up to 50; remove some",
    ],
    [
      "a tag key that turns the reading direction",
      top('tags: { "te\\u202Eam": a }'),
      'error: config/workshop.yaml:3:9 tags.te\\u{202e}am: "te\\u{202e}am" is not a valid tag key; a tag key has 1 to 128 letters, digits, spaces and _.:/=+-@; rename the tag',
    ],
  ]);
});

describe("A setting that contradicts another is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a boundary of another partition",
      top("permissionsBoundary: arn:aws-us-gov:iam::aws:policy/PowerUserAccess"),
      'error: config/workshop.yaml:3:22 permissionsBoundary: "arn:aws-us-gov:iam::aws:policy/PowerUserAccess" is in the partition aws-us-gov, but instanceArn is in aws; both must be in the same partition; copy the right ARN',
    ],
    [
      "a boundary of another account",
      top("permissionsBoundary: arn:aws:iam::210987654321:policy/Boundary"),
      'error: config/workshop.yaml:3:22 permissionsBoundary: "arn:aws:iam::210987654321:policy/Boundary" is a policy of account 210987654321, but the roles are created in 123456789012, the account of instanceArn; name a policy of that account',
    ],
    [
      "an application ARN of another partition",
      agent(
        "applicationArn: arn:aws-us-gov:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef",
      ),
      'error: config/workshop.yaml:4:21 applications.agent.applicationArn: "arn:aws-us-gov:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef" is in the partition aws-us-gov, but instanceArn is in aws; both must be in the same partition; copy the right ARN',
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
    [
      "a GovCloud region beside a commercial instance",
      top("identityCenter: { region: us-gov-west-1 }"),
      'error: config/workshop.yaml:3:27 identityCenter.region: "us-gov-west-1" is not a region of the partition aws, which instanceArn is in; name the region of its Identity Center',
    ],
    [
      "a region of China beside a commercial instance",
      top("identityCenter: { region: cn-north-1 }"),
      'error: config/workshop.yaml:3:27 identityCenter.region: "cn-north-1" is not a region of the partition aws, which instanceArn is in; name the region of its Identity Center',
    ],
    [
      "a commercial region beside a GovCloud instance",
      whole(GOVCLOUD, ONE, "identityCenter: { region: us-east-1 }"),
      'error: config/workshop.yaml:3:27 identityCenter.region: "us-east-1" is not a region of the partition aws-us-gov, which instanceArn is in; name the region of its Identity Center',
    ],
  ]);
});

it("takes the account of a delegated administrator, which is not that in the ARNs of applications", () => {
  const { instances, reported } = load(
    agent(
      "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
    ) + 'identityCenter: { accountId: "210987654321", region: us-east-1 }\n',
  );
  expect(reported).toEqual([]);
  expect(instances.map(identityCenterAccount)).toEqual(["210987654321"]);
});

describe("A mistake in Identity Center's account and instance is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "applications of two accounts, in one Identity Center",
      two(
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
        "applicationArn: arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-2222222222222222",
      ),
      'error: config/workshop.yaml:4:28 applications.admin.applicationArn: "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-2222222222222222" is an application of account 210987654321, but that of applications.agent is one of account 123456789012; an instance\'s applications belong to one Identity Center; copy the right ARN',
    ],
    [
      "applications of two Identity Centers",
      two(
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
        "applicationArn: arn:aws:sso::123456789012:application/ssoins-fedcba0987654321/apl-2222222222222222",
      ),
      'error: config/workshop.yaml:4:28 applications.admin.applicationArn: "arn:aws:sso::123456789012:application/ssoins-fedcba0987654321/apl-2222222222222222" belongs to arn:aws:sso:::instance/ssoins-fedcba0987654321, but that of applications.agent belongs to arn:aws:sso:::instance/ssoins-1234567890abcdef; an instance\'s applications belong to one Identity Center; copy the right ARN',
    ],
    [
      "an application of another partition",
      whole(
        GOVCLOUD,
        "applications:",
        "  agent: { applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111 }",
      ),
      'error: config/workshop.yaml:3:28 applications.agent.applicationArn: "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111" is in the partition aws, but instanceArn is in aws-us-gov; both must be in the same partition; copy the right ARN',
    ],
  ]);
});

describe("An Identity Center may be", () => {
  testReports(
    [
      [
        "an Identity Center in another region of the partition",
        top("identityCenter: { region: eu-central-1 }"),
      ],
      [
        "an Identity Center in the other GovCloud region",
        whole(GOVCLOUD, ONE, "identityCenter: { region: us-gov-east-1 }"),
      ],
      [
        "an Identity Center in another account than the instance's",
        whole(
          ARN,
          "applications: { agent: { applicationArn: arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
          'identityCenter: { accountId: "210987654321" }',
        ),
      ],
    ],
    1,
  );
});

describe("A warning does not keep the instance from being made", () => {
  test("an instance ID that is no UUID", () => {
    const { instances, reported } = load(
      whole("instanceArn: arn:aws:connect:us-east-1:123456789012:instance/my-instance", ONE),
    );
    expect(reported).toEqual([
      'warning: config/workshop.yaml:1:14 instanceArn: "arn:aws:connect:us-east-1:123456789012:instance/my-instance" ends in "my-instance", which is not a UUID, unlike the IDs of real instances; a wrong ID leads to a 404 page after sign-in; compare it with the console',
    ]);
    expect(instances).toHaveLength(1);
  });

  test.each([
    ["/connect/ccp", "/ccp-v2"],
    ["/connect/ccp?a=b", "/ccp-v2?a=b"],
    ["/connect/agent-app-v2", "/agent-app-v2"],
    ["/connect", "/"],
    ["/connect?x=1", "/?x=1"],
  ])("a page of the old domain, %s, on the new one", (given, meant) => {
    const { instances, reported } = load(agent("newDomain: true", `destination: ${given}`));
    expect(reported).toEqual([
      `warning: config/workshop.yaml:5:18 applications.agent.destination: "${given}" starts with /connect; pages of the new domain do not; write "${meant}"`,
    ]);
    expect(instances).toHaveLength(1);
  });
});

describe("A role for all", () => {
  const applications = (count: number) => [
    "applications:",
    ...Array.from({ length: count }, (_, i) => `  team${String(i + 10)}: {}`),
  ];

  test("whose trust policy grows longer than IAM takes is reported", () => {
    const { instances, reported } = load(whole(ARN, "roles: shared", ...applications(28)));
    expect(reported).toEqual([
      'error: config/workshop.yaml:2:8 roles: "shared" lets one role trust 28 SAML providers in a policy of 2,104 characters; IAM takes 2,048; use separate roles, or shorten samlProviderName',
    ]);
    expect(instances).toEqual([]);
  });

  test("may trust one application fewer", () => {
    const { reported } = load(whole(ARN, "roles: shared", ...applications(27)));
    expect(reported).toEqual([]);
  });

  test("is what makes them too many: each can have its own", () => {
    const { instances, reported } = load(whole(ARN, ...applications(28)));
    expect(reported).toEqual([]);
    expect(instances).toHaveLength(1);
  });
});
