import type * as Connect from "@aws-sdk/client-connect";
import type * as Iam from "@aws-sdk/client-iam";
import type * as IdentityStore from "@aws-sdk/client-identitystore";
import type * as SsoAdmin from "@aws-sdk/client-sso-admin";
import type * as Sts from "@aws-sdk/client-sts";

/** The clients of the AWS SDK that the commands need. */
export interface Sdk {
  readonly connect: typeof Connect;
  readonly iam: typeof Iam;
  readonly identityStore: typeof IdentityStore;
  readonly ssoAdmin: typeof SsoAdmin;
  readonly sts: typeof Sts;
}

/** Packages that only the commands that read an account need. */
const PACKAGES = ["connect", "iam", "identitystore", "sso-admin", "sts"].map(
  (client) => `@aws-sdk/client-${client}`,
);

/** Loads the AWS SDK, an optional dependency, or says how to install it. */
export async function loadSdk(): Promise<Sdk | { readonly missing: string }> {
  // The warning is about future releases, not the installed one, and does not help in a report.
  // https://github.com/aws/aws-sdk-js-v3/issues/7983
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  try {
    const [connect, iam, identityStore, ssoAdmin, sts] = await Promise.all([
      import("@aws-sdk/client-connect"),
      import("@aws-sdk/client-iam"),
      import("@aws-sdk/client-identitystore"),
      import("@aws-sdk/client-sso-admin"),
      import("@aws-sdk/client-sts"),
    ]);
    return { connect, iam, identityStore, ssoAdmin, sts };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const absent = code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND";
    if (!absent || !PACKAGES.some((name) => message.includes(name))) throw error;
    return {
      missing: `is not installed, and reading an account needs it; run npm install ${PACKAGES.join(" ")}`,
    };
  }
}
