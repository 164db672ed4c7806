/**
 * Length of the longest trust policy, in characters, unless AWS has raised the quota of the
 * account.
 */
const TRUST_POLICY_MAX = 2_048;

/**
 * Lets users of the SAML providers assume the role. `SAML:aud` is the assertion's recipient, so it
 * lists ACS URLs, not the audience.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html
 */
export function trustPolicy(samlProviderArns: readonly string[], signInUrls: readonly string[]) {
  const [first, ...others] = samlProviderArns;
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: {
          Federated: first !== undefined && others.length === 0 ? first : samlProviderArns,
        },
        Action: "sts:AssumeRoleWithSAML",
        Condition: { StringEquals: { "SAML:aud": signInUrls } },
      },
    ],
  };
}

/**
 * Says what is wrong with a role that trusts so many SAML providers; `undefined` when nothing is.
 */
export function trustPolicyProblem(
  samlProviderArns: readonly string[],
  signInUrls: readonly string[],
): string | undefined {
  const { length } = JSON.stringify(trustPolicy(samlProviderArns, signInUrls));
  return length > TRUST_POLICY_MAX
    ? `lets one role trust ${String(samlProviderArns.length)} SAML providers in a policy of ${length.toLocaleString("en-US")} characters; IAM takes ${TRUST_POLICY_MAX.toLocaleString("en-US")}; use separate roles, or shorten samlProviderName`
    : undefined;
}

/**
 * End of the ARN of the user who signs in, after the ARN of the instance; IAM fills in the
 * variable.
 */
export const SIGNED_IN_USER = "/user/${aws:userid}";

/**
 * Lets the role sign users in to the instance, named by its users' ARNs.
 *
 * @param userResource the ARN of the instance followed by `SIGNED_IN_USER`
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export function userResourcePolicy(userResource: string) {
  return permissionPolicy({ Resource: [userResource] });
}

/**
 * Lets the role sign users in to the instance, named by a condition on its ID. It also covers the
 * instance's replica in another region. The sign-in endpoint of Global Resiliency, through which agents
 * fail over, takes another trust policy.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export function instanceConditionPolicy(instanceId: string) {
  return permissionPolicy({
    Resource: "*",
    Condition: { StringEquals: { "connect:InstanceId": instanceId } },
  });
}

/** Builds the permission policy in either form, for an instance whose ARN is known. */
export function signInPolicy(
  form: "user-resource" | "instance-condition",
  { arn, instanceId }: { readonly arn: string; readonly instanceId: string },
) {
  return form === "user-resource"
    ? userResourcePolicy(`${arn}${SIGNED_IN_USER}`)
    : instanceConditionPolicy(instanceId);
}

function permissionPolicy(where: object) {
  return {
    Version: "2012-10-17",
    Statement: [
      { Sid: "Statement1", Effect: "Allow", Action: "connect:GetFederationToken", ...where },
    ],
  };
}
