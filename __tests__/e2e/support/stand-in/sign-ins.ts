import { assumed, eventHistory, federated, type Recorded } from "../../../support/sign-in-events";
import { type Call, ServiceError } from "./service";

/** A session of a role, as AWS STS has made it from a SAML response. */
export interface Session {
  readonly roleArn: string;
  readonly name: string;
}

/** Remembers sessions and what CloudTrail records of sign-ins, by region, without AWS's delay. */
export class SignIns {
  private readonly sessions = new Map<string, Session>();
  private readonly histories = new Map<string, object[]>();

  /** The session of an access key. */
  public session(accessKey: string): Session | undefined {
    return this.sessions.get(accessKey);
  }

  /** What AWS STS answered, in XML, to the form of a request. */
  public assumed(region: string, form: URLSearchParams, answer: string | ServiceError): void {
    const role = form.get("RoleArn") ?? "";
    const provider = form.get("PrincipalArn") ?? "";
    const xml = Buffer.from(form.get("SAMLAssertion") ?? "", "base64").toString();
    const name = /RoleSessionName"[^>]*><[^>]*>([^<]*)</.exec(xml)?.[1] ?? "";
    if (typeof answer === "string") {
      const key = /<AccessKeyId>([^<]+)</.exec(answer)?.[1] ?? "";
      this.sessions.set(key, { roleArn: role, name });
    }
    this.record(region, assumed({ ...outcome(answer), session: name, role, provider }));
  }

  /** What Amazon Connect answered to a session. */
  public federated(region: string, call: Call, error?: ServiceError): void {
    const { name = "", roleArn = "" } = this.session(call.accessKey) ?? {};
    const instance = call.path.at(-1) ?? "";
    this.record(region, federated({ ...outcome(error), session: name, role: roleArn, instance }));
  }

  /** Answers CloudTrail's calls in a region. */
  public answer(region: string, { operation, input }: Call): unknown {
    if (operation !== "LookupEvents") return undefined;
    return eventHistory(this.histories.get(region) ?? [])(JSON.stringify(input));
  }

  private record(region: string, entry: object): void {
    this.histories.set(region, [...(this.histories.get(region) ?? []), entry]);
  }
}

function outcome(answer: unknown): Pick<Recorded, "time" | "error"> {
  const time = new Date();
  return answer instanceof ServiceError ? { time, error: [answer.type, answer.message] } : { time };
}
