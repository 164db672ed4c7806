export { ConnectUsers } from "./connect-users";
export type { ConnectUserProps, ConnectUsersProps } from "./props";
