import { Op, TerraformOutput, type TerraformOutputConfig } from "cdktf";
import { Construct } from "constructs";

import { attributeMappingValue } from "../../aws/iam";
import { ofSameLibrary } from "../library";
import { instanceFrom, named } from "../terraform";
import { checkHandoffProps } from "./checks";
import { outputNames } from "./output-names";
import type { ConsoleHandoffProps, HandoffApplication } from "./props";
import { relayState } from "./relay-state";
import type { HandoffValues } from "./values";

/**
 * Outputs the values of each application that a person has to enter in the Identity Center console,
 * because no API accepts them. It creates no resources. The outputs, with `<app>` as the key of the
 * application, are:
 *
 * - `<app>_attribute_mapping_value`
 * - `<app>_relay_state_url`
 * - `<app>_role_arn`
 * - `<app>_saml_provider_arn`
 *
 * Read them with `terraform output -raw NAME`: `cdktf deploy` wraps long lines, and a space in the
 * attribute mapping value breaks sign-in.
 */
export class ConsoleHandoff extends Construct {
  /** Values for the console by application key, which the outputs have too. */
  public readonly values: Readonly<Record<string, HandoffValues>>;

  /**
   * @throws Error when the instance ARN is invalid, a destination is neither a path nor an https
   * URL, or a key cannot be part of an output name; it names every such value
   */
  public constructor(scope: Construct, id: string, props: ConsoleHandoffProps) {
    super(ofSameLibrary(scope), id);
    checkHandoffProps(this, props);
    const instance = instanceFrom(this, props.instanceArn);
    this.values = Object.fromEntries(
      Object.entries(props.applications).map(([key, application]) => {
        const { roleArn, samlProviderArn } = application;
        const values = {
          relayStateUrl: relayState(instance, application),
          attributeMappingValue: attributeMappingValue(roleArn, samlProviderArn),
          roleArn,
          samlProviderArn,
        };
        this.outputs(key, values, application);
        return [key, values];
      }),
    );
  }

  private outputs(key: string, values: HandoffValues, application: HandoffApplication): void {
    const names = outputNames(key);
    const { createdRoleArn = values.roleArn } = application;
    const { createdSamlProviderArn = values.samlProviderArn } = application;
    const created = attributeMappingValue(createdRoleArn, createdSamlProviderArn);
    const mapping = this.output(names.attributeMappingValue, {
      value: values.attributeMappingValue,
      description: `Value of the attribute https://aws.amazon.com/SAML/Attributes/Role in the attribute mappings of the Identity Center application "${key}". Copy it without a line break or a space.`,
    });
    if (created !== values.attributeMappingValue) {
      // An override, since CDKTF leaves out the preconditions of outputs.
      mapping.addOverride("precondition", {
        // A path may have quotes and backslashes, which CDKTF does not escape in expressions.
        condition: Op.eq(created, values.attributeMappingValue.replace(/["\\]/g, "\\$&")),
        error_message: `Nobody could sign in with this value, because the ARNs of the role and the SAML provider of "${key}" are ${created}. Undo the change to their names or to the path of the role, and do not use the value in the console.`,
      });
    }
    this.output(names.relayStateUrl, {
      value: values.relayStateUrl,
      description: `Relay state of the Identity Center application "${key}".`,
    });
    this.output(names.roleArn, {
      value: createdRoleArn,
      description: `ARN of the role that users of "${key}" assume.`,
    });
    this.output(names.samlProviderArn, {
      value: createdSamlProviderArn,
      description: `ARN of the SAML provider that holds the metadata of "${key}".`,
    });
  }

  private output(name: string, config: TerraformOutputConfig): TerraformOutput {
    return named(new TerraformOutput(this, name, config), "output", name);
  }
}
