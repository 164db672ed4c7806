import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { rehearse } from "../../../modules/commands/rehearse";
import { loadConfig } from "../../../modules/config";
import { answerOf, stepOf } from "./support";

const FOLDER = resolve(__dirname, "../../support/rehearse-cases");
const AT = new Date("2026-11-25T12:00:30Z");
const ID = "9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const PAGE = `https://us-east-1.console.aws.amazon.com/connect/federate/${ID}?destination=%2Fconnect%2Fccp`;

async function rehearsed(file: string, relayState?: string) {
  const { instances } = loadConfig(join(FOLDER, "config.yaml"), AT);
  const response = readFileSync(join(FOLDER, file), "utf8");
  return rehearse({
    response,
    instances,
    at: AT,
    ...(relayState !== undefined && { relayState }),
  });
}

describe("what was reported in public gets the verdict that the reports say", () => {
  it.each(["good.txt", "ok-identity-center-shape.txt"])("%s signs in", async (file) => {
    expect(await rehearsed(file)).toMatchObject({ verdict: "passed", passed: true });
  });

  it("the console host without a region is us-east-1's (Amazon's guide of its Salesforce adapter)", async () => {
    const rehearsal = await rehearsed("good.txt", PAGE.replace("us-east-1.", ""));
    expect(rehearsal).toMatchObject({ verdict: "passed", passed: true });
  });

  it("new_domain=true leads to the other domain of the instance (a guide of OneLogin)", async () => {
    const rehearsal = await rehearsed("good.txt", `${PAGE}&new_domain=true`);
    expect(rehearsal).toMatchObject({
      verdict: "differs",
      decidedBy: ["relay-state"],
      passed: true,
      landing: { page: `${PAGE}&new_domain=true` },
    });
  });

  it("an ACS URL with the ID of a provider is one of AWS (IAM guide, SAML encryption)", async () => {
    const rehearsal = await rehearsed("08-acs-with-idp-id.txt");
    expect(rehearsal).toMatchObject({ verdict: "refused", decidedBy: ["recipient"] });
    const { problems } = stepOf(rehearsal, "recipient");
    expect(problems.map(answerOf)).toEqual(["Not authorized to perform sts:AssumeRoleWithSAML"]);
    expect(problems[0]?.message).toContain("is a sign-in URL of AWS for a SAML provider with");
  });

  it("Global Resiliency has its own endpoint (Connect admin guide)", async () => {
    const rehearsal = await rehearsed("09-global-resiliency.txt");
    expect(rehearsal).toMatchObject({ verdict: "refused", decidedBy: ["recipient"] });
    expect(stepOf(rehearsal, "recipient").problems).toMatchObject([
      {
        message:
          "is the sign-in endpoint of Amazon Connect Global Resiliency, but the role's trust policy lists https://signin.aws.amazon.com/saml as SAML:aud",
        fix: 'set the Application ACS URL of "Amazon Connect - Agent" to https://signin.aws.amazon.com/saml, which signs in to this instance alone; for agents that fail over, follow https://docs.aws.amazon.com/connect/latest/adminguide/integrate-idp.html: its trust policy and user set-up are not what this config makes',
      },
    ]);
  });

  it("XML that Identity Center's page indented is verified all the same", async () => {
    const rehearsal = await rehearsed("11-pretty.xml");
    expect(rehearsal).toMatchObject({ verdict: "passed", passed: true });
    expect(stepOf(rehearsal, "signature").remarks).toEqual([
      "The XML was indented after it was signed; it verifies without the white space between tags, and is checked without it.",
    ]);
  });

  it("and a wrong role is found in it", async () => {
    const rehearsal = await rehearsed("11-wrong-role-pretty.xml");
    expect(rehearsal).toMatchObject({ verdict: "refused", decidedBy: ["role"] });
    expect(stepOf(rehearsal, "role").problems[0]?.message).toBe(
      'names the role "arn:aws:iam::111122223333:role/amazonconnectagentaccessrole", which differs from arn:aws:iam::111122223333:role/AmazonConnectAgentAccessRole only in upper and lower case',
    );
  });

  it("a user name may be E1234567 (amazon-connect/voicemail #43)", async () => {
    const rehearsal = await rehearsed("16-session-name-not-email.txt");
    expect(rehearsal).toMatchObject({ verdict: "passed", landing: { user: "E1234567" } });
  });
});
