import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

import type { Moto } from "../moto";
import { giveBack, passOn } from "../pass-on";
import { answerError } from "./answer-error";
import { Connect, type ConnectOptions } from "./connect";
import { IdentityCenter, setArnsOfAws, setArnsOfMoto } from "./identity-center";
import { IdentityStore } from "./identity-store";
import { type Call, type Service, ServiceError } from "./service";
import { SignIns } from "./sign-ins";

export interface StandInOptions {
  /**
   * `region` is the primary one, which has the directory; applications are in `applicationRegion`,
   * which is the same unless it is given.
   *
   * @default - an organization without Identity Center
   */
  readonly identityCenter?: {
    readonly region: string;
    readonly accountId: string;
    readonly applicationRegion?: string;
  };
  /** @default - no instance */
  readonly connect?: ConnectOptions;
}

/** A moto, or what answers in its place. */
type Emulator = Pick<Moto, "url" | "environment">;

/**
 * Answers what moto does not, in front of a moto: application assignments of Identity Center,
 * memberships by their IDs, and users and profiles of an Amazon Connect instance. It keeps state,
 * and refuses what AWS documents as refused. Every other request goes on to moto.
 */
export class StandIn {
  /** What came in: `us-east-1 identitystore GetGroupId`. */
  public readonly calls: string[] = [];
  /** A call that the credentials may not make: `iam GetRole`, `connect GET /users-summary`. */
  public denied: string | undefined;
  /** What the calls of a sign-in are answered, by operation; without an entry, as AWS documents it. */
  public readonly refusals = new Map<"AssumeRoleWithSAML" | "GetFederationToken", ServiceError>();
  private readonly services: Record<string, Service>;

  private constructor(
    private readonly server: Server,
    private readonly moto: Emulator,
    public readonly identityCenter: IdentityCenter,
    public readonly connect: Connect | undefined,
    private readonly regions: Readonly<Record<string, string | undefined>>,
    private readonly signIns: SignIns,
  ) {
    this.services = {
      sso: identityCenter.answer,
      identitystore: new IdentityStore((operation, input) =>
        this.ask("identitystore", `AWSIdentityStore.${operation}`, input),
      ).answer,
      ...(connect && { connect: connect.answer }),
    };
  }

  public static async start(moto: Emulator, options: StandInOptions): Promise<StandIn> {
    const { identityCenter, connect } = options;
    const server = createServer();
    const signIns = new SignIns();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(0, "127.0.0.1", resolve);
    });
    const standIn = new StandIn(
      server,
      moto,
      new IdentityCenter(identityCenter?.accountId ?? "", identityCenter !== undefined),
      connect && new Connect(connect, (accessKey) => signIns.session(accessKey)),
      {
        sso: identityCenter?.applicationRegion ?? identityCenter?.region,
        identitystore: identityCenter?.region,
        connect: connect?.instanceArn.split(":")[3],
      },
      signIns,
    );
    server.on("request", (request, response) => {
      standIn.handle(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
    return standIn;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  public environment(region: string): Record<string, string> {
    return { ...this.moto.environment(region), AWS_ENDPOINT_URL: this.url };
  }

  public get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/", headers } = request;
    const body = await text(request);
    const [, accessKey = "", region = "", service = ""] =
      /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? "") ?? [];
    const target = String(headers["x-amz-target"] ?? "").split(".")[1];
    const operation = target ?? /(?:^|&)Action=(\w+)/.exec(body)?.[1] ?? "";
    const asked = `${service} ${operation || `${method} ${url}`}`;
    this.calls.push(`${region} ${asked}`);
    if (this.denied !== undefined && asked.startsWith(this.denied)) {
      deny(response, service);
      return;
    }
    const call = {
      method,
      path: decoded(url),
      query: new URL(url, "http://stand-in").searchParams,
      operation,
      input: (body.startsWith("{") ? JSON.parse(body) : {}) as Call["input"],
      accessKey,
    };
    try {
      if (operation === "AssumeRoleWithSAML") {
        await this.assumeRole(body, response);
        return;
      }
      if (operation === "CreateSAMLProvider" && (await this.hasSamlProvider(body))) {
        const message = "A SAML provider with this name exists already";
        throw new ServiceError("EntityAlreadyExists", message, 409);
      }
      if (operation === "CreatePermissionSet" && (await this.hasPermissionSet(call))) {
        // https://github.com/hashicorp/terraform-provider-aws/issues/38544
        const message = `PermissionSet with name ${String(call.input["Name"])} already exists.`;
        throw new ServiceError("ConflictException", message);
      }
      const answer =
        service === "cloudtrail"
          ? this.signIns.answer(region, call)
          : isFederation(call)
            ? await this.federate(call, region)
            : await this.elsewhere(service, region)(call);
      if (answer === undefined) await this.askMoto(request, body, response);
      else send(response, answer);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      answerError(response, service, error);
    }
  }

  /** AWS STS, whose calls with SAML are not signed; moto makes the session. */
  private async assumeRole(body: string, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(body);
    // The region of a call that is not signed shows in its host alone, which is this server.
    const region = "us-east-1";
    const refusal = this.refusals.get("AssumeRoleWithSAML");
    if (refusal) {
      this.signIns.assumed(region, form, refusal);
      answerError(response, "sts", refusal);
      return;
    }
    const answer = await this.toMoto("POST", "/", body, {
      "content-type": "application/x-www-form-urlencoded",
    });
    const xml = await answer.text();
    this.signIns.assumed(region, form, xml);
    response.writeHead(answer.status, { "content-type": "text/xml" }).end(xml);
  }

  /** Tells if the SAML provider of a request exists, of which moto would make another. */
  private async hasSamlProvider(request: string): Promise<boolean> {
    const answer = await this.toMoto("POST", "/", "Action=ListSAMLProviders&Version=2010-05-08", {
      "content-type": "application/x-www-form-urlencoded",
      authorization: "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request",
    });
    const name = new URLSearchParams(request).get("Name") ?? "";
    return (await answer.text()).includes(`:saml-provider/${name}</Arn>`);
  }

  /** Tells if Identity Center has a permission set of this name, of which moto would make another. */
  private async hasPermissionSet({ input: { InstanceArn, Name } }: Call): Promise<boolean> {
    const ask = (operation: string, input: object) =>
      this.ask("sso", `SWBExternalService.${operation}`, { InstanceArn, ...input });
    const { PermissionSets } = await ask("ListPermissionSets", {});
    for (const PermissionSetArn of PermissionSets as string[]) {
      const { PermissionSet } = await ask("DescribePermissionSet", { PermissionSetArn });
      if ((PermissionSet as { Name: string }).Name === Name) return true;
    }
    return false;
  }

  /** Amazon Connect lets a session in, or not, and CloudTrail records it. */
  private async federate(call: Call, region: string): Promise<unknown> {
    try {
      const refusal = this.refusals.get("GetFederationToken");
      if (refusal) throw refusal;
      const answer = await this.elsewhere("connect", region)(call);
      this.signIns.federated(region, call);
      return answer;
    } catch (error) {
      if (error instanceof ServiceError) this.signIns.federated(region, call, error);
      throw error;
    }
  }

  /** The service as it is in a region: what is in another one is not there. */
  private elsewhere(service: string, region: string): Service {
    const own = this.services[service];
    if (!own || this.regions[service] === region) return own ?? (() => undefined);
    return (call) => {
      if (call.operation === "ListInstances") {
        return region === this.regions["identitystore"] ? own(call) : { Instances: [] };
      }
      const status = service === "connect" ? 404 : 400;
      throw new ServiceError("ResourceNotFoundException", `Nothing is in ${region}`, status);
    };
  }

  private async askMoto(request: IncomingMessage, body: string, response: ServerResponse) {
    const answer = await passOn(request, setArnsOfMoto(body), this.moto.url);
    const isJson = request.headers["x-amz-target"] !== undefined;
    const content = isJson ? setArnsOfAws(answer.content.toString()) : answer.content;
    giveBack(response, { ...answer, content });
  }

  /** Asks a service of moto in the JSON protocol. */
  private async ask(
    service: "identitystore" | "sso",
    target: string,
    input: object,
  ): Promise<Record<string, unknown>> {
    const answer = await this.toMoto("POST", "/", JSON.stringify(input), {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": target,
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${this.regions[service] ?? ""}/${service}/aws4_request`,
    });
    const body = (await answer.json()) as Record<string, unknown>;
    if (answer.ok) return body;
    throw new ServiceError(String(body["__type"]), String(body["message"]), answer.status);
  }

  private toMoto(method: string, path: string, body: string, headers: Headers) {
    return fetch(`${this.moto.url}${path}`, {
      method,
      headers,
      ...(body !== "" && { body }),
      signal: AbortSignal.timeout(60_000),
    });
  }
}

type Headers = Record<string, string>;

function isFederation({ path }: Call): boolean {
  return path[0] === "user" && path[1] === "federate";
}

function decoded(url: string): string[] {
  const [path = ""] = url.split("?");
  return path
    .split("/")
    .filter((part) => part !== "")
    .map(decodeURIComponent);
}

/** Refuses a call that the credentials may not make. */
function deny(response: ServerResponse, service: string): void {
  const type = service === "iam" ? "AccessDenied" : "AccessDeniedException";
  const message = "User is not authorized to perform this action";
  answerError(response, service, new ServiceError(type, message, 403));
}

function send(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
