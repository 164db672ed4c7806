import { acsUrls, judgeInstanceArn, parseInstanceArn } from "../../../modules/aws/connect";

const ARN = "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";

describe("an instance ARN", () => {
  test("with a UUID is taken apart without warnings", () => {
    expect(judgeInstanceArn(ARN)).toEqual({
      instance: {
        arn: "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        partition: "aws",
        region: "us-east-1",
        accountId: "123456789012",
        instanceId: "9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        consoleUrl: "https://us-east-1.console.aws.amazon.com",
        signInUrls: ["https://signin.aws.amazon.com/saml"],
        acsUrls: {
          regional: "https://signin.aws.amazon.com/saml",
          global: "https://signin.aws.amazon.com/saml",
        },
        samlAudience: "urn:amazon:webservices",
      },
      errors: [],
      warnings: [],
    });
  });

  test("of the workshop, whose ID is no UUID, is taken with a warning", () => {
    const { instance, errors, warnings } = judgeInstanceArn(
      "arn:aws:connect:us-east-1:257804509653:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fur",
    );
    expect(instance).toMatchObject({
      accountId: "257804509653",
      instanceId: "9690dd9b-3de7-4097-b4d9-67829f7c8fur",
    });
    expect(errors).toEqual([]);
    expect(warnings).toEqual([
      'ends in "9690dd9b-3de7-4097-b4d9-67829f7c8fur", which is not a UUID, unlike the IDs of real instances; a wrong ID leads to a 404 page after sign-in; compare it with the console',
    ]);
  });

  test("may have an ID of 1 to 100 characters", () => {
    const withId = (id: string) =>
      judgeInstanceArn(`arn:aws:connect:us-east-1:123456789012:instance/${id}`).instance;
    expect(withId("a")?.instanceId).toBe("a");
    expect(withId("a".repeat(100))?.instanceId).toBe("a".repeat(100));
    expect(withId("a".repeat(101))).toBeUndefined();
  });

  test("in GovCloud has a console, an endpoint and an audience of GovCloud's own", () => {
    expect(
      judgeInstanceArn(
        "arn:aws-us-gov:connect:us-gov-west-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      ),
    ).toEqual({
      instance: {
        arn: "arn:aws-us-gov:connect:us-gov-west-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        partition: "aws-us-gov",
        region: "us-gov-west-1",
        accountId: "123456789012",
        instanceId: "9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        consoleUrl: "https://console.amazonaws-us-gov.com",
        signInUrls: ["https://signin.amazonaws-us-gov.com/saml"],
        acsUrls: {
          regional: "https://signin.amazonaws-us-gov.com/saml",
          global: "https://signin.amazonaws-us-gov.com/saml",
        },
        samlAudience: "urn:amazon:webservices:govcloud",
      },
      errors: [],
      warnings: [],
    });
  });
});

describe("the sign-in URLs to trust", () => {
  test.each([
    ["us-east-1", ["https://signin.aws.amazon.com/saml"]],
    [
      "us-west-2",
      ["https://signin.aws.amazon.com/saml", "https://us-west-2.signin.aws.amazon.com/saml"],
    ],
    [
      "eu-west-2",
      ["https://signin.aws.amazon.com/saml", "https://eu-west-2.signin.aws.amazon.com/saml"],
    ],
    [
      "ap-southeast-2",
      ["https://signin.aws.amazon.com/saml", "https://ap-southeast-2.signin.aws.amazon.com/saml"],
    ],
  ])("in %s are %j", (region, signInUrls) => {
    const instance = parseInstanceArn(
      `arn:aws:connect:${region}:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca`,
    );
    expect(instance.signInUrls).toEqual(signInUrls);
    expect(instance.consoleUrl).toBe(`https://${region}.console.aws.amazon.com`);
  });
});

describe("the ACS URL of an application", () => {
  const urls = (region: string, endpoint: "regional" | "global", partition = "aws") =>
    acsUrls(
      parseInstanceArn(
        `arn:${partition}:connect:${region}:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca`,
      ),
      endpoint,
    );

  test("is that of the instance's region, or the global one, and the other one works too", () => {
    expect(urls("eu-central-1", "regional")).toEqual({
      acsUrl: "https://eu-central-1.signin.aws.amazon.com/saml",
      otherAcsUrl: "https://signin.aws.amazon.com/saml",
    });
    expect(urls("eu-central-1", "global")).toEqual({
      acsUrl: "https://signin.aws.amazon.com/saml",
      otherAcsUrl: "https://eu-central-1.signin.aws.amazon.com/saml",
    });
  });

  test.each(["regional", "global"] as const)("is the only one in us-east-1, also as %s", (one) => {
    expect(urls("us-east-1", one)).toEqual({ acsUrl: "https://signin.aws.amazon.com/saml" });
  });

  test.each(["regional", "global"] as const)("is the only one in GovCloud, also as %s", (one) => {
    expect(urls("us-gov-west-1", one, "aws-us-gov")).toEqual({
      acsUrl: "https://signin.amazonaws-us-gov.com/saml",
    });
  });
});

describe("an instance ARN is refused", () => {
  const NOT_AN_ARN =
    "is not an ARN (arn:<partition>:connect:<region>:<account>:instance/<id>); copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)";

  test.each([
    ["when it is empty", "", NOT_AN_ARN],
    ["when it is one space", " ", NOT_AN_ARN],
    ["when it holds only spaces", "\t \u00a0\r\n", NOT_AN_ARN],
    ["when it is the bare ID", "9690dd9b-3de7-4097-b4d9-67829f7c8fca", NOT_AN_ARN],
    ["when it is the access URL", "https://example.my.connect.aws/", NOT_AN_ARN],
    ["when it is quoted", `"${ARN}"`, NOT_AN_ARN],
    [
      "with a space before it",
      ` ${ARN}`,
      "has spaces around it; write arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    ],
    [
      "with a line end after it",
      `${ARN}\n`,
      "has spaces around it; write arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    ],
    [
      "when it is of another service",
      "arn:aws:s3:::my-bucket",
      'is an ARN of the service "s3", not of Amazon Connect (arn:<partition>:connect:<region>:<account>:instance/<id>); copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "when it stops before the service",
      "arn:aws",
      "is an ARN without a service, not of Amazon Connect (arn:<partition>:connect:<region>:<account>:instance/<id>); copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)",
    ],
    [
      "in the China partition",
      "arn:aws-cn:connect:cn-north-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'is in the China partition "aws-cn", where Amazon Connect is not offered; it is offered in aws and aws-us-gov',
    ],
    [
      "in an unknown partition",
      "arn:amazon:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'is in the partition "amazon"; Amazon Connect is offered in aws and aws-us-gov',
    ],
    [
      "in a partition that is a word of JavaScript",
      "arn:constructor:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'is in the partition "constructor"; Amazon Connect is offered in aws and aws-us-gov',
    ],
    [
      "when a GovCloud region stands in the commercial partition",
      "arn:aws:connect:us-gov-west-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'has the region "us-gov-west-1"; in the partition "aws", Amazon Connect is offered in a commercial region such as us-east-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "when a China region stands in the commercial partition",
      "arn:aws:connect:cn-north-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'has the region "cn-north-1"; in the partition "aws", Amazon Connect is offered in a commercial region such as us-east-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "when a region of the partition aws-iso stands in the commercial one",
      "arn:aws:connect:us-iso-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'has the region "us-iso-east-1"; in the partition "aws", Amazon Connect is offered in a commercial region such as us-east-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "when a region of the partition aws-iso-b stands in the commercial one",
      "arn:aws:connect:us-isob-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'has the region "us-isob-east-1"; in the partition "aws", Amazon Connect is offered in a commercial region such as us-east-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "when a region of the partition aws-iso-e stands in the commercial one",
      "arn:aws:connect:eu-isoe-west-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'has the region "eu-isoe-west-1"; in the partition "aws", Amazon Connect is offered in a commercial region such as us-east-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "when a region of the partition aws-iso-f stands in the commercial one",
      "arn:aws:connect:us-isof-south-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'has the region "us-isof-south-1"; in the partition "aws", Amazon Connect is offered in a commercial region such as us-east-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "when a region of the partition aws-eusc stands in the commercial one",
      "arn:aws:connect:eusc-de-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'has the region "eusc-de-east-1"; in the partition "aws", Amazon Connect is offered in a commercial region such as us-east-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "when it names no region",
      "arn:aws:connect::123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      "has no region (arn:<partition>:connect:<region>:<account>:instance/<id>); copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)",
    ],
    [
      "when it names no region in GovCloud",
      "arn:aws-us-gov:connect::123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      "has no region (arn:<partition>:connect:<region>:<account>:instance/<id>); copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)",
    ],
    [
      "when a commercial region stands in the GovCloud partition",
      "arn:aws-us-gov:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'has the region "us-east-1"; in the partition "aws-us-gov", Amazon Connect is offered in us-gov-west-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "in us-gov-east-1, which has no Amazon Connect",
      "arn:aws-us-gov:connect:us-gov-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'has the region "us-gov-east-1"; in the partition "aws-us-gov", Amazon Connect is offered in us-gov-west-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "when its account has eleven digits",
      "arn:aws:connect:us-east-1:12345678901:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'has the account ID "12345678901"; an account ID has twelve digits; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "when its account has thirteen digits",
      "arn:aws:connect:us-east-1:1234567890123:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'has the account ID "1234567890123"; an account ID has twelve digits; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "when its account is written with dashes",
      "arn:aws:connect:us-east-1:1234-5678-9012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      'has the account ID "1234-5678-9012"; an account ID has twelve digits; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with a slash at the end",
      `${ARN}/`,
      "has a slash after the instance ID; write arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    ],
    [
      "when it is a user's",
      `${ARN}/user/4e8ee3a0`,
      'has "/user/4e8ee3a0" after the instance ID; write arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca',
    ],
    [
      "when it is the resource of a permission policy",
      `${ARN}/user/\${aws:userid}`,
      'has "/user/${aws:userid}" after the instance ID; write arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca',
    ],
    [
      "without an ID",
      "arn:aws:connect:us-east-1:123456789012:instance/",
      'ends in "instance/" instead of instance/<id>; an ID has 1 to 100 letters, digits and dashes; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "when it names a phone number",
      "arn:aws:connect:us-east-1:123456789012:phone-number/9690dd9b",
      'ends in "phone-number/9690dd9b" instead of instance/<id>; an ID has 1 to 100 letters, digits and dashes; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with a space in the ID",
      "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b 3de7",
      'ends in "instance/9690dd9b 3de7" instead of instance/<id>; an ID has 1 to 100 letters, digits and dashes; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with a query in the ID",
      "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b?x=1#y",
      'ends in "instance/9690dd9b?x=1#y" instead of instance/<id>; an ID has 1 to 100 letters, digits and dashes; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with an underscore in the ID",
      "arn:aws:connect:us-east-1:123456789012:instance/9690_dd9b",
      'ends in "instance/9690_dd9b" instead of instance/<id>; an ID has 1 to 100 letters, digits and dashes; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with a wildcard for the ID",
      "arn:aws:connect:us-east-1:123456789012:instance/*",
      'ends in "instance/*" instead of instance/<id>; an ID has 1 to 100 letters, digits and dashes; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with a letter outside ASCII in the ID",
      "arn:aws:connect:us-east-1:123456789012:instance/büro",
      'ends in "instance/büro" instead of instance/<id>; an ID has 1 to 100 letters, digits and dashes; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
    [
      "with an ID that its user's part does not make good",
      "arn:aws:connect:us-east-1:123456789012:instance/a.b/user/c",
      'ends in "instance/a.b/user/c" instead of instance/<id>; an ID has 1 to 100 letters, digits and dashes; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ],
  ])("%s", (_, arn, error) => {
    expect(judgeInstanceArn(arn)).toEqual({ errors: [error], warnings: [] });
  });

  test("with all that is wrong, not the first fault alone", () => {
    expect(
      judgeInstanceArn("arn:aws:connect:us-gov-west-1:1234:instance/9690dd9b/").errors,
    ).toEqual([
      'has the region "us-gov-west-1"; in the partition "aws", Amazon Connect is offered in a commercial region such as us-east-1; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
      'has the account ID "1234"; an account ID has twelve digits; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
      "has a slash after the instance ID; write arn:aws:connect:us-gov-west-1:1234:instance/9690dd9b",
    ]);
    expect(judgeInstanceArn("arn:aws-cn:connect:cn-north-1::instance").errors).toEqual([
      'is in the China partition "aws-cn", where Amazon Connect is not offered; it is offered in aws and aws-us-gov',
      'has the account ID ""; an account ID has twelve digits; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
      'ends in "instance" instead of instance/<id>; an ID has 1 to 100 letters, digits and dashes; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
    ]);
  });
});

describe("parseInstanceArn", () => {
  test("gives what stands in the ARN", () => {
    expect(parseInstanceArn(ARN)).toMatchObject({
      region: "us-east-1",
      instanceId: "9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    });
  });

  test("throws one error that quotes the ARN and tells every fault", () => {
    expect(() => parseInstanceArn("arn:amazon:connect:us-east-1:1234:instance/9690dd9b")).toThrow(
      new Error(
        'instanceArn: "arn:amazon:connect:us-east-1:1234:instance/9690dd9b" is in the partition "amazon"; Amazon Connect is offered in aws and aws-us-gov; has the account ID "1234"; an account ID has twelve digits; copy the Instance ARN from the Amazon Connect console (choose the instance, Account overview)',
      ),
    );
  });
});
