import { TerraformVariable, Token, type TerraformStack } from "cdktf";

import {
  instanceArnConditions,
  instanceFrom,
  skipInstanceArnConditions,
} from "../../../modules/constructs/terraform";
import { synthesized } from "../../support/synth";

const ARN = "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";

/** An ARN that only Terraform knows. */
function variableIn(stack: TerraformStack, id = "arn"): string {
  return new TerraformVariable(stack, id, { type: "string" }).stringValue;
}

describe("an instance whose ARN is known", () => {
  it("is read from the ARN, without Terraform", () => {
    const { locals } = synthesized((stack) => {
      expect(instanceFrom(stack, ARN)).toMatchObject({
        partition: "aws",
        region: "us-east-1",
        accountId: "123456789012",
        instanceId: "9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      });
      expect(instanceArnConditions(stack, ARN)).toEqual({});
    });
    expect(locals).toBeUndefined();
  });

  it("is refused at once where it is not one", () => {
    synthesized((stack) => {
      expect(() => instanceFrom(stack, ARN.replace("connect", "iam"))).toThrow(
        'is an ARN of the service "iam", not of Amazon Connect',
      );
    });
  });
});

describe("an instance whose ARN only Terraform knows", () => {
  it("makes no local before something of it is read", () => {
    const { locals } = synthesized((stack) => {
      expect(instanceFrom(stack, variableIn(stack)).arn).toMatch(/^\$\{TfToken\[/);
    });
    expect(locals).toBeUndefined();
  });

  it("is taken apart in one local for each part, however often it is read", () => {
    const { locals = {} } = synthesized((stack) => {
      const arn = variableIn(stack);
      const instance = instanceFrom(stack, arn);
      expect(instanceFrom(stack, arn)).toBe(instance);
      for (const one of [instance, instance]) {
        expect([one.partition, one.region, one.accountId, one.instanceId]).toHaveLength(4);
      }
    });
    expect(Object.values(locals).sort()).toEqual([
      '${element(split("/", var.arn), 1)}',
      '${element(split(":", var.arn), 1)}',
      '${element(split(":", var.arn), 3)}',
      '${element(split(":", var.arn), 4)}',
    ]);
  });

  it("is another for another variable", () => {
    synthesized((stack) => {
      const [one, two] = [variableIn(stack, "one"), variableIn(stack, "two")];
      expect(instanceFrom(stack, one)).not.toBe(instanceFrom(stack, two));
    });
  });

  it("has the audience of its partition, which Terraform chooses", () => {
    const { locals = {} } = synthesized((stack) => {
      expect(Token.isUnresolved(instanceFrom(stack, variableIn(stack)).samlAudience)).toBe(true);
    });
    expect(Object.values(locals)).toContainEqual(
      expect.stringContaining(
        ' == "aws-us-gov") ? "urn:amazon:webservices:govcloud" : "urn:amazon:webservices"}',
      ),
    );
  });

  it("is checked by Terraform, unless its variable has a validation", () => {
    synthesized((stack) => {
      const arn = variableIn(stack);
      expect(instanceArnConditions(stack, arn)).toMatchObject({
        precondition: [
          { errorMessage: expect.stringMatching(/^The instance ARN is not that of/) as string },
          { errorMessage: expect.stringMatching(/^The region of the instance ARN/) as string },
        ],
      });
      skipInstanceArnConditions(stack, arn);
      expect(instanceArnConditions(stack, arn)).toEqual({});
    });
  });
});
