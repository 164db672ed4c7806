import { Token } from "cdktf";

import {
  nameProblem,
  type NameRule,
  pathProblem,
  POLICY_NAME,
  ROLE_NAME,
  SAML_PROVIDER_NAME,
  SESSION_DURATION,
} from "../iam";
import { judgeMetadata } from "../saml-metadata";
import type { ConnectFederationProps } from "./props";

/**
 * Refuses plain values that IAM would refuse; tokens are left to Terraform and IAM.
 *
 * @throws Error that names every such value
 */
export function checkProps(props: ConnectFederationProps): void {
  const { applications, sharedRoleName, policyName, rolePath } = props;
  const problems: string[] = [];
  const judge = (
    property: string,
    value: string | undefined,
    problem: (value: string) => string | undefined,
  ) => {
    if (value === undefined || Token.isUnresolved(value)) return;
    const message = problem(value);
    if (message !== undefined) problems.push(`${property}: ${JSON.stringify(value)} ${message}`);
  };
  const judgeName = (property: string, rule: NameRule, name: string | undefined) => {
    judge(property, name, (value) => nameProblem(rule, value));
  };

  if (Object.keys(applications).length === 0) {
    problems.push("applications: is empty; name one application at least");
  }
  for (const [key, application] of Object.entries(applications)) {
    const { samlProviderName, samlMetadataDocument, roleName, sessionSeconds } = application;
    const at = `applications.${key}`;
    if (!Token.isUnresolved(samlMetadataDocument)) {
      const { errors } = judgeMetadata(Buffer.from(samlMetadataDocument));
      problems.push(...errors.map((error) => `${at}.samlMetadataDocument: ${error}`));
    }
    judgeName(`${at}.samlProviderName`, SAML_PROVIDER_NAME, samlProviderName);
    judgeName(
      `${at}.roleName`,
      ROLE_NAME,
      sharedRoleName === undefined ? (roleName ?? "") : undefined,
    );
    if (sessionSeconds !== undefined && !isSession(sessionSeconds)) {
      problems.push(
        `${at}.sessionSeconds: ${String(sessionSeconds)} is out of range; an application's session lasts 900 to 43200 seconds`,
      );
    }
  }
  judgeName("sharedRoleName", ROLE_NAME, sharedRoleName);
  judgeName("policyName", POLICY_NAME, policyName);
  judge("rolePath", rolePath, pathProblem);
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

function isSession(seconds: number): boolean {
  const { min, max } = SESSION_DURATION;
  return Number.isInteger(seconds) && seconds >= min && seconds <= max;
}
