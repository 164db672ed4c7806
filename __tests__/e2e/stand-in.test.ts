import {
  ConnectClient,
  CreateUserCommand,
  DeleteUserCommand,
  DescribeInstanceAttributeCommand,
  DescribeInstanceCommand,
  DescribeRoutingProfileCommand,
  DescribeSecurityProfileCommand,
  DescribeUserCommand,
  ListRoutingProfileQueuesCommand,
  ListRoutingProfilesCommand,
  ListSecurityProfilePermissionsCommand,
  ListSecurityProfilesCommand,
  ListUsersCommand,
  UpdateUserPhoneConfigCommand,
} from "@aws-sdk/client-connect";
import { CreateRoleCommand, IAMClient, ListRolesCommand } from "@aws-sdk/client-iam";
import {
  CreateGroupCommand,
  CreateGroupMembershipCommand,
  CreateUserCommand as CreateDirectoryUserCommand,
  DeleteGroupMembershipCommand,
  DeleteUserCommand as DeleteDirectoryUserCommand,
  DescribeGroupMembershipCommand,
  GetGroupIdCommand,
  GetGroupMembershipIdCommand,
  IdentitystoreClient,
  ListGroupMembershipsCommand,
} from "@aws-sdk/client-identitystore";
import {
  CreateApplicationAssignmentCommand,
  CreatePermissionSetCommand,
  DeleteApplicationAssignmentCommand,
  DescribeApplicationAssignmentCommand,
  DescribeApplicationCommand,
  GetApplicationAssignmentConfigurationCommand,
  ListApplicationAssignmentsCommand,
  ListInstancesCommand,
  PutApplicationAssignmentConfigurationCommand,
  SSOAdminClient,
} from "@aws-sdk/client-sso-admin";

import { Moto } from "./support/moto";
import { StandIn } from "./support/stand-in";
import { describeWithTools } from "./support/tools";

/*
 * The AWS SDK sends what AWS's service models say and reads what they say, so that the stand-in's
 * shapes are AWS's and not made up.
 */
describeWithTools("the stand-in, as the AWS SDK sees it", () => {
  const instanceId = "9690dd9b-3de7-4097-b4d9-67829f7c8fca";
  const InstanceId = instanceId;
  const ApplicationArn =
    "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
  const IdentityStoreId = "d-1234567890";
  let moto: Moto;
  let standIn: StandIn;

  beforeAll(async () => {
    moto = await Moto.start();
    standIn = await StandIn.start(moto, {
      identityCenter: { region: "eu-west-1", accountId: "123456789012" },
      connect: {
        instanceArn: `arn:aws:connect:us-east-1:123456789012:instance/${instanceId}`,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile"],
        securityProfiles: ["Agent", "Admin"],
      },
    });
    standIn.identityCenter.addApplication(ApplicationArn);
  });
  afterAll(async () => {
    await moto.stop();
    await standIn.stop();
  });

  const options = (region: string) => ({
    endpoint: standIn.url,
    region,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  });

  describe("SSO Admin", () => {
    const admin = (region = "eu-west-1") => new SSOAdminClient(options(region));
    const principal = {
      ApplicationArn,
      PrincipalId: "9067642ac7-11111111-2222-3333-4444-555555555555",
      PrincipalType: "GROUP" as const,
    };

    it("lists its one instance in its region, and none elsewhere", async () => {
      const { Instances } = await admin().send(new ListInstancesCommand({}));
      expect(Instances).toEqual([
        {
          InstanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
          IdentityStoreId,
          OwnerAccountId: "123456789012",
          CreatedDate: new Date("2026-01-01T00:00:00Z"),
          Status: "ACTIVE",
        },
      ]);
      const elsewhere = await admin("us-east-1").send(new ListInstancesCommand({}));
      expect(elsewhere.Instances).toEqual([]);
    });

    it("describes an application", async () => {
      expect(await admin().send(new DescribeApplicationCommand({ ApplicationArn }))).toMatchObject({
        ApplicationArn,
        ApplicationAccount: "123456789012",
        InstanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
        Status: "ENABLED",
        PortalOptions: { Visibility: "ENABLED", SignInOptions: { Origin: "IDENTITY_CENTER" } },
        CreatedDate: new Date("2026-01-01T00:00:00Z"),
      });
    });

    it("assigns, tells, refuses to assign twice, and takes away", async () => {
      const client = admin();
      await client.send(new CreateApplicationAssignmentCommand(principal));
      expect(await client.send(new DescribeApplicationAssignmentCommand(principal))).toMatchObject(
        principal,
      );
      const list = new ListApplicationAssignmentsCommand({ ApplicationArn });
      expect((await client.send(list)).ApplicationAssignments).toEqual([principal]);
      await expect(
        client.send(new CreateApplicationAssignmentCommand(principal)),
      ).rejects.toMatchObject({ name: "ConflictException" });

      await client.send(new DeleteApplicationAssignmentCommand(principal));
      await expect(
        client.send(new DescribeApplicationAssignmentCommand(principal)),
      ).rejects.toMatchObject({ name: "ResourceNotFoundException" });
      expect((await client.send(list)).ApplicationAssignments).toEqual([]);
    });

    it("refuses to make a permission set twice", async () => {
      const InstanceArn = "arn:aws:sso:::instance/ssoins-1234567890abcdef";
      const make = (Name: string) =>
        admin().send(new CreatePermissionSetCommand({ InstanceArn, Name }));
      await make("AmazonConnectAgent");
      await make("AmazonConnectAdmin");
      await expect(make("AmazonConnectAgent")).rejects.toMatchObject({
        name: "ConflictException",
        message: "PermissionSet with name AmazonConnectAgent already exists.",
      });
    });

    it("has no assignment configuration to read or to set, as all is made in the console", async () => {
      const client = admin();
      const refusal = {
        name: "ValidationException",
        message: `The application with arn '${ApplicationArn}' is not supported for this action.`,
      };
      const put = { ApplicationArn, AssignmentRequired: true };
      await expect(
        client.send(new PutApplicationAssignmentConfigurationCommand(put)),
      ).rejects.toMatchObject(refusal);
      await expect(
        client.send(new GetApplicationAssignmentConfigurationCommand({ ApplicationArn })),
      ).rejects.toMatchObject(refusal);
    });

    it.each([
      ["an application that is not there", { ApplicationArn: `${ApplicationArn.slice(0, -1)}2` }],
      ["an application in another region", {}, "us-east-1"],
    ])("does not find %s", async (_, change, region = "eu-west-1") => {
      await expect(
        admin(region).send(new CreateApplicationAssignmentCommand({ ...principal, ...change })),
      ).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    });

    it.each([
      ["an ARN that is none", { ApplicationArn: "arn:aws:sso::123456789012:application/x" }],
      ["a principal that is named instead of given by ID", { PrincipalId: "ConnectAgents" }],
    ])("refuses %s", async (_, change) => {
      await expect(
        admin().send(new CreateApplicationAssignmentCommand({ ...principal, ...change })),
      ).rejects.toMatchObject({ name: "ValidationException" });
    });
  });

  describe("the identity store", () => {
    it("keeps memberships as long as user and group are there, and each once", async () => {
      const store = new IdentitystoreClient(options("eu-west-1"));
      const { GroupId } = await store.send(
        new CreateGroupCommand({ IdentityStoreId, DisplayName: "ConnectAgents" }),
      );
      const { UserId = "" } = await store.send(
        new CreateDirectoryUserCommand({
          IdentityStoreId,
          UserName: "agent1@example.com",
          DisplayName: "Agent One",
          Name: { GivenName: "Agent", FamilyName: "One" },
        }),
      );
      const membership = { IdentityStoreId, GroupId, MemberId: { UserId } };
      const create = new CreateGroupMembershipCommand(membership);
      const { MembershipId } = await store.send(create);
      const describe = new DescribeGroupMembershipCommand({ IdentityStoreId, MembershipId });
      expect(await store.send(describe)).toMatchObject({ ...membership, MembershipId });
      await expect(store.send(create)).rejects.toMatchObject({ name: "ConflictException" });

      const find = new GetGroupMembershipIdCommand(membership);
      expect(await store.send(find)).toMatchObject({ IdentityStoreId, MembershipId });

      await store.send(new DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId }));
      await expect(store.send(find)).rejects.toMatchObject({ name: "ResourceNotFoundException" });
      await expect(store.send(describe)).rejects.toMatchObject({
        name: "ResourceNotFoundException",
      });

      await store.send(create);
      await store.send(new DeleteDirectoryUserCommand({ IdentityStoreId, UserId }));
      const list = new ListGroupMembershipsCommand({ IdentityStoreId, GroupId });
      expect((await store.send(list)).GroupMemberships).toEqual([]);
    });

    it("does not find a group that is not there", async () => {
      const AlternateIdentifier = {
        UniqueAttribute: { AttributePath: "DisplayName", AttributeValue: "Nobody" },
      };
      await expect(
        new IdentitystoreClient(options("eu-west-1")).send(
          new GetGroupIdCommand({ IdentityStoreId, AlternateIdentifier }),
        ),
      ).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    });
  });

  describe("Amazon Connect", () => {
    const connect = () => new ConnectClient(options("us-east-1"));

    it("describes its instance and the instance's attributes", async () => {
      const { Instance } = await connect().send(new DescribeInstanceCommand({ InstanceId }));
      expect(Instance).toMatchObject({
        Id: instanceId,
        Arn: `arn:aws:connect:us-east-1:123456789012:instance/${instanceId}`,
        IdentityManagementType: "SAML",
        InstanceStatus: "ACTIVE",
        CreatedTime: new Date("2026-01-01T00:00:00Z"),
      });
      const { Attribute } = await connect().send(
        new DescribeInstanceAttributeCommand({ InstanceId, AttributeType: "CONTACT_LENS" }),
      );
      expect(Attribute).toEqual({ AttributeType: "CONTACT_LENS", Value: "false" });
    });

    it("finds no instance in another region", async () => {
      await expect(
        new ConnectClient(options("eu-west-1")).send(new DescribeInstanceCommand({ InstanceId })),
      ).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    });

    it("knows its profiles", async () => {
      const client = connect();
      const routing = await client.send(new ListRoutingProfilesCommand({ InstanceId }));
      expect(routing.RoutingProfileSummaryList?.map(({ Name }) => Name)).toEqual([
        "Basic Routing Profile",
      ]);
      const RoutingProfileId = routing.RoutingProfileSummaryList?.[0]?.Id;
      const { RoutingProfile } = await client.send(
        new DescribeRoutingProfileCommand({ InstanceId, RoutingProfileId }),
      );
      expect(RoutingProfile).toMatchObject({ RoutingProfileId, Name: "Basic Routing Profile" });
      const queues = await client.send(
        new ListRoutingProfileQueuesCommand({ InstanceId, RoutingProfileId }),
      );
      expect(queues.RoutingProfileQueueConfigSummaryList).toEqual([]);

      const security = await client.send(new ListSecurityProfilesCommand({ InstanceId }));
      expect(security.SecurityProfileSummaryList?.map(({ Name }) => Name)).toEqual([
        "Agent",
        "Admin",
      ]);
      const SecurityProfileId = security.SecurityProfileSummaryList?.[0]?.Id;
      const { SecurityProfile } = await client.send(
        new DescribeSecurityProfileCommand({ InstanceId, SecurityProfileId }),
      );
      expect(SecurityProfile).toMatchObject({
        Id: SecurityProfileId,
        SecurityProfileName: "Agent",
      });
      const permissions = await client.send(
        new ListSecurityProfilePermissionsCommand({ InstanceId, SecurityProfileId }),
      );
      expect(permissions.Permissions).toEqual(["BasicAgentAccess"]);
    });

    const user = async (client: ConnectClient) => {
      const routing = await client.send(new ListRoutingProfilesCommand({ InstanceId }));
      const security = await client.send(new ListSecurityProfilesCommand({ InstanceId }));
      return {
        Username: "agent1@example.com",
        IdentityInfo: { FirstName: "Agent", LastName: "One" },
        PhoneConfig: { PhoneType: "SOFT_PHONE" as const },
        RoutingProfileId: routing.RoutingProfileSummaryList?.[0]?.Id,
        SecurityProfileIds: [security.SecurityProfileSummaryList?.[0]?.Id ?? ""],
      };
    };

    it("makes a user, changes it, lists it, and deletes it", async () => {
      const client = connect();
      const wanted = await user(client);
      const create = new CreateUserCommand({ InstanceId, ...wanted });
      const { UserId, UserArn } = await client.send(create);
      expect(UserArn).toBe(
        `arn:aws:connect:us-east-1:123456789012:instance/${instanceId}/agent/${UserId ?? ""}`,
      );
      const describe = new DescribeUserCommand({ InstanceId, UserId });
      expect((await client.send(describe)).User).toEqual({ Id: UserId, Arn: UserArn, ...wanted });
      const { UserSummaryList } = await client.send(new ListUsersCommand({ InstanceId }));
      expect(UserSummaryList).toEqual([
        { Id: UserId, Arn: UserArn, Username: "agent1@example.com" },
      ]);
      await expect(client.send(create)).rejects.toMatchObject({
        name: "DuplicateResourceException",
      });

      const PhoneConfig = { PhoneType: "DESK_PHONE" as const, DeskPhoneNumber: "+12065550100" };
      await client.send(new UpdateUserPhoneConfigCommand({ InstanceId, UserId, PhoneConfig }));
      expect((await client.send(describe)).User).toMatchObject({ PhoneConfig });

      await client.send(new DeleteUserCommand({ InstanceId, UserId }));
      await expect(client.send(describe)).rejects.toMatchObject({
        name: "ResourceNotFoundException",
      });
    });

    it.each([
      ["a password", { Password: "Secret123" }, "InvalidRequestException"],
      ["a directory user", { DirectoryUserId: "x" }, "InvalidRequestException"],
      [
        "an e-mail address",
        { IdentityInfo: { FirstName: "A", LastName: "B", Email: "a@example.com" } },
        "InvalidRequestException",
      ],
      ["no name", { IdentityInfo: {} }, "InvalidRequestException"],
      ["a user name with +", { Username: "a+b@example.com" }, "InvalidParameterException"],
      ["a profile of nobody", { RoutingProfileId: "x" }, "ResourceNotFoundException"],
    ])("refuses a SAML user with %s", async (_, change, name) => {
      const client = connect();
      await expect(
        client.send(new CreateUserCommand({ InstanceId, ...(await user(client)), ...change })),
      ).rejects.toMatchObject({ name });
    });
  });

  it("leaves everything else to moto", async () => {
    const role = { RoleName: "Agents", AssumeRolePolicyDocument: '{"Version":"2012-10-17"}' };
    await new IAMClient(options("us-east-1")).send(new CreateRoleCommand(role));
    const { Roles } = await moto.iam("us-east-1").send(new ListRolesCommand({}));
    expect(Roles?.map(({ RoleName }) => RoleName)).toEqual(["Agents"]);
  });
});
