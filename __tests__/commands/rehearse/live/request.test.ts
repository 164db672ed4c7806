import { applicationsOf } from "../../../../modules/commands/rehearse";
import { liveRequest } from "../../../../modules/commands/rehearse/live/request";
import { readResponse } from "../../../../modules/commands/rehearse/response";
import { ARN, GOVCLOUD, ONE, settingsOf } from "../../../support/config";
import { IdentityProvider, type ResponseOptions } from "../../../support/identity-provider";

const ROLE = "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole";
const PROVIDER = "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess";
const OTHER = "arn:aws:iam::123456789012:role/Other,arn:aws:iam::123456789012:saml-provider/Other";

describe("what is asked of AWS for a response", () => {
  const commercial = applicationsOf([settingsOf(ARN.replace("us-east-1", "eu-west-2"), ONE)]);
  let provider: IdentityProvider;
  beforeAll(async () => {
    provider = await IdentityProvider.make({ application: "agent", bits: 1024 });
  });

  function asked(options: ResponseOptions, relayState?: string, applications = commercial) {
    const { response } = readResponse(provider.respond(options));
    if (!response) throw new Error("not a response");
    return liveRequest(response, applications, relayState);
  }

  it.each([
    ["https://signin.aws.amazon.com/saml", "us-east-1"],
    ["https://eu-west-2.signin.aws.amazon.com/saml", "eu-west-2"],
    ["https://us-east-1.signin.aws.amazon.com/saml", "us-east-1"],
    ["https://example.com/saml", "us-east-1"],
  ])("%s is asked in %s", (recipient, stsRegion) => {
    expect(asked({ recipient })).toMatchObject({ stsRegion });
  });

  it("is asked in GovCloud's own region there", () => {
    const mapping = `${ROLE},${PROVIDER}`.replaceAll("arn:aws:", "arn:aws-us-gov:");
    const applications = applicationsOf([settingsOf(GOVCLOUD, ONE)]);
    for (const recipient of ["https://signin.amazonaws-us-gov.com/saml", "https://example.com"]) {
      expect(asked({ recipient, roles: [mapping] }, undefined, applications)).toMatchObject({
        stsRegion: "us-gov-west-1",
        instance: { region: "us-gov-west-1" },
      });
    }
  });

  it("takes the role that the config has, of several", () => {
    expect(asked({ roles: [OTHER, `${ROLE},${PROVIDER}`] })).toMatchObject({
      roleArn: ROLE,
      samlProviderArn: PROVIDER,
    });
  });

  it("leaves a choice among other roles to the user", () => {
    expect(asked({ roles: [OTHER, OTHER.replaceAll("Other", "Third")] })).toBe(
      "the response names several roles, of which the user would choose one",
    );
  });

  it("needs an instance, from the relay state or from the config", () => {
    expect(asked({ roles: [OTHER] })).toBe(
      "neither the relay state nor the config says which Amazon Connect instance it is for; give the relay state with --relay-state",
    );
    const relayState =
      "https://eu-central-1.console.aws.amazon.com/connect/federate/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f?destination=%2Fccp-v2";
    expect(asked({ roles: [OTHER] }, relayState)).toMatchObject({
      instance: { instanceId: "c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f", region: "eu-central-1" },
    });
  });

  it("does not take an ARN in a wrong place, or with spaces inside, for a role", () => {
    for (const role of [
      `${ROLE} x,${PROVIDER}`,
      ROLE,
      `${ROLE},${ROLE}`,
      `${ROLE},${PROVIDER},x`,
    ]) {
      expect(asked({ roles: [role] })).toBe("the response names no role with its SAML provider");
    }
  });
});
