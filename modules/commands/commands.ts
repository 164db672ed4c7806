import type { Command } from "./command";
import { USERS_HELP } from "./users-help";

/** Every command of connect-sso, by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  adopt: {
    summary: "find what exists already, so that a deployment takes it over",
    help: `Usage: connect-sso adopt [CONFIG...] [--write] [--profile NAME]
                         [--identity-center-profile NAME] [--json]

Looks in both accounts for what the stacks create: SAML providers, roles, policy, groups, users,
memberships and assignments. It says what exists and how it differs from the config, and shows the
lines of the config with which the next deployment takes that over and creates the rest. It helps
when all of it was created by hand, and when a deployment was interrupted. AWS is only read.

CONFIG is a config file or a folder of them; the default is $CONNECT_SSO_CONFIG, or else config.

Options:
  --write          put the lines into the config; everything else in it stays to the letter
  --profile NAME   profile of the AWS configuration for the account of the instance; the default is
                   the SDK's chain (environment, AWS_PROFILE, ...)
  --identity-center-profile NAME
                   profile for the account of Identity Center; the default is that of the instance
  --json           write what was found as one JSON document
  -h, --help       show this

Exit code: 0 fine, 1 problems found: the config has errors, or must be corrected first; 2 wrong usage,
3 something could not be read; the lines keep what the config lists of that
`,
    options: {
      write: { type: "boolean" },
      profile: { type: "string" },
      "identity-center-profile": { type: "string" },
      json: { type: "boolean" },
    },
    load: () => import("./adopt/index.js"),
  },
  check: {
    summary: "check config and metadata, and say what comes next",
    help: `Usage: connect-sso check [CONFIG...] [--json]
       connect-sso check [CONFIG...] --live [--profile NAME] [--identity-center-profile NAME]

Checks config and metadata files, without Terraform and without AWS, and says how far each
application has come and what comes next. CONFIG is a config file or a folder of them; several are
checked together. The default is $CONNECT_SSO_CONFIG, or else the folder config.

Options:
  --live           compare with the account too, with read-only calls of the AWS SDK: the instance,
                   SAML providers, roles, policies, assignments and users
  --profile NAME   profile of the AWS configuration for the account of the instance; the default is
                   the SDK's chain (environment, AWS_PROFILE, ...)
  --identity-center-profile NAME
                   profile for the account of Identity Center; the default is that of the instance
  --json           write the report as one JSON document
  -h, --help       show this

Exit code: 0 no error (there may be warnings), 1 errors found, 2 wrong usage, 3 no error found, but
something in the account could not be read: no credentials, no answer, an answer not of AWS. What
the credentials may not read is reported with its permission, and no error unless it is everything.
A call ends after 20 seconds and is repeated as the SDK is set to; the whole ends after 10 minutes.
`,
    options: {
      live: { type: "boolean" },
      profile: { type: "string" },
      "identity-center-profile": { type: "string" },
      json: { type: "boolean" },
    },
    load: () => import("./check/index.js"),
  },
  discover: {
    summary: "find instances, applications and groups, and put their ARNs into the config",
    help: `Usage: connect-sso discover [CONFIG...] [--write] [--profile NAME] [--region REGION]
                            [--identity-center-profile NAME] [--identity-center-region REGION]
                            [--json]

Lists the Amazon Connect instances with their alias, ARN and identity management, and IAM Identity
Center with its region, kind and key, its applications by name with their ARNs, and its groups. Where
there is a config, it looks for each application under its display name, and shows the lines of the
config with the applicationArn and, where that is a guess, identityCenter.region. AWS is only read.

CONFIG is a config file or a folder of them; the default is $CONNECT_SSO_CONFIG, or else config, if
it exists. Amazon Connect is looked for in the regions of the configs, or else that of the profile,
or else wherever it is offered; Identity Center in the region of the config, or else where it is.

Options:
  --write          put the lines into the config; everything else in it stays to the letter. A name
                   that several applications have is not written
  --profile NAME   profile of the AWS configuration for the account of the instance; the default is
                   the SDK's chain (environment, AWS_PROFILE, ...)
  --region REGION  the only region in which to look for Amazon Connect
  --identity-center-profile NAME
                   profile for the account of Identity Center; the default is that of the instance
  --identity-center-region REGION
                   the only region in which to look for Identity Center
  --json           write what was found as one JSON document
  -h, --help       show this

Exit code: 0 fine, 1 problems found: the config has errors, a name is ambiguous, an ARN differs;
2 wrong usage, 3 something could not be read, which costs that part only
`,
    options: {
      write: { type: "boolean" },
      profile: { type: "string" },
      region: { type: "string" },
      "identity-center-profile": { type: "string" },
      "identity-center-region": { type: "string" },
      json: { type: "boolean" },
    },
    load: () => import("./discover/index.js"),
  },
  init: {
    summary: "write a new project, or the config of one more instance",
    help: `Usage: connect-sso init [ARN] [--name NAME] [--applications KEYS]
                        [--identity-center-region REGION] [--cdktf-cli] [--profile NAME] [--yes]

Writes a project that works in an empty folder: the config of an Amazon Connect instance, a CDKTF app
that reads it, package.json and .gitignore. Where there is a CDKTF app, it writes the config alone.
What exists is left as it is. In a terminal it asks for what the options do not say, and offers the
instances that the AWS credentials see; elsewhere, ARN is required.

Options:
  --name NAME           name of the instance, of its config file and of its stacks; the default is
                        contact-center
  --applications KEYS   keys of the applications, with commas; the default is agent,admin
  --identity-center-region REGION
                        primary region of IAM Identity Center; left out until it is known
  --cdktf-cli           install the CDKTF CLI with the project; without it, Terraform deploys
  --profile NAME        profile of the AWS configuration with which to look for instances
  -y, --yes             ask nothing, and take the defaults
  -h, --help            show this

Exit code: 0 fine, 1 nothing was written, 2 wrong usage
`,
    options: {
      name: { type: "string" },
      applications: { type: "string" },
      "identity-center-region": { type: "string" },
      "cdktf-cli": { type: "boolean" },
      profile: { type: "string" },
      yes: { type: "boolean", short: "y" },
    },
    load: () => import("./init/index.js"),
  },
  metadata: {
    summary: "fetch SAML metadata, for the first time or after its certificate has changed",
    help: `Usage: connect-sso metadata [APP] [--config PATH] [--json]
       connect-sso metadata APP URL [--idp] [--config PATH] [--json]

Fetches the SAML metadata of an application from the URL that its page in the Identity Center console
shows beside the download (https://portal.sso.<region>.amazonaws.com/saml/metadata/...), checks it as
synth does, and writes it to the file that the config names. Where it names none, that becomes
metadata/APP.xml, and the config gets the line. Without URL, the metadata of the application APP, or of
every application, is fetched again from the address that follows from its entity ID; what has
changed is reported: certificates and their dates. Nothing is written when the check fails.

APP is the key of an application in the config; with one application it may be left out.

Options:
  --idp          the URL is of another identity provider: any https URL
  --config PATH  config file or folder; the default is $CONNECT_SSO_CONFIG, or else config
  --json         write what was fetched as one JSON document
  -h, --help     show this

Exit code: 0 fine, 1 problems found: the document or the config is refused; 2 wrong usage,
3 something could not be fetched. The answer must come within 20 seconds, have at most 40 MB, and come
from the host of the URL: redirects to other hosts are not followed. A proxy is used where Node.js
does (NODE_USE_ENV_PROXY).
`,
    options: {
      idp: { type: "boolean" },
      config: { type: "string" },
      json: { type: "boolean" },
    },
    load: () => import("./metadata/index.js"),
  },
  rehearse: {
    summary: "walk a captured SAML response through what AWS would do with it",
    help: `Usage: connect-sso rehearse [FILE] [--at TIME] [--relay-state URL] [--response NUMBER]
                            [--config PATH] [--json]
       connect-sso rehearse [FILE] --live [--relay-state URL] [--response NUMBER] [--config PATH]
                            [--json]
       connect-sso rehearse --live --profile NAME [--config PATH] [--json]
       connect-sso rehearse --capture [--at TIME] [--relay-state URL] [--config PATH]

Says step by step whether AWS and Amazon Connect would accept a SAML response, what users would see
if not and how to fix it, and at the end who would sign in where, as which role, until when.
AWS is not called without --live, and nothing is written. The verdicts, on each step and on the whole:

  passed      AWS takes it
  differs     it works, but otherwise than the config says: another page, session or endpoint
  unverified  it cannot be verified here; what it would take is said
  refused     AWS documents or reports that it refuses this; the page that says so is named

FILE holds the response as captured from a browser: a HAR file, a request that was copied (as cURL,
PowerShell or fetch), the page with the form, the form body, the field SAMLResponse, or XML. XML that
was indented for reading, as the portal does when Shift is held, is verified without the white space
between tags. The default is standard input, which - stands for too.

Options:
  --capture           show a page that explains how to get the response out of the browser, takes it by
                      paste or drop, and shows the verdict; it is on this machine alone
  --at TIME           check as of this moment, as in 2026-12-01T12:00:30Z; the default is now, or the
                      time of the response where it is older than the 5 minutes that AWS takes it
  --live              have AWS decide: send a fresh response to AWS STS, once, and ask Amazon Connect
                      with the session to let the user in, which ties the user to the role as a
                      sign-in does; it takes no credentials, and shows and keeps none
  --profile NAME      with --live, in place of FILE: have Amazon Connect decide on the session of a
                      permission set (signIn: permission-set, a preview), which is that of a profile
                      of the AWS configuration after aws sso login
  --relay-state URL   the relay state that was sent with it; the default is that of the form, if any
  --response NUMBER   of several responses in the capture, check this one, from 1, oldest first; the
                      default is the newest that was posted to AWS
  --config PATH       config file or folder; the default is $CONNECT_SSO_CONFIG, or else config
  --json              write the steps and the end as one JSON document
  -h, --help          show this

Exit code: 0 the user would sign in, 1 refused, or signed in to AWS but not to Amazon Connect,
2 wrong usage, 3 it cannot be told here
`,
    options: {
      at: { type: "string" },
      live: { type: "boolean" },
      profile: { type: "string" },
      "relay-state": { type: "string", mayBeEmpty: true },
      response: { type: "string" },
      capture: { type: "boolean" },
      config: { type: "string" },
      json: { type: "boolean" },
    },
    load: () => import("./rehearse/index.js"),
  },
  synth: {
    summary: "write the Terraform, and the sheet for the Identity Center console",
    help: `Usage: connect-sso synth [CONFIG] [--hcl] [--out DIR]

Checks config and metadata files as check does, and writes for every instance the Terraform of its
stacks to cdktf.out/stacks/, and the sheet for the console and a Terraform module to
cdktf.out/handoff/. What an earlier run wrote and nothing uses any more is removed. CONFIG is a config
file or a folder of them; the default is $CONNECT_SSO_CONFIG, or else the folder config.

Options:
  --hcl         write the stacks as HCL too, to cdktf.out/hcl/
  --out DIR     write to this folder, which has its own state where that is kept in a file; the
                default is $CDKTF_OUTDIR, or else cdktf.out
  -h, --help    show this

Exit code: 0 fine, 1 problems found and nothing written, 2 wrong usage
`,
    options: { hcl: { type: "boolean" }, out: { type: "string" } },
    load: () => import("./synth/index.js"),
  },
  trace: {
    summary: "say from CloudTrail why one person's sign-in failed",
    help: `Usage: connect-sso trace --user NAME [--since PERIOD] [--config PATH] [--profile NAME] [--json]

Reads in CloudTrail's event history what became of one person's sign-ins: whether AWS let them take the
role, whether Amazon Connect let them in, what users see if not, and how to fix it. AWS is only read.

It reads AssumeRoleWithSAML in the regions of both sign-in endpoints, and GetFederationToken in that of
the instance, which needs the permission cloudtrail:LookupEvents in the account of the instance.

Options:
  --user NAME      user name in Amazon Connect, exactly; where the config lists the person, the e-mail
                   address or the user name in Identity Center too
  --since PERIOD   how far back to read, as in 30m, 1h or 2d, at most 90d; the default is 1h
  --config PATH    config file or folder; the default is $CONNECT_SSO_CONFIG, or else config
  --profile NAME   profile of the AWS configuration for the account of the instance; the default is
                   the SDK's chain (environment, AWS_PROFILE, ...)
  --json           write the trace as one JSON document
  -h, --help       show this

Exit code: 0 the last sign-in succeeded, 1 it was refused, or the config has errors, 2 wrong usage,
3 not known: nothing is recorded (yet), or it could not be read
`,
    options: {
      user: { type: "string" },
      since: { type: "string" },
      config: { type: "string" },
      profile: { type: "string" },
      json: { type: "boolean" },
    },
    load: () => import("./trace/index.js"),
  },
  users: {
    summary: "create, change and remove users of Amazon Connect, without Terraform",
    help: USERS_HELP,
    options: {
      "take-over": { type: "boolean" },
      "max-removals": { type: "string" },
      yes: { type: "boolean", short: "y" },
      log: { type: "string" },
      rate: { type: "string" },
      format: { type: "string" },
      applications: { type: "string" },
      profile: { type: "string" },
      "identity-center-profile": { type: "string" },
      json: { type: "boolean" },
    },
    load: () => import("./users/index.js"),
  },
};
