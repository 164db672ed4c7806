import { Fn, TerraformOutput, Token } from "cdktf";
import { Construct } from "constructs";

import { type ConnectInstance, relayStateUrl } from "../../aws/connect";
import { attributeMappingValue } from "../../aws/iam";
import { instanceFrom } from "../terraform";
import { checkHandoffProps } from "./checks";
import { outputNames } from "./output-names";
import type { ConsoleHandoffProps, HandoffApplication } from "./props";
import type { HandoffValues } from "./values";

/**
 * Emits, for each application, the values that go into the Identity Center console, where no API
 * takes them. It makes no resources. Outputs, `<app>` being the application's key:
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
  /** The values by application; the outputs carry the same. */
  public readonly values: Readonly<Record<string, HandoffValues>>;

  /**
   * @throws Error when the instance ARN is not one, a destination is neither path nor https URL, or
   * a key cannot be part of an output's name; it names every such value
   */
  public constructor(scope: Construct, id: string, props: ConsoleHandoffProps) {
    super(scope, id);
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
        this.outputs(key, values);
        return [key, values];
      }),
    );
  }

  private outputs(key: string, values: HandoffValues): void {
    const names = outputNames(key);
    this.output(
      names.attributeMappingValue,
      values.attributeMappingValue,
      `Value of the attribute https://aws.amazon.com/SAML/Attributes/Role in the attribute mappings of the Identity Center application "${key}". Copy it without a line break or a space.`,
    );
    this.output(
      names.relayStateUrl,
      values.relayStateUrl,
      `Relay state of the Identity Center application "${key}".`,
    );
    this.output(names.roleArn, values.roleArn, `ARN of the role that users of "${key}" assume.`);
    this.output(
      names.samlProviderArn,
      values.samlProviderArn,
      `ARN of the SAML provider that holds the metadata of "${key}".`,
    );
  }

  private output(name: string, value: string, description: string): void {
    new TerraformOutput(this, name, { value, description }).overrideLogicalId(name);
  }
}

/** A destination that is a token is URL-encoded by Terraform, as a path without a query. */
function relayState(instance: ConnectInstance, { destination, newDomain }: HandoffApplication) {
  if (destination === undefined || !Token.isUnresolved(destination)) {
    return relayStateUrl(instance, { destination, newDomain });
  }
  const newDomainParameter = newDomain ? "&new_domain=true" : "";
  return `${relayStateUrl(instance)}?destination=${Fn.urlencode(destination)}${newDomainParameter}`;
}
