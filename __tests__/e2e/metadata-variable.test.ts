import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { SamlMetadataVariable } from "../../modules/constructs/federation";
import { judgeMetadata } from "../../modules/aws/saml";
import { makeCertificate, metadataWith } from "../support/metadata";
import { synthesized } from "../support/synth";
import {
  acceptedDocuments,
  type Documents,
  refusedDocuments,
  untoldDocuments,
} from "./support/metadata-documents";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

describeWithTools("the variable of a metadata document", () => {
  const folder = mkdtempSync(join(tmpdir(), "connect-sso-metadata-"));
  let accepted: Documents;
  let refused: Record<string, readonly [document: string, message: string]>;
  let untold: Documents;
  let verdicts: Record<string, readonly string[]>;

  beforeAll(async () => {
    const [certificate, expired] = await Promise.all([
      makeCertificate({ bits: 1024 }),
      makeCertificate({ bits: 1024, starts: new Date("2020-01-01"), ends: new Date("2025-01-01") }),
    ]);
    const good = metadataWith({ application: "agent", certificate });
    accepted = acceptedDocuments(good, certificate);
    refused = refusedDocuments(good);
    untold = untoldDocuments(good, certificate, expired);
    const documents = [
      ...Object.values(accepted),
      ...Object.values(refused).map(([document]) => document),
      ...Object.values(untold),
    ];
    verdicts = await judgeWithTerraform(folder, documents);
    // One that is like another tries nothing.
    expect(Object.keys(verdicts)).toHaveLength(documents.length);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("takes whatever the config takes", () => {
    for (const [name, document] of Object.entries(accepted)) {
      const { errors } = judgeMetadata(Buffer.from(document));
      expect({ name, errors, refusals: verdicts[document] }).toEqual({
        name,
        errors: [],
        refusals: [],
      });
    }
  });

  it("refuses what is clearly not a metadata document, and says why", () => {
    for (const [name, [document, message]] of Object.entries(refused)) {
      expect([name, judgeMetadata(Buffer.from(document)).errors]).not.toEqual([name, []]);
      expect({ name, refusals: verdicts[document]?.join() }).toEqual({
        name,
        refusals: expect.stringContaining(message) as string,
      });
    }
  });

  it("leaves the rest to IAM, and never refuses a document that has expired", () => {
    for (const [name, document] of Object.entries(untold)) {
      expect({ name, refusals: verdicts[document] }).toEqual({ name, refusals: [] });
    }
  });
});

/** What the variable refuses each document for: Terraform tries its conditions on all in one go. */
async function judgeWithTerraform(
  folder: string,
  documents: readonly string[],
): Promise<Record<string, readonly string[]>> {
  const { variable = {} } = synthesized((stack) => {
    new SamlMetadataVariable(stack, "metadata", "agent");
  });
  const rules = variable["agent_saml_metadata_document"]?.["validation"] as {
    condition: string;
    error_message: string;
  }[];
  const refusals = rules.map(({ condition, error_message }) => {
    const expression = condition
      .slice(2, -1)
      .replaceAll("var.agent_saml_metadata_document", "document");
    return `${expression} ? "" : ${JSON.stringify(error_message)}`;
  });
  writeFileSync(
    join(folder, "main.tf.json"),
    JSON.stringify({
      variable: { documents: { type: "list(string)" } },
      output: {
        refusals: {
          value: `\${[for document in var.documents : compact([${refusals.join(", ")}])]}`,
        },
      },
    }),
  );
  writeFileSync(join(folder, "terraform.tfvars.json"), JSON.stringify({ documents }));

  const terraform = new Terraform(folder, {});
  await terraform.run("apply", "-compact-warnings", "-auto-approve", "-input=false");
  const outputs = (await terraform.outputs()) as unknown as { refusals: string[][] };
  return Object.fromEntries(
    documents.map((document, index) => [document, outputs.refusals[index] ?? []]),
  );
}
