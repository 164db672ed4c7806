/**
 * The floor: the resources of the instances in a folder, by CDKTF and the provider's own classes, with a
 * stack for each. No config, no check, no sheet, no module. The benchmark compiles this file and runs it
 * with Node.js alone.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { IamSamlProvider } from "@cdktf/provider-aws/lib/iam-saml-provider";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, DataResource, Fn, TerraformOutput, TerraformStack } from "cdktf";

const ACCOUNT = "123456789012";
const APPLICATIONS = { agent: "Agent", admin: "Admin" };

/** The stack of one instance, of which only the last part of the ID is its own. */
class FloorStack extends TerraformStack {
  public constructor(app: App, folder: string, id: string) {
    super(app, `instance-${id}-federation`);
    new AwsProvider(this, "aws", { region: "us-east-1", allowedAccountIds: [ACCOUNT] });
    const instance = `9690dd9b-3de7-4097-b4d9-${id}`;
    const policy = new IamPolicy(this, "policy", {
      name: `i${id}-AmazonConnectSSOPolicy`,
      policy: Fn.jsonencode({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Statement1",
            Effect: "Allow",
            Action: "connect:GetFederationToken",
            Resource: [
              `arn:aws:connect:us-east-1:${ACCOUNT}:instance/${instance}/user/$\${aws:userid}`,
            ],
          },
        ],
      }),
      lifecycle: { createBeforeDestroy: true, ignoreChanges: ["description"] },
    });
    for (const [key, audience] of Object.entries(APPLICATIONS)) {
      const name = `i${id}-AmazonConnect${audience}Access`;
      const provider = new IamSamlProvider(this, `${key}-saml-provider`, {
        name,
        samlMetadataDocument: readFileSync(join(folder, `${key}-${id}.xml`), "utf8"),
        lifecycle: { preventDestroy: true },
      });
      const role = new IamRole(this, `${key}-role`, {
        name: `${name}Role`,
        path: "/",
        maxSessionDuration: 43_200,
        assumeRolePolicy: Fn.jsonencode({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/${name}` },
              Action: "sts:AssumeRoleWithSAML",
              Condition: {
                StringEquals: { "SAML:aud": ["https://signin.aws.amazon.com/saml"] },
              },
            },
          ],
        }),
        dependsOn: [provider],
        lifecycle: { preventDestroy: true },
      });
      new IamRolePolicyAttachment(this, `${key}-permission`, {
        role: role.name,
        policyArn: policy.arn,
      });
      const outputs = {
        attribute_mapping_value: `arn:aws:iam::${ACCOUNT}:role/${name}Role,arn:aws:iam::${ACCOUNT}:saml-provider/${name}`,
        relay_state_url: `https://us-east-1.console.aws.amazon.com/connect/federate/${instance}`,
        role_arn: role.arn,
        saml_provider_arn: provider.arn,
      };
      for (const [output, value] of Object.entries(outputs)) {
        new TerraformOutput(this, `${key}_${output}`, {
          value,
          description: `${output} of ${key}`,
        });
      }
    }
    new DataResource(this, "protection", { lifecycle: { preventDestroy: true } });
  }
}

const [folder = "", outdir = "", count = "1"] = process.argv.slice(2);
// Else CDKTF runs `terraform version` for each stack.
const app = new App({ outdir, skipValidation: true });
for (let index = 0; index < Number(count); index += 1) {
  new FloorStack(app, folder, String(index).padStart(12, "0"));
}
app.synth();
