import { ConnectUser } from "@cdktf/provider-aws/lib/connect-user";
import { DataAwsConnectInstance } from "@cdktf/provider-aws/lib/data-aws-connect-instance";
import { DataAwsConnectRoutingProfile } from "@cdktf/provider-aws/lib/data-aws-connect-routing-profile";
import { DataAwsConnectSecurityProfile } from "@cdktf/provider-aws/lib/data-aws-connect-security-profile";
import { Construct } from "constructs";

import { Each, instanceArnConditions, instanceFrom, keys, literal } from "../terraform";
import { checkProps } from "./checks";
import type { ConnectUsersProps } from "./props";

/**
 * Users of an Amazon Connect instance that signs people in with SAML. They have no password: the
 * identity provider knows them by the very same names.
 *
 * The AWS provider must be that of the instance's account and region.
 */
export class ConnectUsers extends Construct {
  /**
   * @throws Error when the instance ARN is not one, or Connect would refuse a plain value; it names
   * every such value
   */
  public constructor(scope: Construct, id: string, props: ConnectUsersProps) {
    super(scope, id);
    checkProps(props);
    const { instanceArn, users, tags } = props;
    const all = Object.values(users);
    const instance = new DataAwsConnectInstance(this, "instance", {
      instanceId: instanceFrom(this, instanceArn).instanceId,
      lifecycle: {
        ...instanceArnConditions(this, instanceArn),
        postcondition: [
          {
            condition: '${self.identity_management_type == "SAML"}',
            errorMessage:
              "The Amazon Connect instance manages identities as ${self.identity_management_type}, not with SAML 2.0, so that nobody can sign in through Identity Center. That is chosen when an instance is made and cannot be changed: make an instance with SAML 2.0-based authentication.",
          },
        ],
      },
    });
    const { instanceId } = instance;
    const routingProfiles = new Each(
      this,
      "routing-profiles",
      keys(all.map(({ routingProfile }) => routingProfile)),
      (forEach) =>
        new DataAwsConnectRoutingProfile(this, "routing-profile", {
          forEach,
          instanceId,
          name: forEach.key,
        }),
    );
    const securityProfiles = new Each(
      this,
      "security-profiles",
      keys(all.flatMap((user) => user.securityProfiles)),
      (forEach) =>
        new DataAwsConnectSecurityProfile(this, "security-profile", {
          forEach,
          instanceId,
          name: forEach.key,
        }),
    );
    const values = Object.entries(users).map(([name, user]) => {
      const { givenName, familyName, routingProfile, deskPhone, email } = user;
      return [
        name,
        {
          // Connect refuses letters that are composed of several characters.
          first_name: literal(givenName.normalize("NFC")),
          last_name: literal(familyName.normalize("NFC")),
          routing_profile_id: routingProfiles.attribute(routingProfile, "routing_profile_id"),
          security_profile_ids: user.securityProfiles.map((one) =>
            securityProfiles.attribute(one, "security_profile_id"),
          ),
          phone_type: deskPhone === undefined ? "SOFT_PHONE" : "DESK_PHONE",
          ...(deskPhone !== undefined && { desk_phone_number: deskPhone }),
          ...(email !== undefined && { email: literal(email) }),
        },
      ];
    });
    const has = (property: "deskPhone" | "email") =>
      all.some((user) => user[property] !== undefined);
    new Each(
      this,
      "users",
      Object.fromEntries(values) as Record<string, unknown>,
      (forEach) =>
        new ConnectUser(this, "user", {
          forEach,
          instanceId,
          name: forEach.key,
          identityInfo: {
            firstName: forEach.getString("first_name"),
            lastName: forEach.getString("last_name"),
            ...(has("email") && { email: '${lookup(each.value, "email", null)}' }),
          },
          phoneConfig: {
            phoneType: forEach.getString("phone_type"),
            ...(has("deskPhone") && {
              deskPhoneNumber: '${lookup(each.value, "desk_phone_number", null)}',
            }),
          },
          routingProfileId: forEach.getString("routing_profile_id"),
          securityProfileIds: forEach.getList("security_profile_ids"),
          ...(tags && Object.keys(tags).length > 0 && { tags }),
        }),
    );
  }
}
