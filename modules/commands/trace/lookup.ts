/** A page of the event history. */
export interface Page {
  readonly NextToken?: string | undefined;
}

/** Waits so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<unknown>;

/**
 * Milliseconds between two calls: AWS takes two a second, of everybody who reads the event history of the
 * account in the region.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
const GAP = 550;

/** Milliseconds to wait before a call that was refused as one too many is made again. */
const WAITS = [2_000, 4_000, 8_000, 16_000] as const;

/** Reads the pages of the event history one by one, no faster than AWS takes the calls. */
export async function* lookupPages<P extends Page>(
  page: (token: string | undefined) => Promise<P>,
  pause: Pause,
): AsyncGenerator<P> {
  let token: string | undefined;
  do {
    if (token !== undefined) await pause(GAP);
    const read = await patiently(token, page, pause);
    yield read;
    token = read.NextToken;
  } while (typeof token === "string" && token !== "");
}

async function patiently<P>(
  token: string | undefined,
  page: (token: string | undefined) => Promise<P>,
  pause: Pause,
): Promise<P> {
  for (const wait of WAITS) {
    try {
      return await page(token);
    } catch (error) {
      if (!/Throttl|TooManyRequests/.test((error as Error).name)) throw error;
      await pause(wait);
    }
  }
  return page(token);
}
