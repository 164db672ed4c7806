import type { Reading } from "./finding";

/** Pages of a list; far more than any organization's people fill. */
const MAX_PAGES = 2_000;

/**
 * Reads one thing. What is not there, and what these credentials may not see, are answers too.
 *
 * @param action the permission that it takes: `iam:GetRole`
 */
export async function read<T>(action: string, call: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { is: "there", value: await call() };
  } catch (error) {
    const { name, message } = error as Error;
    if (/^(NoSuchEntity|ResourceNotFound)(Exception)?$/.test(name)) return { is: "missing" };
    if (/^AccessDenied(Exception)?$/.test(name)) return { is: "unread", why: `it takes ${action}` };
    const why = callFailure(error);
    if (why === undefined) throw error;
    const [first = ""] = message.split("\n");
    return { is: "unread", why: `${action}: ${why} (${first})` };
  }
}

/** Every entry of a list that comes in pages. */
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

/** A value of something that was read. */
export function mapped<T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> {
  return reading.is === "there" ? { is: "there", value: change(reading.value) } : reading;
}

/** Whether a call did not come to AWS at all. */
export function isUnreachable(error: unknown): boolean {
  const { name, code = "" } = error as NodeJS.ErrnoException;
  return name === "TimeoutError" || /^(E[A-Z]+|E_[A-Z]+|ERR_SOCKET\w*)$/.test(code);
}

/** In plain words, why AWS did not answer as asked; `undefined` for a mistake in here. */
export function callFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { name } = error;
  if (/^(CredentialsProviderError|TokenProviderError)$/.test(name)) return "no credentials";
  if (/^(ExpiredToken|RequestExpired)/.test(name)) return "the credentials have expired";
  if (/^(InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|AuthFailure)/.test(name)) {
    return "AWS does not take the credentials";
  }
  if (isUnreachable(error)) return "AWS cannot be reached";
  if (error instanceof EndlessList) return "the list does not end";
  return "$metadata" in error ? `AWS answered ${name}` : undefined;
}
