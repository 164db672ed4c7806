import { IAMClient } from "@aws-sdk/client-iam";

import { POOL, reset } from "./moto-pool";

/** An AWS emulator that a test has to itself, with nothing in it; it is one of the pool's. */
export class Moto {
  private constructor(public readonly url: string) {}

  public static async start(accountId = "123456789012"): Promise<Moto> {
    return new Moto(await ask("lend", accountId));
  }

  public async stop(): Promise<void> {
    await ask("return", this.url);
  }

  /** Empties the account, for the next test. */
  public reset(): Promise<void> {
    return reset(this.url);
  }

  /** What sends an unmodified stack here. One attempt: moto answers unknown calls with 500. */
  public environment(region: string): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.url,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_REGION: region,
      AWS_MAX_ATTEMPTS: "1",
      AWS_EC2_METADATA_DISABLED: "true",
    };
  }

  public iam(region: string): IAMClient {
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    return new IAMClient({ endpoint: this.url, region, credentials, maxAttempts: 1 });
  }
}

async function ask(action: "lend" | "return", about: string): Promise<string> {
  const pool = process.env[POOL];
  if (pool === undefined) throw new Error("the global setup did not run");
  const answer = await fetch(`${pool}/${action}/${encodeURIComponent(about)}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
