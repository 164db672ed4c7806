import { type Call, ServiceError } from "./service";

const INSTANCE_ID = "ssoins-1234567890abcdef";
const APPLICATION_ARN =
  /^arn:aws:sso::\d{12}:application\/ssoins-1234567890abcdef\/apl-[a-zA-Z0-9]{16}$/;
const PROVISIONING_STATUS = "DescribePermissionSetProvisioningStatus";
const REQUEST_ID = "0f9e8d7c-6b5a-4c3d-8e2f-1a0b9c8d7e6f";
const PRINCIPAL_ID =
  /^([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$/;

const SET_OF_MOTO = `arn:aws:sso:::instance/${INSTANCE_ID}/ps-`;
const SET_OF_AWS = `arn:aws:sso:::permissionSet/${INSTANCE_ID}/ps-`;

/** Writes the ARNs of permission sets in a request as moto does, whose form AWS does not have. */
export function setArnsOfMoto(request: string): string {
  return request.replaceAll(SET_OF_AWS, SET_OF_MOTO);
}

/** Writes the ARNs of permission sets in an answer of moto as AWS does. */
export function setArnsOfAws(answer: string): string {
  return answer.replaceAll(SET_OF_MOTO, SET_OF_AWS);
}

export interface Assignment {
  readonly ApplicationArn: string;
  readonly PrincipalId: string;
  readonly PrincipalType: "GROUP" | "USER";
}

/** SSO Admin, as far as applications go: `SWBExternalService` in the JSON 1.1 protocol. */
export class IdentityCenter {
  public readonly instanceArn = `arn:aws:sso:::instance/${INSTANCE_ID}`;
  public readonly identityStoreId = "d-1234567890";
  private readonly applications = new Map<string, Map<string, Assignment>>();
  private readonly names = new Map<string, string>();

  public constructor(
    private readonly accountId: string,
    /** Whether the organization has Identity Center at all. */
    private readonly enabled: boolean,
  ) {}

  /** What a person does in the console. */
  public addApplication(arn: string, name = "Amazon Connect"): void {
    this.applications.set(arn, new Map());
    this.names.set(arn, name);
  }

  public deleteApplication(arn: string): void {
    this.applications.delete(arn);
  }

  /** `GROUP <id>` and `USER <id>` of an application. */
  public assigned(arn: string): string[] {
    return [...(this.applications.get(arn)?.keys() ?? [])].sort();
  }

  public assign(ApplicationArn: string, principal: string): void {
    const [type, PrincipalId = ""] = principal.split(" ");
    const PrincipalType = type === "GROUP" ? type : "USER";
    const assignment = { ApplicationArn, PrincipalId, PrincipalType } as const;
    this.applications.get(ApplicationArn)?.set(principal, assignment);
  }

  public unassign(arn: string, principal: string): void {
    this.applications.get(arn)?.delete(principal);
  }

  public readonly answer = ({ operation, input }: Call): unknown => {
    if (operation === "ListInstances") return { Instances: this.enabled ? [this.instance()] : [] };
    if (operation === "DescribeInstance") {
      const EncryptionConfigurationDetails = {
        KeyType: "AWS_OWNED_KMS_KEY",
        EncryptionStatus: "ENABLED",
      };
      return { ...this.instance(), PermissionSetsEnabled: true, EncryptionConfigurationDetails };
    }
    if (operation === "ListApplications") {
      return { Applications: [...this.applications.keys()].map((arn) => this.description(arn)) };
    }
    // Of permission sets, which moto has, but without tags, and provisions for its own instance alone.
    if (operation === "ListTagsForResource") return { Tags: [] };
    if (operation === "ProvisionPermissionSet" || operation === PROVISIONING_STATUS) {
      return { PermissionSetProvisioningStatus: { Status: "SUCCEEDED", RequestId: REQUEST_ID } };
    }
    if (!operation.includes("Application")) return undefined;
    const arn = String(input["ApplicationArn"]);
    const assignments = this.applications.get(arn);
    if (!APPLICATION_ARN.test(arn)) throw new ServiceError("ValidationException", "ApplicationArn");
    if (!assignments) throw new ServiceError("ResourceNotFoundException", `${arn} does not exist`);
    switch (operation) {
      case "DescribeApplication":
        return this.description(arn);
      case "PutApplicationAssignmentConfiguration":
      case "GetApplicationAssignmentConfiguration":
        // Reported of applications that are made in the console, as all of these are:
        // https://github.com/aws-ia/terraform-aws-iam-identity-center/issues/71
        throw new ServiceError(
          "ValidationException",
          `The application with arn '${arn}' is not supported for this action.`,
        );
      case "ListApplicationAssignments":
        return { ApplicationAssignments: [...assignments.values()] };
      default:
        return assignment(operation, assignments, input as unknown as Assignment);
    }
  };

  private instance() {
    return {
      InstanceArn: this.instanceArn,
      IdentityStoreId: this.identityStoreId,
      OwnerAccountId: this.accountId,
      CreatedDate: 1_767_225_600,
      Status: "ACTIVE",
    };
  }

  private description(arn: string) {
    return {
      ApplicationArn: arn,
      ApplicationProviderArn: "arn:aws:sso::aws:applicationProvider/catalog/amazon-connect",
      ApplicationAccount: this.accountId,
      InstanceArn: this.instanceArn,
      Name: this.names.get(arn),
      Status: "ENABLED",
      PortalOptions: { Visibility: "ENABLED", SignInOptions: { Origin: "IDENTITY_CENTER" } },
      CreatedDate: 1_767_225_600,
    };
  }
}

function assignment(
  operation: string,
  assignments: Map<string, Assignment>,
  { ApplicationArn, PrincipalId, PrincipalType }: Assignment,
): unknown {
  if (!PRINCIPAL_ID.test(PrincipalId) || !["GROUP", "USER"].includes(PrincipalType)) {
    throw new ServiceError(
      "ValidationException",
      `${PrincipalType} ${PrincipalId} is no principal`,
    );
  }
  const key = `${PrincipalType} ${PrincipalId}`;
  const given = assignments.get(key);
  switch (operation) {
    case "CreateApplicationAssignment":
      if (given) throw new ServiceError("ConflictException", `${key} is assigned already`);
      assignments.set(key, { ApplicationArn, PrincipalId, PrincipalType });
      return {};
    case "DescribeApplicationAssignment":
      if (!given) throw new ServiceError("ResourceNotFoundException", `${key} is not assigned`);
      return given;
    case "DeleteApplicationAssignment":
      assignments.delete(key);
      return {};
    default:
      return undefined;
  }
}
