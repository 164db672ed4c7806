import type { InstanceSettings, UserSettings } from "../../../config";
import { type Block, expression } from "../../hcl";
import { CONNECT_INSTANCE, CONNECT_USERS, ROUTING_PROFILES, SECURITY_PROFILES } from "../../stacks";
import { each, eachWith, holds, list, object, same, text } from "./blocks";

/** Asserts for the users of the instance, each for all users at once, since there may be many. */
export function userAsserts({ instance, users }: InstanceSettings): Block[] {
  if (users.length === 0) return [];
  const of = (value: (user: UserSettings) => string, among = users) =>
    object(among.map((user) => [user.email, value(user)]));
  const withEmail = users.filter(({ emailInConnect }) => emailInConnect);
  return [
    same(
      each(CONNECT_USERS, "name"),
      of(({ email }) => text(email)),
      "The users differ.",
    ),
    same(
      `${CONNECT_INSTANCE}.instance_id`,
      text(instance.instanceId),
      "The users belong to another instance.",
    ),
    holds(
      `alltrue([for one in ${CONNECT_USERS} : one.instance_id == ${CONNECT_INSTANCE}.instance_id])`,
      "Some users belong to another instance.",
    ),
    same(
      `{ for key, one in ${CONNECT_USERS} : key => [one.identity_info[0].first_name, one.identity_info[0].last_name] }`,
      of(({ givenName, familyName }) =>
        expression([givenName.normalize("NFC"), familyName.normalize("NFC")]),
      ),
      "The names of the users differ.",
    ),
    same(
      eachWith(CONNECT_USERS, "identity_info[0].email"),
      of(({ email }) => text(email), withEmail),
      "The e-mail addresses of the users differ.",
    ),
    same(
      each(CONNECT_USERS, "routing_profile_id"),
      of(({ routingProfile }) => routingProfileId(routingProfile)),
      "The routing profiles of the users differ.",
    ),
    same(
      each(CONNECT_USERS, "security_profile_ids"),
      of(({ securityProfiles }) => `toset(${list(securityProfiles.map(securityProfileId))})`),
      "The security profiles of the users differ.",
    ),
    same(
      each(CONNECT_USERS, "phone_config[0].phone_type"),
      of(({ deskPhone }) => text(deskPhone === undefined ? "SOFT_PHONE" : "DESK_PHONE")),
      "The phones of the users differ.",
    ),
    same(
      eachWith(CONNECT_USERS, "phone_config[0].desk_phone_number"),
      object(
        users.flatMap(({ email, deskPhone }) =>
          deskPhone === undefined ? [] : [[email, text(deskPhone)] as const],
        ),
      ),
      "The numbers of the desk phones differ.",
    ),
  ];
}

function routingProfileId(name: string): string {
  return `${ROUTING_PROFILES}[${text(name)}].routing_profile_id`;
}

function securityProfileId(name: string): string {
  return `${SECURITY_PROFILES}[${text(name)}].security_profile_id`;
}
