/**
 * What the documentation of AWS and of this project says about a request: that a sign-in makes it, that
 * it is allowed although no sign-in makes it, or that it is refused.
 */
export type Said = "needed" | "broader" | "refused";

/** One way to make a part of a request, in the words of the documentation's list. */
export interface Choice<Request> {
  readonly what: string;
  readonly said: Said;
  /** The part of the request. */
  readonly part: Partial<Request>;
}

/** The parts of a request, each with its choices; the first one of each is what a sign-in has. */
export type Parts<Request> = Readonly<Record<string, readonly Choice<Request>[]>>;

/** A request, and what is expected of it. */
export interface Expected<Request> {
  readonly request: Request;
  /** A request is as good as its worst part. */
  readonly said: Said;
  /** What differs from a sign-in. */
  readonly differs: string;
}

const ORDER: readonly Said[] = ["needed", "broader", "refused"];

/**
 * Makes the request of a sign-in, and those that differ from it in one part; with `pairs`, those that
 * differ in two as well.
 */
export function requestsOf<Request>(parts: Parts<Request>, pairs: boolean): Expected<Request>[] {
  const names = Object.keys(parts);
  const base = names.flatMap((name) => parts[name]?.slice(0, 1) ?? []);
  const others = names.map((name) => parts[name]?.slice(1) ?? []);
  const chosen = [[], ...others.flat().map((choice) => [choice])];
  if (pairs) {
    for (const [index, some] of others.entries()) {
      const later = others.slice(index + 1).flat();
      chosen.push(...some.flatMap((one) => later.map((other) => [one, other])));
    }
  }
  return chosen.map((differing) => ({
    request: Object.assign({}, ...[...base, ...differing].map(({ part }) => part)) as Request,
    said: worst(differing.map(({ said }) => said)),
    differs: differing.map(({ what }) => what).join(", and "),
  }));
}

function worst(said: readonly Said[]): Said {
  return ORDER[Math.max(0, ...said.map((one) => ORDER.indexOf(one)))] ?? "refused";
}
