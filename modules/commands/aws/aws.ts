import { once } from "node:events";

import { listIn, UnexpectedAnswer } from "./answer";
import { BadAnswer, boundHandler, type Handler } from "./bounded-handler";
import { boundCredentials, type Credentials } from "./bounded-credentials";
import type { Bounds } from "./bounds";
import { callFailure } from "./call-failure";
import { mapped, type Reading } from "./reading";
import type { Sdk } from "./sdk";

/** The region and the credentials that calls use. */
export interface Access {
  readonly region: string;
  /**
   * A profile of the AWS configuration files.
   *
   * @default - the SDK's default chain: environment, AWS_PROFILE, container, machine
   */
  readonly profile?: string;
}

/** A list that comes in pages: the permission, the pages, the entries of a page, what is wanted of one. */
type ListCall<Page, Entry, T> = [
  action: string,
  pages: () => AsyncIterable<Page>,
  entries: (page: Page) => readonly Entry[] | undefined,
  value: (entry: Entry) => T,
];

/** Reads from AWS, with the credentials of one account, within bounds of time and size. */
export class Aws {
  /** Options of every client; endpoints and retries stay those of the SDK. */
  public readonly options: Access & {
    readonly credentials: Credentials;
    readonly requestHandler: Handler;
  };
  public readonly region: string;
  /** Services that let a call wait to the end of its time, which are not asked again. */
  private readonly silent = new Set<string>();

  public constructor(
    public readonly sdk: Sdk,
    private readonly access: Access,
    private readonly bounds: Bounds,
  ) {
    const { region, profile } = access;
    const requestHandler = { connectionTimeout: 5_000 };
    const own = { region, ...(profile !== undefined && { profile }) };
    const { config } = new sdk.sts.STSClient({ ...own, requestHandler });
    this.region = region;
    this.options = {
      ...own,
      credentials: boundCredentials(config.credentials, bounds),
      requestHandler: boundHandler(config.requestHandler, bounds),
    };
  }

  /** Reads with the same credentials in another region. */
  public in(region: string): Aws {
    return region === this.region
      ? this
      : new Aws(this.sdk, { ...this.access, region }, this.bounds);
  }

  /**
   * Reads one thing. A missing thing, and one that cannot be read, are results too.
   *
   * @param action the permission that the call needs, such as `iam:GetRole`
   * @param call calls AWS, and does nothing else
   * @param value takes from the answer what is wanted
   */
  public async read<Answer, T>(
    action: string,
    call: () => Promise<Answer>,
    value: (answer: Answer) => T,
  ): Promise<Reading<T>> {
    const [service = ""] = action.split(":");
    const failed = (why: string) =>
      ({ is: "unread", verdict: "failed", why: `${action}: ${why}` }) as const;
    if (this.silent.has(service))
      return failed(`not asked, as an earlier call to ${service} was not answered`);
    this.bounds.tell(`reading the account, ${action}`);
    let answer: Answer;
    try {
      answer = await this.untilEnd(call());
    } catch (error) {
      const { name } = error as Error;
      if (/^(NoSuchEntity|ResourceNotFound)(Exception)?$/.test(name)) return { is: "missing" };
      if (/^AccessDenied(Exception)?$/.test(name)) {
        return { is: "unread", verdict: "unread", why: permission(action, error) };
      }
      if (error instanceof BadAnswer && error.isLate) this.silent.add(service);
      if (error instanceof UnexpectedAnswer) return failed(error.message);
      const { why, fix } = callFailure(error);
      return failed(fix === undefined ? why : `${why}; ${fix}`);
    }
    try {
      return { is: "there", value: value(answer) };
    } catch (error) {
      if (error instanceof UnexpectedAnswer) return failed(error.message);
      throw error;
    }
  }

  /** Reads every entry of a list that comes in pages. */
  public async readList<Page, Entry extends object, T>(
    ...list: ListCall<Page, Entry, T>
  ): Promise<Reading<readonly T[]>> {
    return mapped(await this.readPages(Infinity, ...list), ({ entries }) => entries);
  }

  /** Reads the first pages of a list, and whether they are the whole of it. */
  public readPages<Page, Entry extends object, T>(
    most: number,
    ...[action, pages, entries, value]: ListCall<Page, Entry, T>
  ): Promise<Reading<{ readonly entries: readonly T[]; readonly isWhole: boolean }>> {
    const all = async () => {
      const read: Entry[] = [];
      let count = 0;
      for await (const page of pages()) {
        for (const entry of listIn(entries(page))) read.push(entry);
        if (++count > this.bounds.pages) throw endless(this.bounds.pages, "pages");
        if (read.length > this.bounds.entries) throw endless(this.bounds.entries, "entries");
        const so = read.length.toLocaleString("en-US");
        this.bounds.tell(`reading the account, ${action}: ${so} so far`);
        const { NextToken } = page as { readonly NextToken?: unknown };
        if (count >= most && NextToken !== undefined) return { read, isWhole: false };
      }
      return { read, isWhole: true };
    };
    return this.read(action, all, ({ read, isWhole }) => ({ entries: read.map(value), isWhole }));
  }

  /** Returns what a promise brings, or fails at the end of the whole comparison. */
  public async untilEnd<T>(promise: Promise<T>): Promise<T> {
    const { end } = this.bounds;
    end.throwIfAborted();
    const settled = new AbortController();
    const over = once(end, "abort", { signal: settled.signal }).then(() => {
      throw end.reason as Error;
    });
    try {
      return await Promise.race([promise, over]);
    } finally {
      settled.abort();
    }
  }
}

/** Names the permission that a call lacks: its own, or that for the key of Identity Center. */
function permission(action: string, error: unknown): string {
  const { Reason, message } = error as { readonly Reason?: unknown; readonly message: unknown };
  return Reason === "KMS_ACCESS_DENIED" || /\bkms:/i.test(String(message))
    ? `${action} needs the permission kms:Decrypt on the customer managed key of Identity Center; docs/permissions.md has the statements`
    : `it needs the permission ${action}`;
}

function endless(most: number, what: string): UnexpectedAnswer {
  return new UnexpectedAnswer(`the list has more than ${most.toLocaleString("en-US")} ${what}`);
}
