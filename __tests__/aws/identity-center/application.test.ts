import {
  APPLICATION_ARN_PATTERN,
  applicationArnProblem,
  identityCenterArn,
  issuerRegion,
} from "../../../modules/aws/identity-center";

const ARN = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef";

describe("an application's ARN is taken", () => {
  test.each([
    ["as the console shows it", ARN],
    [
      "in GovCloud",
      "arn:aws-us-gov:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef",
    ],
    [
      "of an instance without sso before ins",
      "arn:aws:sso::123456789012:application/ins-1234567890abcdef/apl-1234567890abcdef",
    ],
    [
      "with capitals, and with dots and dashes in the instance's ID",
      "arn:aws:sso::123456789012:application/ssoins-1.34-67890ABCDEF/apl-ABCDEFghijKLMNOP",
    ],
  ])("%s", (_, arn) => {
    expect(applicationArnProblem(arn)).toBeUndefined();
    expect(APPLICATION_ARN_PATTERN.test(arn)).toBe(true);
  });
});

describe("an application's ARN is refused", () => {
  test.each([
    ["that is empty", ""],
    ["that is the application's ID alone", "apl-1234567890abcdef"],
    ["that is the Identity Center instance's", "arn:aws:sso:::instance/ssoins-1234567890abcdef"],
    ["with a space after it", `${ARN} `],
    ["with a line end after it", `${ARN}\n`],
    ["with a slash after it", `${ARN}/`],
    ["with a quote before it", `"${ARN}`],
    ["with a region", ARN.replace("sso::", "sso:us-east-1:")],
    ["without an account", ARN.replace("123456789012", "")],
    ["with an account of eleven digits", ARN.replace("123456789012", "12345678901")],
    ["of the China partition", ARN.replace("arn:aws:", "arn:aws-cn:")],
    ["of another service", ARN.replace(":sso:", ":iam:")],
    ["of a permission set", ARN.replace("application", "permissionSet")],
    ["whose instance's ID has 15 characters", ARN.replace("ssoins-1", "ssoins-")],
    ["whose application's ID has 15 characters", ARN.replace("apl-1", "apl-")],
    ["whose application's ID has 17 characters", `${ARN}0`],
    ["whose application's ID has a dash", ARN.replace("apl-1", "apl--")],
  ])("%s", (_, arn) => {
    expect(applicationArnProblem(arn)).toBe(
      "is not the ARN of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>); copy it from the application's page",
    );
  });
});

describe("the Identity Center instance of an application", () => {
  test.each([
    [ARN, "arn:aws:sso:::instance/ssoins-1234567890abcdef"],
    [
      "arn:aws-us-gov:sso::123456789012:application/ins-abcdef1234567890/apl-1234567890abcdef",
      "arn:aws-us-gov:sso:::instance/ins-abcdef1234567890",
    ],
  ])("of %s has the ARN %s", (application, instance) => {
    expect(identityCenterArn(application)).toBe(instance);
  });
});

describe("the region that issued metadata", () => {
  test.each([
    ["https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIz", "us-east-1"],
    ["https://portal.sso.ap-southeast-2.amazonaws.com/saml/assertion/MTIz", "ap-southeast-2"],
    ["https://portal.sso.us-gov-west-1.amazonaws.com/saml/assertion/MTIz", "us-gov-west-1"],
  ])("is read off %s", (entityId, region) => {
    expect(issuerRegion(entityId)).toBe(region);
  });

  test.each([
    [
      "of another identity provider",
      "https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/",
    ],
    ["without https", "http://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTIz"],
    ["without a region", "https://portal.sso.amazonaws.com/saml/assertion/MTIz"],
    [
      "of a host that only starts like Amazon's",
      "https://portal.sso.us-east-1.amazonaws.com.example.org/saml/assertion/MTIz",
    ],
    [
      "that names Amazon's host behind another",
      "https://example.org/https://portal.sso.us-east-1.amazonaws.com/",
    ],
    ["whose region has no number", "https://portal.sso.us-east.amazonaws.com/saml/assertion/MTIz"],
    ["that is empty", ""],
  ])("is not known from an entity ID %s", (_, entityId) => {
    expect(issuerRegion(entityId)).toBeUndefined();
  });
});
