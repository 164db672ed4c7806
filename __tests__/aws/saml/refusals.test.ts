import { answeredError } from "../../../modules/aws/saml";

describe("what an error of AssumeRoleWithSAML means", () => {
  const meaning = (code: string, message = "") =>
    answeredError("AssumeRoleWithSAML", { code, message });

  it.each([
    ["AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML", "role", "notAuthorized"],
    [
      "AccessDenied",
      "User: x is not authorized to perform: sts:AssumeRoleWithSAML on resource: y",
      "role",
      "notAuthorized",
    ],
    ["InvalidIdentityToken", "Response signature invalid", "signature", "signatureInvalid"],
    [
      "InvalidIdentityTokenException",
      "Issuer not present in specified provider (Service: AWSOpenIdDiscoveryService; Status Code: 400; Error Code: AuthSamlInvalidSamlResponseException)",
      "issuer",
      "issuerNotPresent",
    ],
    ["InvalidIdentityToken", "Specified provider doesn't exist", "role", "noProvider"],
    [
      "InvalidIdentityToken",
      "RoleSessionName is required in AuthnResponse",
      "session-name",
      "sessionNameMissing",
    ],
    [
      "InvalidIdentityToken",
      "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
      "session-name",
      "sessionNameInvalid",
    ],
    [
      "InvalidIdentityToken",
      "Response does not contain the required audience",
      "audience",
      "audienceMissing",
    ],
    [
      "InvalidIdentityToken",
      "Your request included an invalid SAML response",
      "response",
      "invalidResponse",
    ],
    [
      "ExpiredTokenException",
      "Token must be redeemed within 5 minutes of issuance",
      "validity",
      "tooLate",
    ],
    ["ExpiredToken", "", "validity", "tooLate"],
    [
      "ValidationError",
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
      "session-duration",
      "tooLong",
    ],
  ])("%s %j", (code, message, step, failure) => {
    expect(meaning(code, message)).toEqual({ is: "failure", step, failure });
  });

  it.each([
    ["AccessDenied", "not authorized to perform: sts:TagSession", "session-tags"],
    ["AccessDenied", "not authorized to perform: sts:SetSourceIdentity", "session-tags"],
    ["AccessDenied", "with an explicit deny in a service control policy", "role"],
    ["InvalidIdentityToken", "something new", "response"],
    ["IDPRejectedClaim", "", "response"],
    ["IDPRejectedClaimException", "", "response"],
    ["PackedPolicyTooLarge", "", "session-tags"],
    ["RegionDisabledException", "", "recipient"],
  ])("%s %j is refused, though no page says what users see", (code, message, step) => {
    expect(meaning(code, message)).toMatchObject({ is: "described", step });
  });

  it.each([
    ["Throttling", "unavailable"],
    ["ThrottlingException", "unavailable"],
    ["InternalFailure", "unavailable"],
    ["ServiceUnavailable", "unavailable"],
    ["SomethingNew", "unknown"],
    ["constructor", "unknown"],
    ["UserNotFoundException", "unknown"],
  ])("%s concludes nothing: %s", (code, is) => {
    expect(meaning(code)).toEqual({ is });
  });
});

describe("what an error of GetFederationToken means", () => {
  const meaning = (code: string, message = "") =>
    answeredError("GetFederationToken", { code, message });

  it.each([
    ["UserNotFoundException", "user", "notOnboarded"],
    ["DuplicateResourceException", "user", "otherRole"],
    ["InvalidRequestException", "user", "badRequest"],
    ["AccessDeniedException", "permission", "accessDenied"],
    ["AccessDenied", "permission", "accessDenied"],
    ["com.amazonaws.connect#AccessDeniedException", "permission", "accessDenied"],
  ])("%s", (code, step, failure) => {
    expect(meaning(code)).toEqual({ is: "failure", step, failure });
  });

  it("an instance that does not exist is no page's failure", () => {
    expect(meaning("ResourceNotFoundException")).toMatchObject({
      is: "described",
      step: "relay-state",
    });
  });

  it.each([
    ["InternalServiceException", "unavailable"],
    ["ThrottlingException", "unavailable"],
    ["TooManyRequestsException", "unavailable"],
    ["InvalidParameterException", "unknown"],
    ["ExpiredTokenException", "unknown"],
    ["SignatureDoesNotMatch", "unknown"],
  ])("%s concludes nothing: %s", (code, is) => {
    expect(meaning(code)).toEqual({ is });
  });

  it("does not take words of AWS STS for its own", () => {
    expect(meaning("Other", "Response signature invalid")).toEqual({ is: "unknown" });
  });
});
