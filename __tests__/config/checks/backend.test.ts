import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import Ajv2020 from "ajv/dist/2020";
import { parse } from "yaml";

import { formatProblem, loadConfig } from "../../../modules/config";
import { Project } from "../../support/project";

const NOW = new Date("2026-12-01T00:00:00Z");
const HEAD = `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
applications: { agent: {} }
`;

let project: Project;

beforeEach(() => {
  project = new Project();
});

afterEach(() => {
  project.remove();
});

/** A config file whose third line begins the backend. */
const withBackend = (...lines: string[]) => `${HEAD}${lines.join("\n")}\n`;

/** A backend of these settings, one in a line, the first in line 4. */
const block = (...lines: string[]) => withBackend("backend:", ...lines.map((line) => `  ${line}`));

function load(config: string, file = "workshop.yaml") {
  project.write(`config/${file}`, config);
  const { instances, problems } = loadConfig(project.path("config"), NOW);
  const told = problems.map((problem) =>
    formatProblem(problem).replaceAll(`${project.folder}/`, ""),
  );
  return { backend: instances[0]?.backend, told };
}

const told = (config: string, file?: string) => load(config, file).told;

/** The settings that a backend without problems makes. */
function settingsOf(...lines: string[]) {
  const { backend, told } = load(block(...lines));
  expect(told).toEqual([]);
  return backend;
}

const S3 = ["type: s3", "bucket: acme-terraform", "region: eu-central-1"];
const HTTP = ["type: http", "address: https://state.example.com/{stack}"];
const CLOUD = ["type: cloud", "organization: acme"];

describe("Each backend takes its own settings, and fills in the rest", () => {
  test("no backend is a file beside the output folder", () => {
    const { backend, told } = load(HEAD);
    expect(told).toEqual([]);
    expect(backend).toEqual({ type: "local", path: "../../../terraform.{stack}.tfstate" });
  });

  test.each<[what: string, lines: string[], settings: object]>([
    [
      "local, at its default path",
      ["type: local"],
      { type: "local", path: "../../../terraform.{stack}.tfstate" },
    ],
    [
      "local, at another relative path",
      ["type: local", "path: ../../../state/{stack}/terraform.tfstate"],
      { type: "local", path: "../../../state/{stack}/terraform.tfstate" },
    ],
    [
      "s3, with no more than it needs",
      S3,
      {
        type: "s3",
        bucket: "acme-terraform",
        region: "eu-central-1",
        key: "{stack}.tfstate",
      },
    ],
    [
      "s3, with all that it takes",
      [
        ...S3,
        "key: connect/{stack}/terraform.tfstate",
        "kmsKeyId: arn:aws:kms:eu-central-1:123456789012:key/5c9f1a0e-7d42-4b8a-9a53-2f1e6c7d8b90",
        "roleArn: arn:aws:iam::123456789012:role/terraform/State",
      ],
      {
        type: "s3",
        bucket: "acme-terraform",
        region: "eu-central-1",
        key: "connect/{stack}/terraform.tfstate",
        kmsKeyId: "arn:aws:kms:eu-central-1:123456789012:key/5c9f1a0e-7d42-4b8a-9a53-2f1e6c7d8b90",
        roleArn: "arn:aws:iam::123456789012:role/terraform/State",
      },
    ],
    [
      "http, which locks nothing",
      HTTP,
      { type: "http", server: { address: "https://state.example.com/{stack}" } },
    ],
    [
      "http, which unlocks where it locks",
      [...HTTP, "lockAddress: https://state.example.com/{stack}/lock"],
      {
        type: "http",
        server: {
          address: "https://state.example.com/{stack}",
          lockAddress: "https://state.example.com/{stack}/lock",
          unlockAddress: "https://state.example.com/{stack}/lock",
        },
      },
    ],
    [
      "http, with all that it takes",
      [
        "type: http",
        "address: http://127.0.0.1:8080/state?name={stack}",
        "updateMethod: PUT",
        "lockAddress: http://127.0.0.1:8080/lock?name={stack}",
        "lockMethod: POST",
        "unlockAddress: http://127.0.0.1:8080/unlock?name={stack}",
        "unlockMethod: DELETE",
        "username: gitlab-ci-token",
      ],
      {
        type: "http",
        server: {
          address: "http://127.0.0.1:8080/state?name={stack}",
          updateMethod: "PUT",
          lockAddress: "http://127.0.0.1:8080/lock?name={stack}",
          lockMethod: "POST",
          unlockAddress: "http://127.0.0.1:8080/unlock?name={stack}",
          unlockMethod: "DELETE",
          username: "gitlab-ci-token",
        },
      },
    ],
    [
      "cloud, in a workspace named as the stack",
      CLOUD,
      { type: "cloud", block: { organization: "acme", workspaces: { name: "{stack}" } } },
    ],
    [
      "cloud, with another name, a project and a host",
      [
        ...CLOUD,
        "hostname: tfe.example.com:8443",
        "project: Contact Center",
        "workspace: prod-{stack}",
      ],
      {
        type: "cloud",
        block: {
          organization: "acme",
          hostname: "tfe.example.com:8443",
          workspaces: { name: "prod-{stack}", project: "Contact Center" },
        },
      },
    ],
    [
      "cloud, in workspaces found by their tags",
      [...CLOUD, 'tags: [connect, "stack:{stack}"]'],
      {
        type: "cloud",
        block: {
          organization: "acme",
          workspaces: { tags: ["connect", "stack:{stack}"] },
        },
      },
    ],
    ["none", ["type: none"], { type: "none" }],
  ])("%s", (_, lines, settings) => {
    expect(settingsOf(...lines)).toEqual(settings);
  });

  test("a role and bucket in GovCloud", () => {
    expect(
      settingsOf(
        "type: s3",
        "bucket: acme.terraform",
        "region: us-gov-west-1",
        "roleArn: arn:aws-us-gov:iam::123456789012:role/State",
      ),
    ).toMatchObject({ roleArn: "arn:aws-us-gov:iam::123456789012:role/State" });
  });
});

type Mistake = readonly [mistake: string, config: string, ...told: string[]];

const MISTAKES: Readonly<Record<string, readonly Mistake[]>> = {
  "the backend itself": [
    [
      "nothing behind the key",
      withBackend("backend:"),
      "error: config/workshop.yaml:3:9 backend: is empty; it takes a mapping of keys to values; give a value or remove the key",
    ],
    [
      "the type alone",
      withBackend("backend: s3"),
      'error: config/workshop.yaml:3:10 backend: "s3" is text; it takes a mapping of keys to values; write it so',
    ],
    [
      "a list",
      withBackend("backend: [s3]"),
      "error: config/workshop.yaml:3:10 backend: is a list; it takes a mapping of keys to values; write it so",
    ],
    [
      "no type",
      withBackend("backend: { bucket: acme-terraform, region: us-east-1 }"),
      "error: config/workshop.yaml:3:1 backend.type: is missing; it is one of local, s3, http, cloud, none; give it",
    ],
    [
      "nothing behind the type",
      block("type:"),
      "error: config/workshop.yaml:4:8 backend.type: is empty; it takes one of local, s3, http, cloud, none; give one or remove the key",
    ],
    [
      "a type in other letters",
      block("type: S3"),
      'error: config/workshop.yaml:4:9 backend.type: "S3" is not one of local, s3, http, cloud, none; write s3',
    ],
    [
      "a misspelt type",
      block("type: clould"),
      'error: config/workshop.yaml:4:9 backend.type: "clould" is not one of local, s3, http, cloud, none; write cloud',
    ],
    [
      "a type that Terraform has and this has not",
      block("type: azurerm"),
      'error: config/workshop.yaml:4:9 backend.type: "azurerm" is not one of local, s3, http, cloud, none; write one of them',
    ],
    [
      "a misspelt key",
      block("type: local", 'paht: "{stack}"'),
      'error: config/workshop.yaml:5:3 backend.paht: "paht" is not a key here; did you mean path?',
    ],
    [
      "a key as Terraform writes it",
      block(...HTTP, "lock_address: https://state.example.com/{stack}/lock"),
      'error: config/workshop.yaml:6:3 backend.lock_address: "lock_address" is not a key here; did you mean lockAddress?',
    ],
    [
      "a key that resembles none, such as a password",
      block(...HTTP, "password: from the environment"),
      'error: config/workshop.yaml:6:3 backend.password: "password" is not a key here; the keys are type, address, updateMethod, lockAddress, lockMethod, unlockAddress, unlockMethod, username; remove it',
    ],
  ],
  "settings that miss or belong elsewhere": [
    [
      "a bucket and region that miss",
      block("type: s3"),
      "error: config/workshop.yaml:3:1 backend.bucket: is missing, which `type: s3` needs; give it",
      "error: config/workshop.yaml:3:1 backend.region: is missing, which `type: s3` needs; give it",
    ],
    [
      "an address that misses",
      block("type: http"),
      "error: config/workshop.yaml:3:1 backend.address: is missing, which `type: http` needs; give it",
    ],
    [
      "an organization that misses",
      block("type: cloud"),
      "error: config/workshop.yaml:3:1 backend.organization: is missing, which `type: cloud` needs; give it",
    ],
    [
      "nothing behind what must be there, which is told once",
      block("type: s3", "bucket:", "region: us-east-1"),
      "error: config/workshop.yaml:5:10 backend.bucket: is empty; it takes text; give a value or remove the key",
    ],
    [
      "a key of another type",
      block(...S3, "path: ../{stack}.tfstate"),
      'error: config/workshop.yaml:7:3 backend.path: "path" has no effect with `type: s3`; it belongs to `type: local`; change the type, or remove this line',
    ],
    [
      "settings without their type",
      block("type: none", "organization: acme", "workspace: prod-{stack}"),
      'error: config/workshop.yaml:5:3 backend.organization: "organization" has no effect with `type: none`; it belongs to `type: cloud`; change the type, or remove this line',
      'error: config/workshop.yaml:6:3 backend.workspace: "workspace" has no effect with `type: none`; it belongs to `type: cloud`; change the type, or remove this line',
    ],
    [
      "settings of two types at once",
      block("type: local", "key: connect/{stack}.tfstate", "lockMethod: LOCK"),
      'error: config/workshop.yaml:5:3 backend.key: "key" has no effect with `type: local`; it belongs to `type: s3`; change the type, or remove this line',
      'error: config/workshop.yaml:6:3 backend.lockMethod: "lockMethod" has no effect with `type: local`; it belongs to `type: http`; change the type, or remove this line',
    ],
  ],
  "a path": [
    [
      "absolute",
      block("type: local", "path: /srv/state/{stack}.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "/srv/state/{stack}.tfstate" is an absolute path, which another machine does not have; write it relative to the stack\'s folder, such as ../../../terraform.{stack}.tfstate',
    ],
    [
      "in a home folder",
      block("type: local", "path: ~/state/{stack}.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "~/state/{stack}.tfstate" is an absolute path, which another machine does not have; write it relative to the stack\'s folder, such as ../../../terraform.{stack}.tfstate',
    ],
    [
      "on a drive of Windows",
      block("type: local", "path: C:\\state\\{stack}.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "C:\\\\state\\\\{stack}.tfstate" is an absolute path, which another machine does not have; write it relative to the stack\'s folder, such as ../../../terraform.{stack}.tfstate',
    ],
    [
      "with backslashes",
      block("type: local", "path: ..\\state\\{stack}.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "..\\\\state\\\\{stack}.tfstate" has a backslash; write slashes, which every system takes',
    ],
    [
      "with a variable of a Windows shell",
      block("type: local", 'path: "%TEMP%/{stack}.tfstate"'),
      'error: config/workshop.yaml:5:9 backend.path: "%TEMP%/{stack}.tfstate" has a variable, which nothing fills in where Terraform reads its backend; write the value',
    ],
    [
      "with a variable of a shell",
      block("type: local", "path: $HOME/{stack}.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "$HOME/{stack}.tfstate" has a variable, which nothing fills in where Terraform reads its backend; write the value',
    ],
    [
      "with a variable of Terraform",
      block("type: local", 'path: "${var.folder}/{stack}.tfstate"'),
      'error: config/workshop.yaml:5:9 backend.path: "${var.folder}/{stack}.tfstate" has a variable, which nothing fills in where Terraform reads its backend; write the value',
    ],
    [
      "of a folder",
      block("type: local", "path: ../{stack}/"),
      'error: config/workshop.yaml:5:9 backend.path: "../{stack}/" names no file; write the state file\'s name too',
    ],
    [
      "that is empty",
      block("type: local", 'path: ""'),
      'error: config/workshop.yaml:5:9 backend.path: "" names no file; write the state file\'s name too',
    ],
    [
      "of one file for every stack",
      block("type: local", "path: ../terraform.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "../terraform.tfstate" has no {stack}, so that two stacks would share one state; write {stack} where the stack\'s name belongs',
    ],
    [
      "with {stack} misspelt",
      block("type: local", "path: ../{Stack}.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "../{Stack}.tfstate" has no {stack}, so that two stacks would share one state; write {stack} where the stack\'s name belongs',
    ],
  ],
  S3: [
    [
      "a bucket as the AWS CLI names it",
      block("type: s3", "bucket: s3://acme-terraform", "region: us-east-1"),
      'error: config/workshop.yaml:5:11 backend.bucket: "s3://acme-terraform" is not a bucket\'s name: 3 to 63 small letters, digits, dots and dashes, without two dots together, and no IP address; write the name alone, without s3:// and path',
    ],
    [
      "a bucket in capital letters",
      block("type: s3", "bucket: Acme-Terraform", "region: us-east-1"),
      'error: config/workshop.yaml:5:11 backend.bucket: "Acme-Terraform" is not a bucket\'s name: 3 to 63 small letters, digits, dots and dashes, without two dots together, and no IP address; write the name alone, without s3:// and path',
    ],
    [
      "a bucket with two dots together",
      block("type: s3", "bucket: acme..terraform", "region: us-east-1"),
      'error: config/workshop.yaml:5:11 backend.bucket: "acme..terraform" is not a bucket\'s name: 3 to 63 small letters, digits, dots and dashes, without two dots together, and no IP address; write the name alone, without s3:// and path',
    ],
    [
      "an IP address for a bucket",
      block("type: s3", "bucket: 192.168.5.4", "region: us-east-1"),
      'error: config/workshop.yaml:5:11 backend.bucket: "192.168.5.4" is not a bucket\'s name: 3 to 63 small letters, digits, dots and dashes, without two dots together, and no IP address; write the name alone, without s3:// and path',
    ],
    [
      "a region that is none",
      block("type: s3", "bucket: acme-terraform", "region: Frankfurt"),
      'error: config/workshop.yaml:6:11 backend.region: "Frankfurt" is not a region; write its code, such as us-east-1',
    ],
    [
      "a key that is a folder",
      block(...S3, "key: connect/{stack}/"),
      'error: config/workshop.yaml:7:8 backend.key: "connect/{stack}/" is not a key: no slash stands at its start or end, nor two together; write it as in connect/{stack}.tfstate',
    ],
    [
      "a key that starts with a slash",
      block(...S3, "key: /{stack}.tfstate"),
      'error: config/workshop.yaml:7:8 backend.key: "/{stack}.tfstate" is not a key: no slash stands at its start or end, nor two together; write it as in connect/{stack}.tfstate',
    ],
    [
      "a key of every stack",
      block(...S3, "key: connect/terraform.tfstate"),
      'error: config/workshop.yaml:7:8 backend.key: "connect/terraform.tfstate" has no {stack}, so that two stacks would share one state; write {stack} where the stack\'s name belongs',
    ],
    [
      "a key that is too long, counted in bytes",
      block(...S3, `key: ${"ü".repeat(447)}{stack}`),
      `error: config/workshop.yaml:7:8 backend.key: "${"ü".repeat(117)}..." is longer than 900 bytes; S3 takes 1,024 with the stack's name; shorten it`,
    ],
    [
      "a KMS key that is empty",
      block(...S3, 'kmsKeyId: ""'),
      'error: config/workshop.yaml:7:13 backend.kmsKeyId: "" is not a KMS key: its ID, its ARN, or an alias such as alias/terraform; copy it from the key\'s page',
    ],
    [
      "a KMS key that is none",
      block(...S3, "kmsKeyId: terraform"),
      'error: config/workshop.yaml:7:13 backend.kmsKeyId: "terraform" is not a KMS key: its ID, its ARN, or an alias such as alias/terraform; copy it from the key\'s page',
    ],
    [
      "a role for a KMS key",
      block(...S3, "kmsKeyId: arn:aws:iam::123456789012:role/terraform"),
      'error: config/workshop.yaml:7:13 backend.kmsKeyId: "arn:aws:iam::123456789012:role/terraform" is not a KMS key: its ID, its ARN, or an alias such as alias/terraform; copy it from the key\'s page',
    ],
    [
      "a user for a role",
      block(...S3, "roleArn: arn:aws:iam::123456789012:user/terraform"),
      'error: config/workshop.yaml:7:12 backend.roleArn: "arn:aws:iam::123456789012:user/terraform" is not the ARN of an IAM role (arn:aws:iam::<account>:role/<name>); copy it from the role\'s page',
    ],
  ],
  HTTP: [
    [
      "an address without scheme",
      block("type: http", "address: state.example.com/{stack}"),
      'error: config/workshop.yaml:5:12 backend.address: "state.example.com/{stack}" is not a URL: it has https://, a host and a path, without blanks and #; write it so',
    ],
    [
      "an address of another scheme",
      block("type: http", "address: ftp://state.example.com/{stack}"),
      'error: config/workshop.yaml:5:12 backend.address: "ftp://state.example.com/{stack}" is not an https URL; Terraform speaks https and http here',
    ],
    [
      "an address of every stack",
      block("type: http", "address: https://state.example.com/connect"),
      'error: config/workshop.yaml:5:12 backend.address: "https://state.example.com/connect" has no {stack}, so that two stacks would share one state; write {stack} where the stack\'s name belongs',
    ],
    [
      "locks that every stack shares",
      block(
        ...HTTP,
        "lockAddress: https://state.example.com/lock",
        "unlockAddress: https://state.example.com/lock",
      ),
      'error: config/workshop.yaml:6:16 backend.lockAddress: "https://state.example.com/lock" has no {stack}, so that two stacks would share one state; write {stack} where the stack\'s name belongs',
      'error: config/workshop.yaml:7:18 backend.unlockAddress: "https://state.example.com/lock" has no {stack}, so that two stacks would share one state; write {stack} where the stack\'s name belongs',
    ],
    [
      "locking without an address for it",
      block(
        ...HTTP,
        "lockMethod: POST",
        "unlockAddress: https://state.example.com/{stack}",
        "unlockMethod: DELETE",
      ),
      'error: config/workshop.yaml:6:15 backend.lockMethod: "POST" has no effect without lockAddress; give that, or remove this line',
      'error: config/workshop.yaml:7:18 backend.unlockAddress: "https://state.example.com/{stack}" has no effect without lockAddress; give that, or remove this line',
      'error: config/workshop.yaml:8:17 backend.unlockMethod: "DELETE" has no effect without lockAddress; give that, or remove this line',
    ],
    [
      "a method that is none",
      block(...HTTP, "updateMethod: SAVE-STATE"),
      'error: config/workshop.yaml:6:17 backend.updateMethod: "SAVE-STATE" is not one of POST, PUT, PATCH; write one of them',
    ],
    [
      "a user name that is empty",
      block(...HTTP, 'username: ""'),
      'error: config/workshop.yaml:6:13 backend.username: "" is empty; give a value or remove the key',
    ],
  ],
  "HCP Terraform": [
    [
      "an organization with a blank",
      block("type: cloud", "organization: Acme Support"),
      "error: config/workshop.yaml:5:17 backend.organization: \"Acme Support\" is not an organization's name: 1 to 40 letters, digits, - and _; copy it from HCP Terraform's address, app.terraform.io/app/<organization>",
    ],
    [
      "a hostname that is a URL",
      block(...CLOUD, "hostname: https://tfe.example.com/app"),
      'error: config/workshop.yaml:6:13 backend.hostname: "https://tfe.example.com/app" is not a host\'s name; write it alone, without https:// and path, such as tfe.example.com',
    ],
    [
      "a project's name that is too short",
      block(...CLOUD, "project: CC"),
      'error: config/workshop.yaml:6:12 backend.project: "CC" is not a project\'s name: 3 to 40 letters, digits, blanks, - and _, without blanks at its ends; change it',
    ],
    [
      "a project's name with blanks around it",
      block(...CLOUD, 'project: " Contact Center "'),
      'error: config/workshop.yaml:6:12 backend.project: " Contact Center " is not a project\'s name: 3 to 40 letters, digits, blanks, - and _, without blanks at its ends; change it',
    ],
    [
      "a workspace of every stack",
      block(...CLOUD, "workspace: connect"),
      'error: config/workshop.yaml:6:14 backend.workspace: "connect" has no {stack}, so that two stacks would share one state; write {stack} where the stack\'s name belongs',
    ],
    [
      "a workspace with a dot",
      block(...CLOUD, "workspace: connect.{stack}"),
      'error: config/workshop.yaml:6:14 backend.workspace: "connect.{stack}" is not a workspace\'s name: letters, digits, - and _; change it',
    ],
    [
      "a workspace and tags",
      block(...CLOUD, "workspace: prod-{stack}", "tags: [connect]"),
      "error: config/workshop.yaml:7:9 backend.tags: contradicts workspace: workspaces are found by their name or by their tags; remove one of the two",
    ],
    [
      "tags of every stack",
      block(...CLOUD, "tags: [connect, prod]"),
      "error: config/workshop.yaml:6:9 backend.tags: has no tag with {stack}, so that two stacks would share their workspaces; add one, such as connect-{stack}",
    ],
    [
      "no tag in the list",
      block(...CLOUD, "tags: []"),
      "error: config/workshop.yaml:6:9 backend.tags: is empty; give a value or remove the key",
    ],
    [
      "text for the list of tags",
      block(...CLOUD, "tags: connect"),
      'error: config/workshop.yaml:6:9 backend.tags: "connect" is text; it takes a list; write [connect]',
    ],
    [
      "a tag with a blank, beside a good one",
      block(...CLOUD, 'tags: ["Contact Center", "connect-{stack}"]'),
      'error: config/workshop.yaml:6:10 backend.tags.0: "Contact Center" is not a workspace\'s tag: letters, digits, :, - and _; change it',
    ],
  ],
};

describe.each(Object.entries(MISTAKES))("Of %s, this is told:", (_, mistakes) => {
  test.each<Mistake>(mistakes)("%s", (_, config, ...expected) => {
    expect(told(config)).toEqual(expected);
  });
});

test("An address with a password is refused, and the password is for the environment", () => {
  // Put together here, so that nothing looks like a secret.
  const address = `https://${["gitlab", "example"].join(":")}@state.example.com/{stack}`;
  expect(told(block("type: http", `address: ${address}`))).toEqual([
    `error: config/workshop.yaml:5:12 backend.address: "${address}" carries a user or password, which would be written into the Terraform; set username, and TF_HTTP_PASSWORD in the environment`,
  ]);
});

test.each(["token", "private_token", "ACCESS-TOKEN", "password", "client_secret", "apikey", "sig"])(
  "An address with %s in its query is refused, and the secret is for the environment",
  (name) => {
    // Put together here, so that nothing looks like a secret.
    const address = `https://state.example.com/{stack}?${[name, "example"].join("=")}`;
    expect(told(block("type: http", `address: ${address}`))).toEqual([
      `error: config/workshop.yaml:5:12 backend.address: "${address}" carries "${name}", which would be written into the Terraform; leave it out, set username, and TF_HTTP_PASSWORD in the environment`,
    ]);
  },
);

test("An address whose query says which state it is, is fine, whatever that is called", () => {
  for (const query of ["key={stack}", "ref=main&name={stack}", "serial=1&id={stack}"]) {
    settingsOf("type: http", `address: https://state.example.com/?${query}`);
  }
});

test.each([
  "5c9f1a0e-7d42-4b8a-9a53-2f1e6c7d8b90",
  "mrk-0123456789abcdef0123456789abcdef",
  "alias/terraform/State_1",
  "arn:aws:kms:eu-central-1:123456789012:alias/terraform",
  "arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef",
])("A KMS key may be %s", (key) => {
  expect(settingsOf(...S3, `kmsKeyId: ${key}`)).toMatchObject({ kmsKeyId: key });
});

test.each(["tfe", "localhost:8443", "tfe.example.com"])(
  "Terraform Enterprise may be at %s",
  (host) => {
    expect(settingsOf(...CLOUD, `hostname: ${host}`)).toMatchObject({ block: { hostname: host } });
  },
);

test("The longest instance's name fits a workspace, but not with much around it", () => {
  const file = `${"w".repeat(64)}.yaml`;
  expect(told(block(...CLOUD), file)).toEqual([]);
  expect(told(block(...CLOUD, "workspace: production-acme-{stack}"), file)).toEqual([
    `error: config/${file}:6:14 backend.workspace: "production-acme-{stack}" names the workspace "production-acme-${"w".repeat(64)}-assignments" of 92 characters; the longest name has 90; shorten it, or the config file's name`,
  ]);
  expect(told(block(...CLOUD, "workspace: production-ac-{stack}"), file)).toEqual([]);
});

test("All that is wrong is told at once, beside what is wrong elsewhere", () => {
  const config = `${block("type: cloud", "organization: Acme Support", "hostname: https://tfe.example.com", "bucket: acme-terraform", "tags: [connect]", "tag: x")}rolepath: /connect/\n`;
  expect(told(config)).toEqual([
    "error: config/workshop.yaml:5:17 backend.organization: \"Acme Support\" is not an organization's name: 1 to 40 letters, digits, - and _; copy it from HCP Terraform's address, app.terraform.io/app/<organization>",
    'error: config/workshop.yaml:6:13 backend.hostname: "https://tfe.example.com" is not a host\'s name; write it alone, without https:// and path, such as tfe.example.com',
    'error: config/workshop.yaml:7:3 backend.bucket: "bucket" has no effect with `type: cloud`; it belongs to `type: s3`; change the type, or remove this line',
    "error: config/workshop.yaml:8:9 backend.tags: has no tag with {stack}, so that two stacks would share their workspaces; add one, such as connect-{stack}",
    'error: config/workshop.yaml:9:3 backend.tag: "tag" is not a key here; did you mean tags?',
    'error: config/workshop.yaml:10:1 rolepath: "rolepath" is not a key here; did you mean rolePath?',
  ]);
});

describe("What YAML makes of {stack} without quotes", () => {
  test("a mapping, which is no text", () => {
    expect(told(block(...CLOUD, "workspace: {stack}"))).toEqual([
      expect.stringMatching(
        /^error: config\/workshop\.yaml:6:14 backend\.workspace: is a mapping; it takes text; /,
      ),
    ]);
    expect(told(block("type: local", "path: {stack}"))).toEqual([
      expect.stringMatching(
        /^error: config\/workshop\.yaml:5:9 backend\.path: is a mapping; it takes text; /,
      ),
    ]);
  });

  test("is said to want quotes", () => {
    expect(told(block(...CLOUD, "workspace: {stack}")).join()).toContain("quotes");
  });

  test("a mapping with something behind it, which is no YAML", () => {
    expect(told(block("type: local", "path: {stack}.tfstate"))).toEqual([
      "error: config/workshop.yaml:5:16 is not valid YAML: Unexpected scalar at node end; correct the syntax here",
    ]);
  });

  test("text, where it does not come first", () => {
    expect(settingsOf("type: local", "path: state/{stack}.tfstate")).toEqual({
      type: "local",
      path: "state/{stack}.tfstate",
    });
  });
});

/** The key paths that an operator is told of. */
function refusedKeys(config: string): string[] {
  project.write("config/workshop.yaml", config);
  const { problems } = loadConfig(project.path("config"), NOW);
  return [...new Set(problems.map(({ keyPath = "" }) => keyPath))].sort();
}

describe("An editor", () => {
  const schema = JSON.parse(
    readFileSync(resolve(__dirname, "../../../connect-sso.schema.json"), "utf8"),
  ) as object;
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);

  /** The key paths that an editor underlines, a missing key by its own. */
  function underlinedKeys(config: string): string[] {
    validate(parse(config));
    // "if" only repeats that the form of the given type does not match.
    const found = (validate.errors ?? []).filter(({ keyword }) => keyword !== "if");
    const keys = found.map(({ instancePath, params }) => {
      const { missingProperty, additionalProperty } = params as Record<string, string>;
      const key = missingProperty ?? additionalProperty;
      return [...instancePath.split("/").slice(1), ...(key === undefined ? [] : [key])].join(".");
    });
    return [...new Set(keys)].sort();
  }

  test.each<[what: string, config: string, ...keys: string[]]>([
    ["no backend", HEAD],
    ["a file", block("type: local", "path: state/{stack}.tfstate")],
    ["a bucket", block(...S3, "key: connect/{stack}.tfstate")],
    ["a server", block(...HTTP, "lockAddress: https://state.example.com/{stack}/lock")],
    ["HCP Terraform", block(...CLOUD, "hostname: tfe.example.com", "project: Contact Center")],
    ["HCP Terraform by tags", block(...CLOUD, 'tags: [connect, "stack:{stack}"]')],
    ["none", block("type: none")],
    ["no type", block('path: "{stack}"'), "backend.type"],
    ["another type", block("type: azurerm"), "backend.type"],
    ["nothing", withBackend("backend:"), "backend"],
    ["a bucket without its name", block("type: s3"), "backend.bucket", "backend.region"],
    ["a server without its address", block("type: http"), "backend.address"],
    ["HCP Terraform without an organization", block("type: cloud"), "backend.organization"],
    ["a file with a bucket", block("type: local", "bucket: acme"), "backend.bucket"],
    ["an unknown key", block(...HTTP, "password: x"), "backend.password"],
    ["no {stack} in a path", block("type: local", "path: terraform.tfstate"), "backend.path"],
    ["no {stack} in a key", block(...S3, "key: terraform.tfstate"), "backend.key"],
    ["no {stack} in a workspace", block(...CLOUD, "workspace: connect"), "backend.workspace"],
    [
      "no {stack} in addresses",
      block("type: http", "address: https://a.example.com", "lockAddress: https://b.example.com"),
      "backend.address",
      "backend.lockAddress",
    ],
    ["{stack} without quotes", block(...CLOUD, "workspace: {stack}"), "backend.workspace"],
    [
      "names that are none",
      block("type: s3", "bucket: s3://acme", "region: Frankfurt", "roleArn: State"),
      "backend.bucket",
      "backend.region",
      "backend.roleArn",
    ],
    [
      "other names that are none",
      block("type: cloud", "organization: A b", "hostname: https://tfe", "project: CC"),
      "backend.hostname",
      "backend.organization",
      "backend.project",
    ],
    ["a method that is none", block(...HTTP, "updateMethod: SAVE"), "backend.updateMethod"],
    ["empty text", block(...HTTP, 'username: ""'), "backend.username"],
    ["an alias of a key", block(...S3, "kmsKeyId: alias/terraform")],
    ["a key that is none", block(...S3, "kmsKeyId: terraform"), "backend.kmsKeyId"],
    [
      "an IP address for a bucket",
      block("type: s3", "bucket: 192.168.5.4", "region: us-east-1"),
      "backend.bucket",
    ],
    ["text for tags", block(...CLOUD, "tags: connect"), "backend.tags"],
    ["no tags", block(...CLOUD, "tags: []"), "backend.tags"],
  ])("underlines what the synthesis refuses: %s", (_, config, ...keys) => {
    expect(refusedKeys(config)).toEqual(keys);
    expect(underlinedKeys(config)).toEqual(keys);
  });

  test.each([
    [[...S3, "key: Zürich/{stack}", "kmsKeyId: alias/terraform"]],
    [["type: http", 'address: "HTTP://[::1]:8080/{stack}?a=b"', "username: a b"]],
    [[...CLOUD, "workspace: _{stack}-", "hostname: a.b:1", "project: _ -"]],
  ])("does not underline what the synthesis takes: %j", (lines) => {
    expect(refusedKeys(block(...lines))).toEqual([]);
    expect(underlinedKeys(block(...lines))).toEqual([]);
  });
});

describe("Of one mistake, the right thing is told", () => {
  test("a lock address that is wrong is not one that misses", () => {
    expect(
      refusedKeys(
        block(...HTTP, "lockAddress: ftp://state.example.com/{stack}", "lockMethod: POST"),
      ),
    ).toEqual(["backend.lockAddress"]);
  });

  test("a wrong tag with {stack} is not one without", () => {
    expect(refusedKeys(block(...CLOUD, 'tags: ["connect {stack}"]'))).toEqual(["backend.tags.0"]);
  });

  test("a key of another type is told to be that, whatever its value", () => {
    expect(told(block(...S3, "path: terraform.tfstate"))).toEqual([
      'error: config/workshop.yaml:7:3 backend.path: "path" has no effect with `type: s3`; it belongs to `type: local`; change the type, or remove this line',
    ]);
  });

  test("a type that resembles none is not guessed at", () => {
    expect(told(block("type: gcs"))).toEqual([
      'error: config/workshop.yaml:4:9 backend.type: "gcs" is not one of local, s3, http, cloud, none; write one of them',
    ]);
  });

  test("a method in small letters is told in capital ones", () => {
    expect(told(block(...HTTP, "updateMethod: put"))).toEqual([
      'error: config/workshop.yaml:6:17 backend.updateMethod: "put" is not one of POST, PUT, PATCH; write PUT',
    ]);
  });
});

describe("What Terraform would not take, or would do something else with, is refused", () => {
  test("{stack} behind #, which no server gets to see", () => {
    expect(
      refusedKeys(block("type: http", 'address: "https://state.example.com/#{stack}"')),
    ).toEqual(["backend.address"]);
  });

  test.each([
    ["a blank before it", '" https://state.example.com/{stack}"'],
    ["no slashes in it", "https:state.example.com/{stack}"],
  ])("an address with %s", (_, address) => {
    expect(refusedKeys(block("type: http", `address: ${address}`))).toEqual(["backend.address"]);
  });

  test("a key with two slashes together", () => {
    expect(refusedKeys(block(...S3, "key: connect//{stack}.tfstate"))).toEqual(["backend.key"]);
  });

  test("a variable of the shell, which would become a folder's name", () => {
    expect(refusedKeys(block("type: local", 'path: "${STATE}/{stack}.tfstate"'))).toEqual([
      "backend.path",
    ]);
  });

  test("a method that writes nothing", () => {
    expect(refusedKeys(block(...HTTP, "updateMethod: GET"))).toEqual(["backend.updateMethod"]);
  });

  test("two instances that name one state", () => {
    project.write("config/emea.yaml", block(...S3, "key: prod-{stack}.tfstate"));
    const other = HEAD.replace("123456789012", "210987654321");
    project.write(
      "config/prod-emea.yaml",
      block(...S3, 'key: "{stack}.tfstate"').replace(HEAD, other),
    );
    const { problems } = loadConfig(project.path("config"), NOW);
    expect(problems.map(({ file, keyPath }) => [file.split("/").at(-1), keyPath])).toEqual([
      ["prod-emea.yaml", "backend.key"],
    ]);
  });
});
