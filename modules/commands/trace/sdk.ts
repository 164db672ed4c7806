import type { CloudTrail } from "./read-events";

const PACKAGE = "@aws-sdk/client-cloudtrail";

/** Loads the package of the AWS SDK that reads CloudTrail, or says how to install it. */
export async function loadCloudTrail(): Promise<CloudTrail | { readonly missing: string }> {
  try {
    return await import("@aws-sdk/client-cloudtrail");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isAbsent = code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND";
    if (!isAbsent || !message.includes(PACKAGE)) throw error;
    return { missing: `is not installed, and trace needs it; run npm install ${PACKAGE}` };
  }
}
