import { synthReport } from "../../modules/synth";
import type { SynthesizedInstance } from "../../modules/synth/stacks";
import { ARN, settingsOf } from "../support/config";
import { CLONE } from "../support/invocation";

const AGENT = {
  attributeMappingValue:
    "arn:aws:iam::123456789012:role/Agent,arn:aws:iam::123456789012:saml-provider/Agent",
  relayStateUrl: "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b",
  roleArn: "arn:aws:iam::123456789012:role/Agent",
  samlProviderArn: "arn:aws:iam::123456789012:saml-provider/Agent",
};
const FEDERATION = {
  name: "workshop-federation",
  file: "cdktf.out/stacks/workshop-federation/cdk.tf.json",
  hasOwnState: false,
};
const ASSIGNMENTS = {
  name: "workshop-assignments",
  file: "cdktf.out/stacks/workshop-assignments/cdk.tf.json",
  hasOwnState: false,
};
const NOTHING_ELSE = { edited: [], removed: [], kept: [], foreign: [] };

/** An instance whose config goes on like this, with a federation stack. */
function workshop(...lines: string[]) {
  return {
    settings: settingsOf(ARN, ...lines),
    values: { agent: AGENT },
    federation: FEDERATION,
  };
}

/** The paragraphs of a report. */
function reportOf(instance: SynthesizedInstance, location = "config"): string[] {
  return report([instance], NOTHING_ELSE, location);
}

function report(
  instances: readonly SynthesizedInstance[],
  output: Parameters<typeof synthReport>[0]["output"],
  location = "config",
): string[] {
  return synthReport({ outdir: "cdktf.out", instances, output }, location, CLONE).split("\n\n");
}

describe("the report of a synthesis", () => {
  it("names all that was written, the HCL after the JSON that it is the same as", () => {
    const instance = {
      ...workshop("applications: { agent: {} }", 'identityCenter: { accountId: "123456789012" }'),
      federation: { ...FEDERATION, hcl: "cdktf.out/hcl/workshop-federation" },
      assignments: { ...ASSIGNMENTS, hcl: "cdktf.out/hcl/workshop-assignments" },
    };
    expect(reportOf(instance)[0]).toBe(
      `workshop: Amazon Connect instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca, us-east-1, account 123456789012
Wrote cdktf.out/stacks/workshop-federation/cdk.tf.json
Wrote cdktf.out/stacks/workshop-assignments/cdk.tf.json
Wrote cdktf.out/hcl/workshop-federation, the same as HCL
Wrote cdktf.out/hcl/workshop-assignments, the same as HCL
Wrote cdktf.out/handoff/workshop/index.html, the sheet for the console
Wrote cdktf.out/handoff/workshop/module, a Terraform module`,
    );
  });

  it("has the values for the console alone on their lines, to be copied by a triple click", () => {
    expect(reportOf(workshop("applications: { agent: { displayName: Desk } }"))[1]).toBe(
      `agent: application "Desk"
Relay state:
https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b
Value of the attribute https://aws.amazon.com/SAML/Attributes/Role:
arn:aws:iam::123456789012:role/Agent,arn:aws:iam::123456789012:saml-provider/Agent`,
    );
  });

  it("sends somebody to the console, as long as an application has no metadata", () => {
    const instance = workshop("applications: { agent: {}, admin: { displayName: Office } }");
    expect(reportOf(instance).slice(2)).toEqual([
      `Next, at the Identity Center console: add agent, admin, as cdktf.out/handoff/workshop/index.html says.
It also says what comes back from there, and what to run then.`,
    ]);
  });

  it("names the region and account of Identity Center for the assignments", () => {
    const instance = {
      ...workshop(
        "applications: { agent: { applicationArn: arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
        "identityCenter: { region: eu-west-2 }",
      ),
      assignments: ASSIGNMENTS,
    };
    expect(reportOf(instance, "my config").at(-1)).toBe(
      `Next, at the terminal, with credentials of account 123456789012 and the metadata in TF_VAR_agent_saml_metadata_document:
npx cdktf deploy --skip-synth workshop-federation
or, in cdktf.out/stacks/workshop-federation: terraform init && terraform apply
List who may use agent in applications.agent.assign: nobody may yet.
Then, with credentials of account 210987654321, where Identity Center is in eu-west-2:
npx cdktf deploy --skip-synth workshop-assignments
or, in cdktf.out/stacks/workshop-assignments: terraform init && terraform apply
Then the people: cdktf.out/handoff/workshop/index.html says what each of them needs to sign in.`,
    );
  });

  it("says how an ARN is found that the config lacks, since nobody is assigned without it", () => {
    const { settings, ...instance } = workshop("applications: { agent: {} }");
    const metadata = { entityId: "https://idp.example.com", certificates: [], document: "" };
    const applications = settings.applications.map((one) => ({ ...one, metadata }));
    expect(reportOf({ ...instance, settings: { ...settings, applications } }).at(-1)).toBe(
      `Next, at the terminal, with credentials of account 123456789012:
npx cdktf deploy workshop-federation
or, in cdktf.out/stacks/workshop-federation: terraform init && terraform apply
Then set applicationArn of agent, which the application's page in the console shows and
npm run discover -- --write finds, and run this again: nobody is assigned before.`,
    );
  });

  it("calls a guessed region of Identity Center a guess, with the key that sets it", () => {
    const instance = {
      ...workshop(
        "applications: { agent: { applicationArn: arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1111111111111111 } }",
      ),
      assignments: ASSIGNMENTS,
    };
    expect(reportOf(instance).at(-1)).toContain(
      "where Identity Center is in us-east-1 (a guess: set identityCenter.region to the right one):\n",
    );
  });

  it("ends with what went, what stays and why, and what is not its own", () => {
    const output = {
      edited: [],
      removed: [
        { path: "stacks/oslo-federation", left: [] },
        { path: "hcl/oslo-federation", left: [".terraform", "terraform.tfvars"] },
      ],
      kept: [{ path: "stacks/rome-federation", reason: "it holds Terraform state" }],
      foreign: ["stacks/network", "hcl/vault"],
    };
    expect(report([], output)).toEqual([
      "Removed cdktf.out/stacks/oslo-federation: nothing in config uses it. If its config was only renamed, name it oslo.yaml again before you deploy: another name has another state.",
      "Removed cdktf.out/hcl/oslo-federation: nothing in config uses it. Kept in it: .terraform, terraform.tfvars.",
      "Kept cdktf.out/stacks/rome-federation, because it holds Terraform state; nothing in config uses it.",
      "Left alone, because no earlier run is known to have written it: cdktf.out/stacks/network, cdktf.out/hcl/vault.",
    ]);
  });
});
