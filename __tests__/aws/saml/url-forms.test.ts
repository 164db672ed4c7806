import { federationUrl, isConsoleUrl, signInUrl } from "../../../modules/aws/saml";

const ID = "9690dd9b-3de7-4097-b4d9-67829f7c8fca";

describe("a URL that AWS takes SAML responses at", () => {
  test.each([
    ["https://signin.aws.amazon.com/saml", "global", "us-east-1"],
    ["https://us-east-1.signin.aws.amazon.com/saml", "regional", "us-east-1"],
    ["https://eu-west-2.signin.aws.amazon.com/saml", "regional", "eu-west-2"],
    ["https://signin.aws.amazon.com/static/saml", "static", "us-east-1"],
    ["https://eu-west-2.signin.aws.amazon.com/saml/acs/SAMLSPA1B2C3", "encrypted", "eu-west-2"],
    ["https://signin.amazonaws-us-gov.com/saml", "govCloud", "us-gov-west-1"],
    ["https://us-gov-east-1.signin.amazonaws-us-gov.com/saml", "govCloud", "us-gov-east-1"],
    [
      `https://${ID}.eu-central-1.sign-in.connect.aws/saml?role=Agent&destination=%2Fccp-v2`,
      "globalResiliency",
      "eu-central-1",
    ],
  ])("is %s", (url, form, region) => {
    expect(signInUrl(url)).toMatchObject({ form, region });
  });

  test.each([
    "http://signin.aws.amazon.com/saml",
    "https://signin.aws.amazon.com/saml/",
    "https://signin.aws.amazon.com.example.com/saml",
    "https://us-gov-west-1.signin.aws.amazon.com/saml",
    `https://${ID}.us-east-1.sign-in.connect.aws.example.com/saml`,
    "https://example.com/saml",
    "",
  ])("is not known to be %j", (url) => {
    expect(signInUrl(url)).toBeUndefined();
  });
});

describe("the sign-in page of Amazon Connect", () => {
  test.each([
    [`https://eu-west-2.console.aws.amazon.com/connect/federate/${ID}?x=1`, "eu-west-2"],
    [`https://console.aws.amazon.com/connect/federate/${ID}`, "us-east-1"],
    [`https://console.amazonaws-us-gov.com/connect/federate/${ID}`, "us-gov-west-1"],
    [`https://us-gov-west-1.console.amazonaws-us-gov.com/connect/federate/${ID}`, "us-gov-west-1"],
  ])("is %s", (url, region) => {
    expect(federationUrl(new URL(url))).toMatchObject({ region, instanceId: ID });
    expect(isConsoleUrl(new URL(url))).toBe(true);
  });

  test.each([
    ["https://eu-west-2.console.aws.amazon.com/connect/home", true],
    [`https://eu-west-2.console.aws.amazon.com/connect/federate/${ID}/`, true],
    [`https://console.aws.amazon.com.example.com/connect/federate/${ID}`, false],
    [`http://console.aws.amazon.com/connect/federate/${ID}`, false],
  ])("is not %s", (url, isConsole) => {
    expect(federationUrl(new URL(url))).toBeUndefined();
    expect(isConsoleUrl(new URL(url))).toBe(isConsole);
  });
});
