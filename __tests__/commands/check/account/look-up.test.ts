import { withinBounds } from "../../../../modules/commands/aws";
import { compareWithAccount, type Finding } from "../../../../modules/commands/check/account";
import { FakeAws } from "../../../support/fake-aws";
import { APPLICATION, HEALTHY, settings } from "../../../support/healthy-account";
import { omit } from "../../../support/omit";
import { Project } from "../../../support/project";

const OTHER = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222";
const NAME = "Amazon Connect - Agent";
const WITHOUT = {
  ...settings,
  applications: settings.applications.map((one) => ({ ...omit(one, "applicationArn") })),
} as typeof settings;

describe("check --live looks for applications by their names", () => {
  const aws = new FakeAws();
  const project = new Project();
  const environment = { ...process.env };
  beforeAll(async () => {
    Object.assign(process.env, await aws.start());
  });
  afterAll(async () => {
    process.env = environment;
    project.remove();
    await aws.stop();
  });

  /** What is found of applications by name, in an account that answers so. */
  async function found(
    config: typeof settings,
    answers: Readonly<Record<string, object | string>>,
    options = {},
  ): Promise<Finding[]> {
    aws.calls.length = 0;
    aws.answers = { ...HEALTHY, ...answers };
    const all = await withinBounds((bounds) => compareWithAccount(config, options, bounds));
    return all.filter(
      ({ subject, stack }) => subject.startsWith("application") && stack === undefined,
    );
  }
  const listed = (...applications: [name: string, arn: string][]) => ({
    "sso ListApplications": {
      Applications: applications.map(([Name, ApplicationArn]) => ({ Name, ApplicationArn })),
    },
  });

  it("and says which ARN the config lacks", async () => {
    expect(await found(WITHOUT, listed([NAME, APPLICATION]))).toEqual([
      {
        subject: "application agent",
        verdict: "warning",
        message: `"Amazon Connect - Agent" is ${APPLICATION} in Identity Center, and the config has no ARN of it; run npm run discover -- --write, or set applications.agent.applicationArn to it`,
      },
    ]);
  });

  it("and says that one is still to come, or that several have the name", async () => {
    expect(await found(WITHOUT, listed(["Amazon Connect - Sales", OTHER]))).toEqual([
      {
        subject: "application agent",
        verdict: "waiting",
        message: 'no application is called "Amazon Connect - Agent" in Identity Center yet',
      },
    ]);
    expect(await found(WITHOUT, listed([NAME, APPLICATION], [NAME, OTHER]))).toEqual([
      {
        subject: "application agent",
        verdict: "warning",
        message: `several applications are called "Amazon Connect - Agent", in Identity Center or in the config (${APPLICATION}, ${OTHER}); set applications.agent.applicationArn to the right one`,
      },
    ]);
  });

  it("and says which ARN is right where the config has that of an application with another name", async () => {
    const described = { "sso DescribeApplication": { Status: "ENABLED", Name: "Sales" } };
    const both = listed(["Sales", APPLICATION], [NAME, OTHER]);
    expect(await found(settings, { ...described, ...both })).toEqual([
      {
        subject: "application agent",
        verdict: "warning",
        message: `"Amazon Connect - Agent" is ${OTHER} in Identity Center, and the config has the ARN of another application; set applications.agent.applicationArn to it if that is the one`,
      },
    ]);
    expect(await found(settings, { ...described, ...listed([NAME, OTHER]) })).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(
          "the config has another ARN, which does not exist",
        ) as string,
      }),
    ]);
  });

  it("but asks for nothing where the config is right", async () => {
    expect(await found(settings, listed([NAME, OTHER]))).toEqual([]);
    expect(aws.calls).not.toContain("sso ListApplications");
  });

  it("and says that it may not, only where Identity Center was asked for", async () => {
    expect(await found(WITHOUT, {})).toEqual([]);
    const identityCenterProfile = "organization";
    const keys = "aws_access_key_id = a\naws_secret_access_key = b\n";
    project.write("credentials", `[default]\n${keys}[organization]\n${keys}`);
    delete process.env["AWS_ACCESS_KEY_ID"];
    delete process.env["AWS_SECRET_ACCESS_KEY"];
    process.env["AWS_SHARED_CREDENTIALS_FILE"] = project.path("credentials");
    expect(await found(WITHOUT, {}, { identityCenterProfile })).toEqual([
      {
        subject: "applications of Identity Center",
        verdict: "unread",
        message: "could not be read: it needs the permission sso:ListApplications",
      },
    ]);
  });
});
