import { INSTANCE_ARN_FORM, isPartitionName, PARTITIONS } from "../../modules/aws";

describe("a partition that offers Amazon Connect", () => {
  test.each(["aws", "aws-us-gov"])("is %s", (name) => {
    expect(isPartitionName(name)).toBe(true);
  });

  test.each(["aws-cn", "aws-iso", "AWS", "", "constructor", "__proto__"])("is not %j", (name) => {
    expect(isPartitionName(name)).toBe(false);
  });
});

describe("a region of the commercial partition", () => {
  test.each(["us-east-1", "eu-west-2", "ap-southeast-2", "il-central-1", "mx-central-1"])(
    "is %s",
    (region) => {
      expect(PARTITIONS.aws.regionPattern.test(region)).toBe(true);
    },
  );

  test.each([
    "us-gov-west-1",
    "cn-north-1",
    "us-iso-east-1",
    "us-east-1a",
    "US-EAST-1",
    "Virginia",
  ])("is not %s", (region) => {
    expect(PARTITIONS.aws.regionPattern.test(region)).toBe(false);
  });
});

describe("the form of an instance ARN for Terraform, which has no look-ahead,", () => {
  const matches = (arn: string) =>
    new RegExp(INSTANCE_ARN_FORM.pattern).test(arn) &&
    !new RegExp(INSTANCE_ARN_FORM.except).test(arn);

  test.each([
    "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    "arn:aws-us-gov:connect:us-gov-west-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
  ])("takes %s", (arn) => {
    expect(matches(arn)).toBe(true);
  });

  test.each([
    "arn:aws:connect:us-gov-west-1:123456789012:instance/x",
    "arn:aws:connect:cn-north-1:123456789012:instance/x",
    "arn:aws:connect:us-iso-east-1:123456789012:instance/x",
    "arn:aws-us-gov:connect:us-east-1:123456789012:instance/x",
    "arn:aws:connect:us-east-1:12345:instance/x",
    "arn:aws:connect:us-east-1:123456789012:instance/x/queue/y",
    "arn:aws:iam::123456789012:role/x",
  ])("refuses %s", (arn) => {
    expect(matches(arn)).toBe(false);
  });
});
