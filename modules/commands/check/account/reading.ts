import type { Reading } from "./finding";

/** Pages of a list at most; far more than the users of any organization fill. */
const MAX_PAGES = 2_000;

/**
 * Reads one thing. A missing thing, and one that these credentials may not read, are results too.
 *
 * @param action the permission that the call needs, such as `iam:GetRole`
 * @throws any error that does not come from AWS, the network or the credentials
 */
export async function read<T>(action: string, call: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { is: "there", value: await call() };
  } catch (error) {
    const { name, message } = error as Error;
    if (/^(NoSuchEntity|ResourceNotFound)(Exception)?$/.test(name)) return { is: "missing" };
    if (/^AccessDenied(Exception)?$/.test(name))
      return { is: "unread", why: `it needs the permission ${action}` };
    const why = callFailure(error);
    if (why === undefined) throw error;
    const [first = ""] = message.split("\n");
    return { is: "unread", why: `${action}: ${why} (${first})` };
  }
}

/** Collects every entry of a list that comes in pages. */
export async function readAll<Page, T>(
  pages: AsyncIterable<Page>,
  entries: (page: Page) => readonly T[] | undefined,
): Promise<T[]> {
  const all: T[] = [];
  let count = 0;
  for await (const page of pages) {
    all.push(...(entries(page) ?? []));
    if (++count >= MAX_PAGES) throw new EndlessList(`more than ${String(MAX_PAGES)} pages`);
  }
  return all;
}

class EndlessList extends Error {}

/** Converts the value of a reading; one without a value stays as it is. */
export function mapped<T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> {
  return reading.is === "there" ? { is: "there", value: change(reading.value) } : reading;
}

/** Tells whether a call did not reach AWS at all. */
export function isUnreachable(error: unknown): boolean {
  const { name, code = "" } = error as NodeJS.ErrnoException;
  return name === "TimeoutError" || /^(E[A-Z]+|E_[A-Z]+|ERR_SOCKET\w*)$/.test(code);
}

/** Says why a call to AWS failed; `undefined` for an error in this program. */
export function callFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { name } = error;
  if (/^(CredentialsProviderError|TokenProviderError)$/.test(name)) return "no credentials";
  if (/^(ExpiredToken|RequestExpired)/.test(name)) return "the credentials have expired";
  if (/^(InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|AuthFailure)/.test(name)) {
    return "AWS does not accept the credentials";
  }
  if (isUnreachable(error)) return "AWS cannot be reached";
  if (error instanceof EndlessList) return "the list does not end";
  return "$metadata" in error ? `AWS answered ${name}` : undefined;
}
