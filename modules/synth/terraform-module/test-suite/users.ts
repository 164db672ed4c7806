import { type InstanceSettings, type UserSettings, usersOfTerraform } from "../../../config";
import type { Block } from "../../hcl";
import { CONNECT_USERS, ROUTING_PROFILES, SECURITY_PROFILES } from "../../stacks";
import { each, list, object, same, text } from "./blocks";

/** Asserts for the users of the instance, each for all users at once, since there may be many. */
export function userAsserts(settings: InstanceSettings): Block[] {
  const users = usersOfTerraform(settings);
  if (users.length === 0) return [];
  const of = (value: (user: UserSettings) => string) =>
    object(users.map((user) => [user.connectUserName, value(user)]));
  return [
    same(
      each(CONNECT_USERS, "name"),
      of(({ connectUserName }) => text(connectUserName)),
      "The names of the users differ.",
    ),
    same(
      each(CONNECT_USERS, "routing_profile_id"),
      of(({ routingProfile }) => `${ROUTING_PROFILES}[${text(routingProfile)}].routing_profile_id`),
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
  ];
}

function securityProfileId(name: string): string {
  return `${SECURITY_PROFILES}[${text(name)}].security_profile_id`;
}
