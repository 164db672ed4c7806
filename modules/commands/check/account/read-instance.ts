import type { InstanceSettings } from "../../../config";
import { type Aws, type Reading, textIn } from "../../aws";

/** An Amazon Connect instance and its users, as the account has them. */
export interface InstanceState {
  readonly instance: Reading<{ readonly status: string; readonly identityManagement: string }>;
  /** Names of the users of the instance. */
  readonly users: Reading<readonly string[]>;
}

/** Reads an Amazon Connect instance and the names of its users. */
export async function readInstance(
  aws: Aws,
  { instance: { instanceId } }: InstanceSettings,
): Promise<InstanceState> {
  const { connect } = aws.sdk;
  const client = new connect.ConnectClient(aws.options);
  const InstanceId = instanceId;
  return {
    instance: await aws.read(
      "connect:DescribeInstance",
      () => client.send(new connect.DescribeInstanceCommand({ InstanceId })),
      ({ Instance }) => ({
        status: textIn(Instance?.InstanceStatus, "Instance.InstanceStatus"),
        identityManagement: textIn(
          Instance?.IdentityManagementType,
          "Instance.IdentityManagementType",
        ),
      }),
    ),
    users: await aws.readList(
      "connect:ListUsers",
      () => connect.paginateListUsers({ client }, { InstanceId }),
      (page) => page.UserSummaryList,
      ({ Username }) => textIn(Username, "Username"),
    ),
  };
}
