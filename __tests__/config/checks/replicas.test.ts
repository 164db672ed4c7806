import { load, OTHER_ACCOUNT, whole } from "../../support/config";

const ID = "9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const instance = (region: string, ...lines: string[]) =>
  whole(
    `instanceArn: arn:aws:connect:${region}:123456789012:instance/${ID}`,
    "permission: { form: instance-condition }",
    "applications: { agent: { destination: /ccp-v2, newDomain: true } }",
    ...lines,
  );

describe("an instance and its replica", () => {
  it("get a remark that names what agents need to fail over", () => {
    const { instances, reported } = load({
      "east.yaml": instance("us-east-1"),
      "west.yaml": instance("us-west-2", "namePrefix: West"),
    });
    expect(reported).toEqual([
      `warning: config/west.yaml:1:14 instanceArn: "arn:aws:connect:us-west-2:123456789012:instance/${ID}" has the instance ID of config/east.yaml in another region, as replicas of Global Resiliency have; agents fail over only if each of them exists in both instances and belongs to a traffic distribution group before the first sign-in, and through the sign-in endpoint of Global Resiliency, which these configs do not set up; list the users in both files, and follow AWS's guide for the rest`,
    ]);
    expect(instances).toHaveLength(2);
  });

  it("are not two configs of one region", () => {
    const { reported } = load({
      "east.yaml": instance("us-east-1"),
      "other.yaml": instance("us-east-1", "namePrefix: Other"),
    });
    expect(reported.filter((line) => line.includes("Global Resiliency"))).toEqual([]);
  });

  it("are not instances of two accounts", () => {
    const { reported } = load({
      "ours.yaml": instance("eu-central-1"),
      "theirs.yaml": whole(OTHER_ACCOUNT, "applications: { agent: {} }"),
    });
    expect(reported).toEqual([]);
  });
});
