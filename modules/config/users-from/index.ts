export { withUsersFrom } from "./users-from";
