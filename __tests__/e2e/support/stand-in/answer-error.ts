import type { ServerResponse } from "node:http";

import type { ServiceError } from "./service";

/** Services of the query protocol, whose errors are XML. */
const QUERY = ["iam", "sts"];

/** Answers with an error, in the protocol of a service. */
export function answerError(response: ServerResponse, service: string, error: ServiceError): void {
  const { type, message, status } = error;
  if (QUERY.includes(service)) {
    const fault = status < 500 ? "Sender" : "Receiver";
    response
      .writeHead(status, { "content-type": "text/xml" })
      .end(
        `<ErrorResponse><Error><Type>${fault}</Type><Code>${type}</Code><Message>${message}</Message></Error><RequestId>0</RequestId></ErrorResponse>`,
      );
    return;
  }
  response
    .writeHead(status, { "content-type": "application/json", "x-amzn-errortype": type })
    .end(JSON.stringify({ __type: type, message }));
}
