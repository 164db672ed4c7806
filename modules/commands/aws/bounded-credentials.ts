import { type Bounds, inWords, NoCredentials } from "./bounds";
import type { Sdk } from "./sdk";

/** The SDK's way to credentials. */
export type Credentials = InstanceType<Sdk["sts"]["STSClient"]>["config"]["credentials"];

/**
 * Bounds the time until there are credentials: the SDK waits for ever for a `credential_process` that
 * does not end. Once it is over, later calls fail at once.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export function boundCredentials(credentials: Credentials, { credentialsMs }: Bounds): Credentials {
  let late: NoCredentials | undefined;
  return async (...options) => {
    if (late) throw late;
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        late = new NoCredentials(`no credentials came within ${inWords(credentialsMs)}`);
        reject(late);
      }, credentialsMs);
    });
    try {
      return await Promise.race([credentials(...options), over]);
    } finally {
      clearTimeout(timer);
    }
  };
}
