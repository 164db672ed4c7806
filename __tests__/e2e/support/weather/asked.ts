import type { IncomingMessage } from "node:http";

/** A call to AWS, as a person reads it. */
export interface Asked {
  /** Service as the signature names it: `iam`, `sso`, `identitystore`, `connect`, `sts`. */
  readonly service: string;
  /** Name without IDs: `iam CreateRole`, `connect PUT /users/{id}`. */
  readonly name: string;
  /** Marks a call and its repetitions by the SDK, which are one call. */
  readonly invocation: string;
}

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Reads a request in the query protocol, the JSON protocol or REST. */
export function asked({ method = "", url = "", headers }: IncomingMessage, body: string): Asked {
  const [, service = ""] =
    /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? "") ?? [];
  const target = String(headers["x-amz-target"] ?? "").split(".")[1];
  const [path = ""] = url.split("?");
  const operation =
    target ?? /(?:^|&)Action=(\w+)/.exec(body)?.[1] ?? `${method} ${path.replace(ID, "{id}")}`;
  return {
    service,
    name: `${service} ${operation}`,
    invocation: String(headers["amz-sdk-invocation-id"]),
  };
}
