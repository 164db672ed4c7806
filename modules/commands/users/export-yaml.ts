import { emailProblem } from "../../aws/identity-center";
import type { InstanceSettings, UserSettings } from "../../config";
import { visible } from "../../text";
import { yamlText } from "../yaml-text";
import { EMAILS_TAG, OWNER_TAG } from "./tags";
import type { ExistingUser } from "./user";

/**
 * Writes users as the key `users` of a config, with their IDs, so that a deployment takes them over.
 *
 * @param applications keys of the applications of users that the config does not have
 */
export function yamlOf(
  users: readonly ExistingUser[],
  { users: configured, tags }: InstanceSettings,
  applications: readonly string[],
): string {
  const known = new Map(configured.map((user) => [user.connectUserName, user]));
  const isMailed = ({ name }: ExistingUser) => known.has(name) || emailProblem(name) === undefined;
  const text = yamlText({
    users: users
      .filter(isMailed)
      .map((user) => entryOf(user, known.get(user.name), { tags, applications })),
  });
  const others = users
    .filter((user) => !isMailed(user))
    .map(
      ({ name, id }) =>
        `# ${visible(name)} (${visible(id)}) has a name that is not an e-mail address; add it with the address\n`,
    );
  return `${others.join("")}${text}`;
}

function entryOf(
  user: ExistingUser,
  configured: UserSettings | undefined,
  { tags, applications }: Pick<InstanceSettings, "tags"> & { applications: readonly string[] },
) {
  const own = Object.entries(user.tags).filter(
    ([key, value]) =>
      key !== OWNER_TAG && key !== EMAILS_TAG && !key.startsWith("aws:") && tags[key] !== value,
  );
  return {
    email: configured?.email ?? user.name,
    ...(configured?.userName !== undefined &&
      configured.userName !== configured.email && { userName: configured.userName }),
    givenName: user.firstName,
    familyName: user.lastName,
    applications: configured?.applications ?? applications,
    routingProfile: user.routingProfile,
    securityProfiles: user.securityProfiles,
    ...(user.hierarchyGroup !== undefined && { hierarchyGroup: user.hierarchyGroup }),
    ...(user.deskPhone !== undefined && { deskPhone: user.deskPhone }),
    ...(user.autoAccept && { autoAccept: true }),
    ...(user.afterContactWorkSeconds > 0 && {
      afterContactWorkSeconds: user.afterContactWorkSeconds,
    }),
    ...(configured?.secondaryEmail !== undefined && { secondaryEmail: configured.secondaryEmail }),
    ...(own.length > 0 && { tags: Object.fromEntries(own) }),
    connectUserId: user.id,
  };
}
