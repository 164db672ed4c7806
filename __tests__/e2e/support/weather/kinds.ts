import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";

import { type Answer, giveBack } from "../pass-on";
import { answerError, ServiceError } from "../stand-in";
import type { Asked } from "./asked";

/** A kind of bad weather at a call. */
export interface Kind {
  /** How many attempts at the call it meets: the SDK repeats what may succeed. */
  readonly attempts: number;
  readonly strike: (met: Met) => Promise<void> | void;
}

/** A call that bad weather meets. */
export interface Met {
  readonly response: ServerResponse;
  readonly call: Asked;
  /** Lets AWS do what the call asks for. */
  readonly reach: () => Promise<Answer>;
}

/** What nobody sees from AWS; the proxy of a company makes it, or the network of a hotel. */
const PAGE = "<!DOCTYPE html>\n<html><body><h1>Sign in to the network</h1></body></html>\n";

/** More calls than a service takes. */
export const TOO_MANY: Kind = { attempts: 1, strike: throttle };

/** Every kind, by what the figures call it. */
export const KINDS = {
  "throttled once": TOO_MANY,
  "throttled three times": { attempts: 3, strike: throttle },
  "answered three seconds late": {
    attempts: 1,
    strike: async ({ response, reach }) => {
      await setTimeout(3_000);
      giveBack(response, await reach());
    },
  },
  "connection dropped before the effect": {
    attempts: 1,
    strike: ({ response }) => void response.destroy(),
  },
  "connection dropped after the effect": {
    attempts: 1,
    strike: async ({ response, reach }) => {
      await reach();
      response.destroy();
    },
  },
  "status 500 once": { attempts: 1, strike: fail },
  "status 500 at every attempt": { attempts: Infinity, strike: fail },
  "a web page with status 200": { attempts: Infinity, strike: page(200) },
  "a web page with status 502": { attempts: Infinity, strike: page(502) },
  "access denied": { attempts: 1, strike: deny },
} as const satisfies Record<string, Kind>;

/** How services spell an error, where they do not spell it as the others do. */
type Spelling = Readonly<Record<string, readonly [type: string, status: number]>>;

const THROTTLED: Spelling = {
  iam: ["Throttling", 400],
  sts: ["Throttling", 400],
  connect: ["TooManyRequestsException", 429],
};
const FAILED: Spelling = {
  iam: ["ServiceFailure", 500],
  sts: ["InternalFailure", 500],
  connect: ["InternalServiceException", 500],
};
const DENIED: Spelling = {
  iam: ["AccessDenied", 403],
  sts: ["AccessDenied", 403],
  connect: ["AccessDeniedException", 403],
};

function throttle({ response, call: { service } }: Met): void {
  const [type, status] = THROTTLED[service] ?? ["ThrottlingException", 400];
  answerError(response, service, new ServiceError(type, "Rate exceeded", status));
}

function fail({ response, call: { service } }: Met): void {
  const [type, status] = FAILED[service] ?? ["InternalServerException", 500];
  answerError(response, service, new ServiceError(type, "Something went wrong", status));
}

function deny({ response, call: { service, name } }: Met): void {
  const [type, status] = DENIED[service] ?? ["AccessDeniedException", 400];
  const message = `User: arn:aws:sts::123456789012:assumed-role/Deploy/me is not authorized to perform: ${name.replace(" ", ":")}`;
  answerError(response, service, new ServiceError(type, message, status));
}

function page(status: number): Kind["strike"] {
  return ({ response }) => {
    response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(PAGE);
  };
}
