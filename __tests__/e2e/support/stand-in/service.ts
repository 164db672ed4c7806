/** A request to one service. */
export interface Call {
  readonly method: string;
  /** Without the query; its parts are decoded. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** Of the JSON protocol: `DescribeApplication`; empty for REST. */
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Of the credentials that signed it; empty for a call that is not signed. */
  readonly accessKey: string;
}

/** An AWS error, as its service spells it. */
export class ServiceError extends Error {
  public constructor(
    public readonly type: string,
    message: string,
    public readonly status = 400,
  ) {
    super(message);
  }
}

/** Answers a request, or leaves it to moto with `undefined`. */
export type Service = (call: Call) => unknown;
