export { ConnectUsers } from "./connect-users";
export type { ConnectUserProps, ConnectUsersProps } from "./props";
export { GroupUsers } from "./group-users";
