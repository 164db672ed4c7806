import { Fn, TerraformOutput, Token } from "cdktf";
import { Construct } from "constructs";

import { type ConnectInstance, relayStateUrl } from "../../aws/connect";
import type { HandoffValues } from "./values";
import { attributeMappingValue } from "../../aws/iam";
import { instanceFrom } from "../terraform";

/** What the console needs to know of one application. */
export interface HandoffApplication {
  /** ARN of the role that its users assume. */
  readonly roleArn: string;
  /** ARN of the SAML provider that holds its metadata. */
  readonly samlProviderArn: string;
  /**
   * Where its users land: a path of the Connect domain (`/connect/ccp`, `/ccp-v2`) or an https
   * URL, written plainly. It is URL-encoded here, once.
   *
   * @default - the admin website
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html#destination-relay
   */
  readonly destination?: string;
  /**
   * Whether the instance uses the domain `*.my.connect.aws`.
   *
   * @default false
   */
  readonly newDomain?: boolean;
}

/** Properties of `ConsoleHandoff`. */
export interface ConsoleHandoffProps {
  /** ARN of the Amazon Connect instance, as plain text or a Terraform token. */
  readonly instanceArn: string;
  /** The applications by the key that their outputs start with: letters, digits and `_`. */
  readonly applications: Readonly<Record<string, HandoffApplication>>;
}

/**
 * Emits, for each application, the values that go into the Identity Center console, where no API
 * takes them. It makes no resources. Outputs, `<app>` being the application's key:
 *
 * - `<app>_attribute_mapping_value`
 * - `<app>_relay_state_url`
 * - `<app>_role_arn`
 * - `<app>_saml_provider_arn`
 *
 * Read them with `terraform output -raw NAME`: `cdktf deploy` wraps long lines, and a blank in the
 * attribute mapping value breaks sign-in.
 */
export class ConsoleHandoff extends Construct {
  /** The values by application; the outputs carry the same. */
  public readonly values: Readonly<Record<string, HandoffValues>>;

  /**
   * @throws Error when the instance ARN is not one, a destination is neither path nor https URL, or
   * a key cannot be part of an output's name
   */
  public constructor(scope: Construct, id: string, props: ConsoleHandoffProps) {
    super(scope, id);
    const instance = instanceFrom(this, props.instanceArn);
    const values: Record<string, HandoffValues> = {};
    for (const [key, application] of Object.entries(props.applications)) {
      if (!/^[A-Za-z]\w*$/.test(key)) {
        throw new Error(
          `applications: ${JSON.stringify(key)} is no part of an output's name, which takes letters, digits and _, a letter first`,
        );
      }
      const { roleArn, samlProviderArn } = application;
      const own = {
        relayStateUrl: relayState(instance, application),
        attributeMappingValue: attributeMappingValue(roleArn, samlProviderArn),
        roleArn,
        samlProviderArn,
      };
      values[key] = own;
      this.output(
        `${key}_attribute_mapping_value`,
        own.attributeMappingValue,
        `Value of the attribute https://aws.amazon.com/SAML/Attributes/Role in the attribute mappings of the Identity Center application "${key}". Copy it without a line break or blank.`,
      );
      this.output(
        `${key}_relay_state_url`,
        own.relayStateUrl,
        `Relay state of the Identity Center application "${key}".`,
      );
      this.output(`${key}_role_arn`, roleArn, `ARN of the role that users of "${key}" assume.`);
      this.output(
        `${key}_saml_provider_arn`,
        samlProviderArn,
        `ARN of the SAML provider that holds the metadata of "${key}".`,
      );
    }
    this.values = values;
  }

  private output(name: string, value: string, description: string): void {
    new TerraformOutput(this, name, { value, description }).overrideLogicalId(name);
  }
}

/** A destination that is a token is URL-encoded by Terraform, as a path without a query. */
function relayState(instance: ConnectInstance, { destination, newDomain }: HandoffApplication) {
  if (!Token.isUnresolved(destination)) return relayStateUrl(instance, { destination, newDomain });
  const newDomainParameter = newDomain ? "&new_domain=true" : "";
  return `${relayStateUrl(instance)}?destination=${Fn.urlencode(destination ?? "")}${newDomainParameter}`;
}
