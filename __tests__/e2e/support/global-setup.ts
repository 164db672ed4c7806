import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { providerEnvironment } from "./aws-provider";
import { MotoPool, POOL } from "./moto-pool";
import { SHARED } from "./packed";
import { missingPrograms, MISSING } from "./tools";

/** Looks once for what every end-to-end test needs, and tells the workers through their environment. */
export default async function globalSetup(): Promise<void> {
  const missing = missingPrograms();
  if (missing.length === 0) {
    const environment = providerEnvironment();
    if (environment) Object.assign(process.env, environment);
    else {
      missing.push(
        "terraform init cannot get the provider hashicorp/aws; connect to the registry or name a mirror folder in TF_PROVIDER_MIRROR",
      );
    }
  }
  const pool = await MotoPool.start();
  Object.assign(globalThis, { pool }); // for the teardown
  process.env[POOL] = pool.url;
  process.env[SHARED] = mkdtempSync(join(tmpdir(), "connect-sso-shared-"));
  process.env[MISSING] = missing.join("; ");
  process.env["CHECKPOINT_DISABLE"] = "1";
  process.env["DISABLE_VERSION_CHECK"] = "1";
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  if (missing.length > 0) console.warn(`\nNo end-to-end tests here: ${missing.join("; ")}`);
}
