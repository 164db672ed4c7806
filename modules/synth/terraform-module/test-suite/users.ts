import type { InstanceSettings, UserSettings } from "../../../config";
import { type Block, expression } from "../../hcl";
import { each, eachWith, holds, list, object, same, text } from "./blocks";

const USERS = "aws_connect_user.user";

/** What the users of the instance are to have, for all of them at once: there may be many. */
export function userAsserts({ instance, users }: InstanceSettings): Block[] {
  if (users.length === 0) return [];
  const of = (value: (user: UserSettings) => string, among = users) =>
    object(among.map((user) => [user.email, value(user)]));
  const withEmail = users.filter(({ emailInConnect }) => emailInConnect);
  const withDeskPhone = users.filter(({ deskPhone }) => deskPhone !== undefined);
  return [
    same(
      each(USERS, "name"),
      of(({ email }) => text(email)),
      "The users are others.",
    ),
    same(
      "data.aws_connect_instance.instance.instance_id",
      text(instance.instanceId),
      "The users are of another instance.",
    ),
    holds(
      `alltrue([for one in ${USERS} : one.instance_id == data.aws_connect_instance.instance.instance_id])`,
      "Some users are of another instance.",
    ),
    same(
      `{ for key, one in ${USERS} : key => [one.identity_info[0].first_name, one.identity_info[0].last_name] }`,
      of(({ givenName, familyName }) =>
        expression([givenName.normalize("NFC"), familyName.normalize("NFC")]),
      ),
      "The names of the users are others.",
    ),
    same(
      eachWith(USERS, "identity_info[0].email"),
      of(({ email }) => text(email), withEmail),
      "The e-mail addresses of the users are others.",
    ),
    same(
      each(USERS, "routing_profile_id"),
      of(({ routingProfile }) => profileId("routing", routingProfile)),
      "The routing profiles of the users are others.",
    ),
    same(
      each(USERS, "security_profile_ids"),
      of(
        ({ securityProfiles }) =>
          `toset(${list(securityProfiles.map((one) => profileId("security", one)))})`,
      ),
      "The security profiles of the users are others.",
    ),
    same(
      each(USERS, "phone_config[0].phone_type"),
      of(({ deskPhone }) => text(deskPhone === undefined ? "SOFT_PHONE" : "DESK_PHONE")),
      "The phones of the users are others.",
    ),
    same(
      eachWith(USERS, "phone_config[0].desk_phone_number"),
      of(({ deskPhone = "" }) => text(deskPhone), withDeskPhone),
      "The numbers of the desk phones are others.",
    ),
  ];
}

function profileId(kind: "routing" | "security", name: string): string {
  const type = `${kind}_profile`;
  return `data.aws_connect_${type}.${type}[${text(name)}].${type}_id`;
}
