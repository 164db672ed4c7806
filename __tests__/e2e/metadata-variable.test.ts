import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { TerraformOutput, TerraformVariable } from "cdktf";

import { SamlMetadataVariable } from "../../modules/constructs/federation";
import { entityIdOf } from "../../modules/constructs/federation/metadata-variable";
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

/** What Terraform says of a document: why it refuses it, and who issued it. */
interface Verdict {
  readonly refusals: string[];
  readonly entityId: string;
}

describeWithTools("the variable of a metadata document", () => {
  const folder = mkdtempSync(join(tmpdir(), "connect-sso-metadata-"));
  let accepted: Documents;
  let refused: Record<string, readonly [document: string, message: string]>;
  let untold: Documents;
  let verdicts: Record<string, Verdict>;

  beforeAll(async () => {
    const [certificate, expired] = await Promise.all([
      makeCertificate({ bits: 1024 }),
      makeCertificate({ bits: 1024, starts: new Date("2020-01-01"), ends: new Date("2025-01-01") }),
    ]);
    const good = metadataWith({ application: "agent", certificate });
    accepted = acceptedDocuments(good, certificate);
    refused = refusedDocuments(good, certificate);
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

  const errorsOf = (document: string) => judgeMetadata(Buffer.from(document)).errors;
  const refusalsOf = (document: string) => verdicts[document]?.refusals.join("\n");

  it("takes whatever the config takes, and reads the issuer's name as the config does", () => {
    const nothing = { errors: [], refusals: "" };
    for (const [name, document] of Object.entries(accepted)) {
      const { metadata, errors } = judgeMetadata(Buffer.from(document));
      expect({ name, errors, refusals: refusalsOf(document) }).toEqual({ name, ...nothing });
      expect({ name, entityId: verdicts[document]?.entityId }).toEqual({
        name,
        entityId: metadata?.entityId,
      });
    }
  });

  it("refuses what the config refuses, and says why", () => {
    for (const [name, [document, message]] of Object.entries(refused)) {
      expect([name, errorsOf(document)]).not.toEqual([name, []]);
      expect({ name, refusals: refusalsOf(document) }).toEqual({
        name,
        refusals: expect.stringContaining(message) as string,
      });
    }
  });

  it("leaves to IAM what Terraform's functions cannot tell", () => {
    for (const [name, document] of Object.entries(untold)) {
      expect([name, errorsOf(document)]).not.toEqual([name, []]);
      expect({ name, refusals: refusalsOf(document) }).toEqual({ name, refusals: "" });
    }
  });
});

/** The conditions, which Terraform tries on all documents in one go. */
async function judgeWithTerraform(
  folder: string,
  documents: readonly string[],
): Promise<Record<string, Verdict>> {
  const { variable = {}, output = {} } = synthesized((stack) => {
    new SamlMetadataVariable(stack, "metadata", "agent");
    const { stringValue } = new TerraformVariable(stack, "document", { type: "string" });
    new TerraformOutput(stack, "entity_id", { value: entityIdOf(stringValue) });
  });
  const expression = (template: unknown, reference: string) =>
    String(template).slice(2, -1).replaceAll(reference, "document");
  const rules = variable["agent_saml_metadata_document"]?.["validation"] as {
    condition: string;
    error_message: string;
  }[];
  const refusals = rules.map(
    ({ condition, error_message }) =>
      `${expression(condition, "var.agent_saml_metadata_document")} ? "" : ${JSON.stringify(error_message)}`,
  );
  const entityId = expression(output["entity_id"]?.value, "var.document");
  const each = (value: string) => ({ value: `\${[for document in var.documents : ${value}]}` });
  writeFileSync(
    join(folder, "main.tf.json"),
    JSON.stringify({
      variable: { documents: { type: "list(string)" } },
      output: { refusals: each(`compact([${refusals.join(", ")}])`), entity_ids: each(entityId) },
    }),
  );
  writeFileSync(join(folder, "terraform.tfvars.json"), JSON.stringify({ documents }));

  const terraform = new Terraform(folder, {});
  await terraform.run("apply", "-compact-warnings", "-auto-approve", "-input=false");
  const outputs = (await terraform.outputs()) as unknown as {
    refusals: string[][];
    entity_ids: string[];
  };
  return Object.fromEntries(
    documents.map((document, index) => [
      document,
      { refusals: outputs.refusals[index] ?? [], entityId: outputs.entity_ids[index] ?? "" },
    ]),
  );
}
