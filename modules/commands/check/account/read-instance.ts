import type { InstanceSettings } from "../../../config";
import type { Reading } from "./finding";
import { mapped, read, readAll } from "./reading";
import { type Access, clientOptions, type Sdk } from "./sdk";

/** An Amazon Connect instance and its users, as the account has them. */
export interface InstanceState {
  readonly instance: Reading<{ readonly status: string; readonly identityManagement: string }>;
  /** Names of the users of the instance. */
  readonly users: Reading<readonly string[]>;
}

/** Reads an Amazon Connect instance and the names of its users. */
export async function readInstance(
  { connect }: Sdk,
  access: Access,
  { instance: { instanceId } }: InstanceSettings,
): Promise<InstanceState> {
  const client = new connect.ConnectClient(clientOptions(access));
  const InstanceId = instanceId;
  const instance = await read("connect:DescribeInstance", () =>
    client.send(new connect.DescribeInstanceCommand({ InstanceId })),
  );
  const users = await read("connect:ListUsers", () =>
    readAll(connect.paginateListUsers({ client }, { InstanceId }), (page) => page.UserSummaryList),
  );
  return {
    instance: mapped(instance, ({ Instance }) => ({
      status: Instance?.InstanceStatus ?? "",
      identityManagement: Instance?.IdentityManagementType ?? "",
    })),
    users: mapped(users, (all) => all.map(({ Username = "" }) => Username)),
  };
}
