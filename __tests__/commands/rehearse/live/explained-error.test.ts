import { applicationsOf, explainedError } from "../../../../modules/commands/rehearse";
import { ARN, ONE, settingsOf } from "../../../support/config";

describe("an error that AWS answered", () => {
  const [application] = applicationsOf([settingsOf(ARN, ONE)]);
  const denied = { code: "AccessDeniedException", message: "no" };

  it("has the cause and the fix of the failure that users see, with the values of the config", () => {
    expect(explainedError("GetFederationToken", denied, application)).toEqual({
      result: "refused",
      error: denied,
      step: "permission",
      answer: {
        kind: "words",
        text: "Access denied, Please contact your AWS account administrator",
        source: "https://docs.aws.amazon.com/connect/latest/adminguide/troubleshoot-saml.html",
      },
      cause:
        "the role lacks connect:GetFederationToken on this instance, or its permissions boundary or a service control policy does not allow it",
      fix: "deploy again, and compare the instance's ID in the role's policy with 9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    });
  });

  it("sends who has another role to the config", () => {
    expect(explainedError("GetFederationToken", denied, undefined).fix).toBe(
      "compare the role with those of the config: no config has it",
    );
  });

  it("concludes nothing from an error that AWS does not document for the call", () => {
    const error = { code: "SomethingNew", message: "" };
    expect(explainedError("AssumeRoleWithSAML", error, application)).toEqual({
      result: "failed",
      error,
      cause: "AWS documents no such error for this call, so what it means is not known",
    });
  });
});
