import type { IConstruct } from "constructs";

import { destinationProblem, instanceArnProblem } from "../../aws/connect";
import { templateProblem } from "../../text";
import {
  flag,
  mapOf,
  nameKeyProblem,
  objectOf,
  optional,
  refuse,
  type Shapes,
  shapeProblems,
  text,
  valueProblems,
} from "../terraform";
import type { ConsoleHandoffProps, HandoffApplication } from "./props";

const APPLICATION: Shapes<HandoffApplication> = {
  roleArn: text,
  samlProviderArn: text,
  createdRoleArn: optional(text),
  createdSamlProviderArn: optional(text),
  destination: optional(text),
  newDomain: optional(flag),
};
const PROPS: Shapes<ConsoleHandoffProps> = {
  instanceArn: text,
  applications: mapOf(objectOf(APPLICATION)),
};

/**
 * Refuses values that the console would not accept, and keys that cannot be part of an output name.
 *
 * @throws Error that names every such value
 */
export function checkHandoffProps(construct: IConstruct, props: ConsoleHandoffProps): void {
  refuse(construct, shapeProblems(props, PROPS));
  const { instanceArn, applications } = props;
  refuse(construct, [
    ...valueProblems("instanceArn", instanceArn, instanceArnProblem),
    ...Object.entries(applications).flatMap(([key, { roleArn, samlProviderArn, destination }]) => [
      ...valueProblems("applications", key, nameKeyProblem),
      ...valueProblems(`applications.${key}.roleArn`, roleArn, (arn) => arnProblem("role", arn)),
      ...valueProblems(`applications.${key}.samlProviderArn`, samlProviderArn, (arn) =>
        arnProblem("saml-provider", arn),
      ),
      ...valueProblems(`applications.${key}.destination`, destination, destinationProblem),
    ]),
  ]);
}

/** Says what is wrong with an ARN of IAM; a path may have any character but a space. */
function arnProblem(type: "role" | "saml-provider", arn: string): string | undefined {
  return (
    templateProblem(arn) ??
    (new RegExp(`^arn:aws[\\w-]*:iam::\\d{12}:${type}/[!-~]+$`).test(arn)
      ? undefined
      : `is not an ARN as arn:aws:iam::<account>:${type}/<name>, without spaces; sign-in would fail with it; give that`)
  );
}
