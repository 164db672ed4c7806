import * as z from "zod";

import {
  AFTER_CONTACT_WORK_LIMIT,
  CONNECT_USER_ID_PATTERN,
  connectUserIdProblem,
  HIERARCHY_GROUP_PATTERN,
  hierarchyGroupProblem,
  PERSON_NAME_PATTERN,
  personNameProblem,
  PHONE_NUMBER_PATTERN,
  phoneNumberProblem,
  PROFILE_NAME_PATTERN,
  profileNameProblem,
  SECURITY_PROFILE_LIMIT,
} from "../../aws/connect";
import { TAG_KEY_PATTERN, TAG_VALUE_PATTERN, tagValueProblem } from "../../aws/iam";
import {
  directoryUserNameProblem,
  EMAIL_PATTERN,
  emailProblem,
  GROUP_PATTERN,
  groupProblem,
  USER_PATTERN,
} from "../../aws/identity-center";
import { emailAddressProblem } from "./rules";
import { key, text } from "./text";

/** Default routing profile, which every instance has. */
export const DEFAULT_ROUTING_PROFILE = "Basic Routing Profile";

/** What manages the users of Amazon Connect; the first is the default. */
export const USER_MANAGERS = ["terraform", "connect-sso"] as const;

/** Schema of tags. */
export const tags = z.record(key(TAG_KEY_PATTERN), text(tagValueProblem, TAG_VALUE_PATTERN));

const applications = z
  .array(z.string())
  .min(1)
  .meta({
    description: "Keys of the applications that the user signs in through.",
    examples: [["agent"]],
  });

const routingProfile = text(profileNameProblem, PROFILE_NAME_PATTERN).meta({
  description: "Name of the routing profile in Amazon Connect.",
  default: DEFAULT_ROUTING_PROFILE,
});

const securityProfiles = z
  .array(text(profileNameProblem, PROFILE_NAME_PATTERN))
  .min(1)
  .max(SECURITY_PROFILE_LIMIT)
  .meta({
    description: "Names of the security profiles in Amazon Connect.",
    examples: [["Agent"]],
  });

const hierarchyGroup = text(hierarchyGroupProblem, HIERARCHY_GROUP_PATTERN).meta({
  description:
    "Hierarchy group in Amazon Connect: the names from the first level to its own, with slashes between them; or its ID.",
  examples: ["Europe/Lisbon/Team A"],
});

const autoAccept = z.boolean().meta({
  description: "Whether the softphone accepts calls by itself.",
  default: false,
});

const afterContactWorkSeconds = z
  .int()
  .min(0)
  .max(AFTER_CONTACT_WORK_LIMIT)
  .meta({
    description: "Seconds for after-contact work; 0 is as long as the agent takes.",
    default: 0,
    examples: [30],
  });

const createInIdentityCenter = z.boolean().meta({
  description:
    "Whether to create the user in Identity Center too, as a member of the groups of the applications.",
  default: false,
});

const emailInConnect = z.boolean().meta({
  description:
    "Whether Amazon Connect gets the e-mail address in addition to the user name. AWS documents it both as required and as refused.",
  default: false,
});

/** Schema of an entry of `users`. */
export const user = z
  .strictObject({
    email: text(emailAddressProblem, EMAIL_PATTERN).meta({
      description:
        "E-mail address in Identity Center, which is the user name in Amazon Connect, unless roleSessionName is userName. Upper and lower case matter.",
      examples: ["agent1@example.com"],
    }),
    userName: text(directoryUserNameProblem, USER_PATTERN)
      .optional()
      .meta({
        description:
          "User name in Identity Center, if it differs from the e-mail address. Upper and lower case matter.",
        examples: ["E1234567"],
      }),
    givenName: text(personNameProblem, PERSON_NAME_PATTERN).meta({ description: "Given name." }),
    familyName: text(personNameProblem, PERSON_NAME_PATTERN).meta({ description: "Family name." }),
    applications,
    routingProfile: routingProfile.optional(),
    securityProfiles,
    hierarchyGroup: hierarchyGroup.optional(),
    autoAccept: autoAccept.optional(),
    afterContactWorkSeconds: afterContactWorkSeconds.optional(),
    deskPhone: text(phoneNumberProblem, PHONE_NUMBER_PATTERN)
      .optional()
      .meta({
        description:
          "Number of a desk phone that calls go to, in quotes. If it is left out, they go to the softphone.",
        examples: ["+12065550100"],
      }),
    secondaryEmail: text(emailProblem, EMAIL_PATTERN)
      .optional()
      .meta({
        description: "E-mail address in Amazon Connect to which its notifications go.",
        examples: ["agent1@example.org"],
      }),
    tags: tags.optional().meta({
      description: "Tags of the user in Amazon Connect, in addition to the tags of all.",
      examples: [{ Team: "Sales" }],
    }),
    connectUserId: text(connectUserIdProblem, CONNECT_USER_ID_PATTERN)
      .optional()
      .meta({
        description:
          "ID of a user that was created by hand in Amazon Connect, which `adopt: true` takes over.",
        examples: ["7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01"],
      }),
    createInIdentityCenter: createInIdentityCenter.optional(),
    emailInConnect: emailInConnect.optional(),
  })
  .meta({ description: "A user of the Amazon Connect instance." });

/** Schema of `usersFrom`: files and groups of users. */
export const usersFrom = z
  .array(
    z
      .strictObject({
        file: z
          .string()
          .min(1)
          .optional()
          .meta({
            description:
              "CSV file with a row for each user, relative to this file: the template with which Amazon Connect imports users, or columns with the names of the keys of a user.",
            examples: ["agents.csv"],
          }),
        group: text(groupProblem, GROUP_PATTERN)
          .optional()
          .meta({
            description:
              "Group in Identity Center, by display name or ID: each of its direct members becomes a user of the instance, in the stack <instance>-people.",
            examples: ["ConnectAgents"],
          }),
        applications: applications.optional(),
        routingProfile: routingProfile.optional(),
        securityProfiles: securityProfiles.optional(),
        hierarchyGroup: hierarchyGroup.optional(),
        autoAccept: autoAccept.optional(),
        afterContactWorkSeconds: afterContactWorkSeconds.optional(),
        tags: tags.optional().meta({
          description: "Tags of these users in Amazon Connect, in addition to the tags of all.",
        }),
        createInIdentityCenter: createInIdentityCenter.optional(),
        emailInConnect: emailInConnect.optional(),
      })
      .refine(({ file, group }) => (file === undefined) !== (group === undefined), {
        message: "names neither a file nor a group, or both; give one of the two keys",
      })
      .meta({
        description: "A file or a group of users, and what they have; a row of a file goes first.",
        oneOf: [{ required: ["file"] }, { required: ["group"] }],
      }),
  )
  .meta({
    description: "Where more users come from than those in `users`.",
    default: [],
    examples: [[{ file: "agents.csv", applications: ["agent"] }]],
  });

/** A user in a config file, as written. */
export type UserConfig = z.infer<typeof user>;

/** An entry of `usersFrom`, as written. */
export type UsersFromConfig = z.infer<typeof usersFrom>[number];
