import {
  instanceOfPermissionSet,
  isoDuration,
  permissionSetRelayStateProblem,
  portalUrlProblem,
  shortcutLink,
} from "../../../modules/aws/identity-center";

test.each([
  [43_200, "PT12H"],
  [3_600, "PT1H"],
  [5_400, "PT1H30M"],
])("%s seconds are %s in ISO 8601", (seconds, written) => {
  expect(isoDuration(seconds)).toBe(written);
});

test("a shortcut link names account, role and page, whether the portal's address ends in a slash or not", () => {
  const target = {
    accountId: "123456789012",
    permissionSet: "Agents+1",
    destination:
      "https://us-east-1.console.aws.amazon.com/connect/federate/9690?destination=%2Fccp-v2",
  };
  const link =
    "https://example.awsapps.com/start/#/console?account_id=123456789012&role_name=Agents%2B1&destination=https%3A%2F%2Fus-east-1.console.aws.amazon.com%2Fconnect%2Ffederate%2F9690%3Fdestination%3D%252Fccp-v2";
  expect(shortcutLink("https://example.awsapps.com/start", target)).toBe(link);
  expect(shortcutLink("https://example.awsapps.com/start/", target)).toBe(link);
});

test("a relay state of 240 characters is fine, and one of 241 is not", () => {
  expect(permissionSetRelayStateProblem("x".repeat(240))).toBeUndefined();
  expect(permissionSetRelayStateProblem("x".repeat(241))).toBe(
    "leads to a relay state of 241 characters; a permission set takes at most 240; shorten the destination, or sign in through an application",
  );
  expect(permissionSetRelayStateProblem("https://example.com/^")).toBe(
    "leads to a relay state with characters that a permission set does not take; choose another destination, or sign in through an application",
  );
});

test("the address of a portal is an https URL without a fragment", () => {
  expect(portalUrlProblem("https://d-1234567890.awsapps.com/start")).toBeUndefined();
  expect(
    portalUrlProblem("https://start.us-gov-home.awsapps.com/directory/d-1234567890"),
  ).toBeUndefined();
  expect(portalUrlProblem("https://d-1234567890.awsapps.com/start/#/")).toMatch(
    /^is not the address of an access portal/,
  );
});

test("the ARN of a permission set names its Identity Center instance, in every partition", () => {
  expect(
    instanceOfPermissionSet(
      "arn:aws-us-gov:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef",
    ),
  ).toBe("arn:aws-us-gov:sso:::instance/ssoins-1234567890abcdef");
});
