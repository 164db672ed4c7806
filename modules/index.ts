/** Public API of the package: everything that other CDKTF apps may import. */
import "./constructs/library"; // first, to say what is missing where CDKTF is not installed

export type { SignInEndpoint } from "./aws";
export {
  type ConnectInstance,
  type LandingPage,
  parseInstanceArn,
  relayStateUrl,
} from "./aws/connect";
export { attributeMappingValue } from "./aws/iam";
export type { RoleSessionName } from "./aws/identity-center";
export {
  type CertificateFacts,
  judgeMetadata,
  type JudgeOptions,
  type MetadataJudgement,
  type SamlMetadata,
} from "./aws/saml";
export {
  ApplicationAssignments,
  type ApplicationAssignmentsProps,
  type AssignedApplication,
  type AssignedPermissionSet,
  type DirectoryUser,
} from "./constructs/assignments";
export {
  ConnectUsers,
  type ConnectUserProps,
  type ConnectUsersProps,
} from "./constructs/connect-users";
export {
  ConsoleHandoff,
  type ConsoleHandoffProps,
  type HandoffApplication,
  type HandoffValues,
} from "./constructs/console-handoff";
export {
  ConnectFederation,
  type ConnectFederationProps,
  type FederatedApplication,
  type FederatedApplicationArns,
  type FederatedApplicationWithRole,
  type FederationProps,
  SamlMetadataVariable,
  type SeparateRolesProps,
  type SharedRoleProps,
} from "./constructs/federation";
export {
  type ApplicationValues,
  type AttributeMapping,
  consoleSheet,
  type ConsoleSheet,
  type ConsoleSheetInput,
  type ConsoleValues,
  type PermissionSetValues,
  type SheetApplication,
  type SheetPermissionSet,
  type SheetUser,
} from "./synth/console-sheet";
