import { type Aws, booleanIn, optionalText, type Reading, textIn } from "../../aws";

/** An application, as Identity Center has it. */
export interface ApplicationState {
  readonly application: Reading<{
    readonly isEnabled: boolean;
    /** Display name; `undefined` when AWS leaves it out. */
    readonly name: string | undefined;
  }>;
  /** Whether only assigned users may sign in; `undefined` where AWS has no such setting. */
  readonly assignmentRequired: Reading<boolean | undefined>;
  readonly assignments: Reading<readonly Principal[]>;
}

/** A group or user that is assigned to an application. */
export interface Principal {
  readonly type: "GROUP" | "USER";
  readonly id: string;
}

/** Reads an application and who is assigned to it. */
export async function readApplication(aws: Aws, ApplicationArn: string): Promise<ApplicationState> {
  const { ssoAdmin } = aws.sdk;
  const client = new ssoAdmin.SSOAdminClient(aws.options);
  const Configuration = ssoAdmin.GetApplicationAssignmentConfigurationCommand;
  return {
    application: await aws.read(
      "sso:DescribeApplication",
      () => client.send(new ssoAdmin.DescribeApplicationCommand({ ApplicationArn })),
      ({ Status, Name }) => ({
        isEnabled: textIn(Status, "Status") !== "DISABLED",
        name: optionalText(Name, "Name"),
      }),
    ),
    assignmentRequired: await aws.read(
      "sso:GetApplicationAssignmentConfiguration",
      () => client.send(new Configuration({ ApplicationArn })).catch(unsupported),
      (found) => found && booleanIn(found.AssignmentRequired, "AssignmentRequired"),
    ),
    assignments: await aws.readList(
      "sso:ListApplicationAssignments",
      () => ssoAdmin.paginateListApplicationAssignments({ client }, { ApplicationArn }),
      (page) => page.ApplicationAssignments,
      ({ PrincipalType, PrincipalId }) => ({
        type: PrincipalType === "GROUP" ? "GROUP" : "USER",
        id: textIn(PrincipalId, "PrincipalId"),
      }),
    ),
  };
}

/**
 * Takes it for an answer that an application has no assignment configuration, as AWS says of some that
 * are made in the console.
 *
 * @see https://github.com/aws-ia/terraform-aws-iam-identity-center/issues/71
 */
function unsupported(error: unknown): undefined {
  const { name, message } = error as Error;
  if (name === "ValidationException" && /not supported for this action/i.test(message)) return;
  throw error;
}
