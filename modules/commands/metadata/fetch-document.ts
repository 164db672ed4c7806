import { METADATA_LIMITS } from "../../aws/saml";

/** The function that sends a request, as Node.js has it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Bounds of one fetch, with all its redirects. */
export interface FetchBounds {
  readonly wholeMs: number;
  readonly bytes: number;
  readonly redirects: number;
}

const BOUNDS: FetchBounds = { wholeMs: 20_000, bytes: METADATA_LIMITS.maxBytes, redirects: 3 };

/** A document, or why it could not be fetched and what to do. */
export type Fetched = { readonly bytes: Uint8Array } | { readonly why: string };

/**
 * Fetches a document over https. A redirect is followed only within the host: who is asked for the key
 * that sign-in trusts must be the one that was named.
 */
export async function fetchDocument(
  url: string,
  fetch: Fetch,
  bounds: FetchBounds = BOUNDS,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(bounds.wholeMs);
  try {
    let at = url;
    for (let redirects = 0; redirects <= bounds.redirects; redirects += 1) {
      const headers = { accept: "application/samlmetadata+xml, application/xml, text/xml, */*" };
      const response = await fetch(at, { redirect: "manual", signal, headers });
      const target = redirectOf(response, at);
      if (target === undefined) return await documentOf(response, bounds);
      await response.body?.cancel();
      if (target.protocol !== "https:" || target.host !== new URL(at).host) {
        return {
          why: `it redirects to ${target.origin}, and redirects to other hosts are not followed; if that is the right place, give its URL`,
        };
      }
      at = target.href;
    }
    return {
      why: `it redirects more than ${String(bounds.redirects)} times; give the URL at the end`,
    };
  } catch (error) {
    if (signal.aborted) {
      return {
        why: `there was no whole answer within ${String(bounds.wholeMs / 1_000)} seconds; check the network and the proxy, or download the file and save it yourself`,
      };
    }
    return {
      why: `it cannot be reached (${reasonOf(error)}); check the URL, the network and the proxy`,
    };
  }
}

function redirectOf({ status, headers }: Response, from: string): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const location = headers.get("location") ?? "";
  return URL.canParse(location, from) ? new URL(location, from) : undefined;
}

async function documentOf(response: Response, { bytes: most }: FetchBounds): Promise<Fetched> {
  const { status, body } = response;
  if (status !== 200) {
    await body?.cancel();
    return { why: `it answers with the status ${String(status)}; check the URL` };
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most) {
      return {
        why: `the answer is longer than ${String(most / 1_000_000)} MB, which no metadata is; check the URL`,
      };
    }
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks) };
}

/** The reason of a network failure, which Node.js hides in the cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  if (typeof cause !== "object" || cause === null) return message;
  return "code" in cause ? String(cause.code) : String((cause as Partial<Error>).message);
}
