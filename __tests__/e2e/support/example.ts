import { decodeHTML } from "entities";

import type { ConsoleValues } from "../../../modules/synth/console-sheet";
import { makeMetadata } from "../../support/metadata";
import { Project } from "../../support/project";
import { resynth } from "../../support/resynth";
import { synthHere } from "../../support/synth-here";
import { type Account, EMPTY, readAccount } from "./account";
import { Moto } from "./moto";
import { RunningProvider } from "./running-provider";
import { Terraform } from "./terraform";
import { describeWithTools } from "./tools";

/** An example and, literally, what it promises. */
export interface Example {
  readonly config: string;
  readonly region: string;
  /** Files by the ARN of the SAML provider that holds them. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly roles: Account["roles"];
  readonly policies: Account["policies"];
}

/** Has an example live its whole life in an AWS emulator, driven by real Terraform. */
export function describeExample(example: Example): void {
  const { config, region, metadata, outputs, roles, policies } = example;
  describeWithTools(config, () => {
    const project = new Project().workshop().copy("examples");
    let moto: Moto;
    let provider: RunningProvider;
    beforeAll(async () => {
      moto = await Moto.start();
      provider = await RunningProvider.start(moto.environment(region));
    });
    afterAll(async () => {
      // In the order of their start, so that what runs is stopped when a later one did not start.
      project.remove();
      await moto.stop();
      await provider.stop();
    });

    it("applies, is in IAM as promised, rotates in place, and leaves nothing", async () => {
      const [name = ""] = /[\w-]+(?=\.yaml$)/.exec(config) ?? [];
      const stack = project.path(`cdktf.out/stacks/${name}-federation`);
      const terraform = new Terraform(stack, provider.environment);
      const iam = moto.iam(region);

      const printed = await synthHere(project, { CONNECT_SSO_CONFIG: config });
      expect(printed).toMatchObject({ code: 0 });
      await terraform.init();
      await terraform.apply();
      expect(await terraform.isUpToDate()).toBe(true);

      // What synth printed, what Terraform puts out and what IAM holds agree to the character.
      expect(await terraform.outputs()).toEqual(outputs);
      const forTheConsole = Object.entries(outputs).flatMap(([output, value]) =>
        /_(relay_state_url|attribute_mapping_value)$/.test(output) ? [value] : [],
      );
      expect(printed.stdout.split("\n")).toEqual(expect.arrayContaining(forTheConsole));
      const documents = Object.fromEntries(
        Object.entries(metadata).map(([arn, file]) => [arn, project.read(file)]),
      );
      expect(await readAccount(iam)).toEqual({ samlProviders: documents, roles, policies });

      // So does the sheet for the console, in each of its forms.
      const sheet = `cdktf.out/handoff/${name}`;
      const { applications } = JSON.parse(project.read(`${sheet}/values.json`)) as ConsoleValues;
      const page = decodeHTML(project.read(`${sheet}/index.html`));
      const runbook = project.read(`${sheet}/RUNBOOK.md`);
      const shown = Object.entries(applications).map(([key, own]) => {
        const entered = [own.relayStateUrl, ...own.attributeMappings.map(({ value }) => value)];
        for (const value of entered) {
          expect(page).toContain(`>${value}</code>`);
          expect(runbook.split("\n").map((line) => line.trim())).toContain(value);
        }
        expect(Object.values(roles).map(({ arn }) => arn)).toContain(own.roleArn);
        expect(Object.keys(documents)).toContain(own.samlProviderArn);
        return {
          [`${key}_attribute_mapping_value`]: entered.at(-1),
          [`${key}_relay_state_url`]: own.relayStateUrl,
          [`${key}_role_arn`]: own.roleArn,
          [`${key}_saml_provider_arn`]: own.samlProviderArn,
        };
      });
      expect(Object.assign({}, ...shown)).toEqual(outputs);

      // Another certificate, and text that Terraform would take for templates.
      const [arn, file] = Object.entries(metadata)[0] ?? ["", ""];
      const rotated = `${await makeMetadata({ application: `${name} rotated`, region })}<!-- \${aws:userid} $\${x} $$\${y} %{ if z } %%{z} \\n " é -->\n`;
      project.write(file, rotated);
      resynth(project, config);
      const rotation = await terraform.apply();
      expect(Object.values(rotation)).toEqual(["update"]);
      expect(Object.keys(rotation).join()).toMatch(/^aws_iam_saml_provider\.\w+$/);
      expect(await terraform.isUpToDate()).toBe(true);
      const afterRotation = { ...documents, [arn]: rotated };
      expect(await readAccount(iam)).toEqual({ samlProviders: afterRotation, roles, policies });
      expect(await terraform.outputs()).toEqual(outputs);

      if (!project.read(config).includes("\nprotect: false")) {
        project.edit(config, (text) => `${text}protect: false\n`);
        resynth(project, config);
        await terraform.apply();
      }
      await terraform.destroy();
      expect(await readAccount(iam)).toEqual(EMPTY);
    });
  });
}

/** A permission policy, as IAM has it. */
export function permission(where: object) {
  return {
    Version: "2012-10-17",
    Statement: [
      { Sid: "Statement1", Effect: "Allow", Action: "connect:GetFederationToken", ...where },
    ],
  };
}

/** A role's trust policy, as IAM has it. */
export function trust(federated: string | string[], aud: string[]) {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Federated: federated },
        Action: "sts:AssumeRoleWithSAML",
        Condition: { StringEquals: { "SAML:aud": aud } },
      },
    ],
  };
}
