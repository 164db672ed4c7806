import {
  backend,
  CLOUD,
  HTTP,
  load,
  refusedKeys,
  S3,
  settingsOf,
  testReports,
  top,
} from "../../support/config";

describe("A mistake in the backend itself is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "no value",
      top("backend:"),
      "error: config/workshop.yaml:3:9 backend: is empty; it takes a mapping of keys to values; give a value or remove the key",
    ],
    [
      "the type alone",
      top("backend: s3"),
      'error: config/workshop.yaml:3:10 backend: "s3" is text; it takes a mapping of keys to values; write it in that form',
    ],
    [
      "a list",
      top("backend: [s3]"),
      "error: config/workshop.yaml:3:10 backend: is a list; it takes a mapping of keys to values; write it in that form",
    ],
    [
      "no type",
      top("backend: { bucket: acme-terraform, region: us-east-1 }"),
      "error: config/workshop.yaml:3:1 backend.type: is missing; it takes one of local, s3, http, cloud, none; give one",
    ],
    [
      "a type without a value",
      backend("type:"),
      "error: config/workshop.yaml:4:8 backend.type: is empty; it takes one of local, s3, http, cloud, none; give one or remove the key",
    ],
    [
      "a type with different upper and lower case",
      backend("type: S3"),
      'error: config/workshop.yaml:4:9 backend.type: "S3" is not one of local, s3, http, cloud, none; write s3',
    ],
    [
      "a misspelt type",
      backend("type: clould"),
      'error: config/workshop.yaml:4:9 backend.type: "clould" is not one of local, s3, http, cloud, none; write cloud',
    ],
    [
      "a type that Terraform has and this has not",
      backend("type: azurerm"),
      'error: config/workshop.yaml:4:9 backend.type: "azurerm" is not one of local, s3, http, cloud, none; write one of them',
    ],
    [
      "a misspelt key",
      backend("type: local", 'paht: "{stack}"'),
      'error: config/workshop.yaml:5:3 backend.paht: "paht" is not a key here; did you mean path?',
    ],
    [
      "a key as Terraform writes it",
      backend(...HTTP, "lock_address: https://state.example.com/{stack}/lock"),
      'error: config/workshop.yaml:6:3 backend.lock_address: "lock_address" is not a key here; did you mean lockAddress?',
    ],
    [
      "a key that resembles none, such as a password",
      backend(...HTTP, "password: from the environment"),
      'error: config/workshop.yaml:6:3 backend.password: "password" is not a key here; the keys are type, address, updateMethod, lockAddress, lockMethod, unlockAddress, unlockMethod, username; remove it',
    ],
  ]);
});

describe("A mistake in a path is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "absolute",
      backend("type: local", "path: /srv/state/{stack}.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "/srv/state/{stack}.tfstate" is an absolute path, which another machine does not have; write it relative to the stack\'s folder, such as ../../../terraform.{stack}.tfstate',
    ],
    [
      "in a home folder",
      backend("type: local", "path: ~/state/{stack}.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "~/state/{stack}.tfstate" is an absolute path, which another machine does not have; write it relative to the stack\'s folder, such as ../../../terraform.{stack}.tfstate',
    ],
    [
      "on a drive of Windows",
      backend("type: local", "path: C:\\state\\{stack}.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "C:\\\\state\\\\{stack}.tfstate" is an absolute path, which another machine does not have; write it relative to the stack\'s folder, such as ../../../terraform.{stack}.tfstate',
    ],
    [
      "with backslashes",
      backend("type: local", "path: ..\\state\\{stack}.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "..\\\\state\\\\{stack}.tfstate" has a backslash; slashes work on every system; write slashes',
    ],
    [
      "with a variable of a Windows shell",
      backend("type: local", 'path: "%TEMP%/{stack}.tfstate"'),
      'error: config/workshop.yaml:5:9 backend.path: "%TEMP%/{stack}.tfstate" has a variable; Terraform does not replace variables in its backend; write the value',
    ],
    [
      "with a variable of a shell",
      backend("type: local", "path: $HOME/{stack}.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "$HOME/{stack}.tfstate" has a variable; Terraform does not replace variables in its backend; write the value',
    ],
    [
      "with a variable of Terraform",
      backend("type: local", 'path: "${var.folder}/{stack}.tfstate"'),
      'error: config/workshop.yaml:5:9 backend.path: "${var.folder}/{stack}.tfstate" has a variable; Terraform does not replace variables in its backend; write the value',
    ],
    [
      "of a folder",
      backend("type: local", "path: ../{stack}/"),
      'error: config/workshop.yaml:5:9 backend.path: "../{stack}/" does not name a file; add the name of the state file',
    ],
    [
      "that is empty",
      backend("type: local", 'path: ""'),
      'error: config/workshop.yaml:5:9 backend.path: "" does not name a file; add the name of the state file',
    ],
    [
      "of one file for every stack",
      backend("type: local", "path: ../terraform.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "../terraform.tfstate" has no {stack}, so two stacks would share one state; write {stack} where the stack\'s name belongs',
    ],
    [
      "with {stack} misspelt",
      backend("type: local", "path: ../{Stack}.tfstate"),
      'error: config/workshop.yaml:5:9 backend.path: "../{Stack}.tfstate" has no {stack}, so two stacks would share one state; write {stack} where the stack\'s name belongs',
    ],
  ]);
});

describe("A mistake in a backend of S3 is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a bucket as the AWS CLI names it",
      backend("type: s3", "bucket: s3://acme-terraform", "region: us-east-1"),
      'error: config/workshop.yaml:5:11 backend.bucket: "s3://acme-terraform" is not a valid bucket name; a bucket name has 3 to 63 lowercase letters, digits, dots and dashes, without two dots in a row, and is not an IP address; write only the name, without s3:// or a path',
    ],
    [
      "a bucket in capital letters",
      backend("type: s3", "bucket: Acme-Terraform", "region: us-east-1"),
      'error: config/workshop.yaml:5:11 backend.bucket: "Acme-Terraform" is not a valid bucket name; a bucket name has 3 to 63 lowercase letters, digits, dots and dashes, without two dots in a row, and is not an IP address; write only the name, without s3:// or a path',
    ],
    [
      "a bucket with two dots together",
      backend("type: s3", "bucket: acme..terraform", "region: us-east-1"),
      'error: config/workshop.yaml:5:11 backend.bucket: "acme..terraform" is not a valid bucket name; a bucket name has 3 to 63 lowercase letters, digits, dots and dashes, without two dots in a row, and is not an IP address; write only the name, without s3:// or a path',
    ],
    [
      "an IP address for a bucket",
      backend("type: s3", "bucket: 192.168.5.4", "region: us-east-1"),
      'error: config/workshop.yaml:5:11 backend.bucket: "192.168.5.4" is not a valid bucket name; a bucket name has 3 to 63 lowercase letters, digits, dots and dashes, without two dots in a row, and is not an IP address; write only the name, without s3:// or a path',
    ],
    [
      "a region that is not one",
      backend("type: s3", "bucket: acme-terraform", "region: Frankfurt"),
      'error: config/workshop.yaml:6:11 backend.region: "Frankfurt" is not a region; write its code, such as us-east-1',
    ],
    [
      "a key that is a folder",
      backend(...S3, "key: connect/{stack}/"),
      'error: config/workshop.yaml:7:8 backend.key: "connect/{stack}/" is not a valid key; a key has no slash at its start or end, and no two slashes in a row; write it as in connect/{stack}.tfstate',
    ],
    [
      "a key that starts with a slash",
      backend(...S3, "key: /{stack}.tfstate"),
      'error: config/workshop.yaml:7:8 backend.key: "/{stack}.tfstate" is not a valid key; a key has no slash at its start or end, and no two slashes in a row; write it as in connect/{stack}.tfstate',
    ],
    [
      "a key of every stack",
      backend(...S3, "key: connect/terraform.tfstate"),
      'error: config/workshop.yaml:7:8 backend.key: "connect/terraform.tfstate" has no {stack}, so two stacks would share one state; write {stack} where the stack\'s name belongs',
    ],
    [
      "a key that is too long, counted in bytes",
      backend(...S3, `key: ${"ü".repeat(447)}{stack}`),
      `error: config/workshop.yaml:7:8 backend.key: "${"ü".repeat(117)}..." is longer than 900 bytes; S3 takes 1,024 with the stack's name; shorten it`,
    ],
    [
      "a KMS key that is empty",
      backend(...S3, 'kmsKeyId: ""'),
      'error: config/workshop.yaml:7:13 backend.kmsKeyId: "" is not a KMS key; a key is given by its ID, its ARN, or an alias such as alias/terraform; copy it from the key\'s page',
    ],
    [
      "a KMS key that is not one",
      backend(...S3, "kmsKeyId: terraform"),
      'error: config/workshop.yaml:7:13 backend.kmsKeyId: "terraform" is not a KMS key; a key is given by its ID, its ARN, or an alias such as alias/terraform; copy it from the key\'s page',
    ],
    [
      "a role for a KMS key",
      backend(...S3, "kmsKeyId: arn:aws:iam::123456789012:role/terraform"),
      'error: config/workshop.yaml:7:13 backend.kmsKeyId: "arn:aws:iam::123456789012:role/terraform" is not a KMS key; a key is given by its ID, its ARN, or an alias such as alias/terraform; copy it from the key\'s page',
    ],
    [
      "a user for a role",
      backend(...S3, "roleArn: arn:aws:iam::123456789012:user/terraform"),
      'error: config/workshop.yaml:7:12 backend.roleArn: "arn:aws:iam::123456789012:user/terraform" is not the ARN of an IAM role (arn:aws:iam::<account>:role/<name>); copy it from the role\'s page',
    ],
    [
      "a role that Terraform would evaluate",
      backend(...S3, "roleArn: 'arn:aws:iam::123456789012:role/${x}'"),
      'error: config/workshop.yaml:7:12 backend.roleArn: "arn:aws:iam::123456789012:role/${x}" has "${", which Terraform would evaluate; write the text itself',
    ],
    [
      "a key with a letter that Terraform composes",
      backend(...S3, 'key: "Jose\\u0301/{stack}"'),
      'error: config/workshop.yaml:7:8 backend.key: "Jose\u0301/{stack}" has U+0065 U+0301, which Terraform would replace by U+00E9; write "José/{stack}"',
    ],
  ]);
});

describe("A mistake in a backend of HTTP is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "an address without scheme",
      backend("type: http", "address: state.example.com/{stack}"),
      'error: config/workshop.yaml:5:12 backend.address: "state.example.com/{stack}" is not a URL; a URL has https://, a host and a path, without spaces or #; write it in that form',
    ],
    [
      "an address of another scheme",
      backend("type: http", "address: ftp://state.example.com/{stack}"),
      'error: config/workshop.yaml:5:12 backend.address: "ftp://state.example.com/{stack}" is not an https URL; Terraform takes only https and http here; write it with https://',
    ],
    [
      "an address of every stack",
      backend("type: http", "address: https://state.example.com/connect"),
      'error: config/workshop.yaml:5:12 backend.address: "https://state.example.com/connect" has no {stack}, so two stacks would share one state; write {stack} where the stack\'s name belongs',
    ],
    [
      "locks that every stack shares",
      backend(
        ...HTTP,
        "lockAddress: https://state.example.com/lock",
        "unlockAddress: https://state.example.com/lock",
      ),
      'error: config/workshop.yaml:6:16 backend.lockAddress: "https://state.example.com/lock" has no {stack}, so two stacks would share one state; write {stack} where the stack\'s name belongs',
      'error: config/workshop.yaml:7:18 backend.unlockAddress: "https://state.example.com/lock" has no {stack}, so two stacks would share one state; write {stack} where the stack\'s name belongs',
    ],
    [
      "a method that is not one",
      backend(...HTTP, "updateMethod: SAVE-STATE"),
      'error: config/workshop.yaml:6:17 backend.updateMethod: "SAVE-STATE" is not one of POST, PUT, PATCH; write one of them',
    ],
    [
      "a user name that is empty",
      backend(...HTTP, 'username: ""'),
      'error: config/workshop.yaml:6:13 backend.username: "" is empty; give a value or remove the key',
    ],
    [
      "a user name of two lines",
      backend(...HTTP, 'username: "a\\nb"'),
      'error: config/workshop.yaml:6:13 backend.username: "a\\nb" has a control character or half a character; remove it',
    ],
  ]);
});

describe("A mistake in a backend of HCP Terraform is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "an organization with a space",
      backend("type: cloud", "organization: Acme Support"),
      'error: config/workshop.yaml:5:17 backend.organization: "Acme Support" is not a valid organization name; an organization name has 1 to 40 letters, digits, - and _; copy it from the URL of HCP Terraform, app.terraform.io/app/<organization>',
    ],
    [
      "a hostname that is a URL",
      backend(...CLOUD, "hostname: https://tfe.example.com/app"),
      'error: config/workshop.yaml:6:13 backend.hostname: "https://tfe.example.com/app" is not a host name; write only the host name, without https:// or a path, such as tfe.example.com',
    ],
    [
      "a project's name that is too short",
      backend(...CLOUD, "project: CC"),
      'error: config/workshop.yaml:6:12 backend.project: "CC" is not a valid project name; a project name has 3 to 40 letters, digits, spaces, - and _, without spaces at its ends; change it',
    ],
    [
      "a project's name with spaces around it",
      backend(...CLOUD, 'project: " Contact Center "'),
      'error: config/workshop.yaml:6:12 backend.project: " Contact Center " is not a valid project name; a project name has 3 to 40 letters, digits, spaces, - and _, without spaces at its ends; change it',
    ],
    [
      "a workspace of every stack",
      backend(...CLOUD, "workspace: connect"),
      'error: config/workshop.yaml:6:14 backend.workspace: "connect" has no {stack}, so two stacks would share one state; write {stack} where the stack\'s name belongs',
    ],
    [
      "a workspace with a dot",
      backend(...CLOUD, "workspace: connect.{stack}"),
      'error: config/workshop.yaml:6:14 backend.workspace: "connect.{stack}" is not a valid workspace name; a workspace name has only letters, digits, - and _; change it',
    ],
    [
      "no tag in the list",
      backend(...CLOUD, "tags: []"),
      "error: config/workshop.yaml:6:9 backend.tags: is empty; give a value or remove the key",
    ],
    [
      "text for the list of tags",
      backend(...CLOUD, "tags: connect"),
      'error: config/workshop.yaml:6:9 backend.tags: "connect" is text; it takes a list; write [connect]',
    ],
    [
      "a tag with a space, beside a good one",
      backend(...CLOUD, 'tags: ["Contact Center", "connect-{stack}"]'),
      'error: config/workshop.yaml:6:10 backend.tags.0: "Contact Center" is not a valid workspace tag; a tag has only letters, digits, :, - and _; change it',
    ],
  ]);
});

test("An address with a password is refused, and the password is for the environment", () => {
  // Put together here, so that nothing looks like a secret.
  const address = `https://${["gitlab", "example"].join(":")}@state.example.com/{stack}`;
  expect(load(backend("type: http", `address: ${address}`)).reported).toEqual([
    `error: config/workshop.yaml:5:12 backend.address: "${address}" contains a user name or password; it would be written into the Terraform; set username, and TF_HTTP_PASSWORD in the environment`,
  ]);
});

test.each(["token", "private_token", "ACCESS-TOKEN", "password", "client_secret", "apikey", "sig"])(
  "An address with %s in its query is refused, and the secret is for the environment",
  (name) => {
    // Put together here, so that nothing looks like a secret.
    const address = `https://state.example.com/{stack}?${[name, "example"].join("=")}`;
    expect(load(backend("type: http", `address: ${address}`)).reported).toEqual([
      `error: config/workshop.yaml:5:12 backend.address: "${address}" contains "${name}"; it would be written into the Terraform; remove it, and set username, and TF_HTTP_PASSWORD in the environment`,
    ]);
  },
);

describe("What YAML makes of {stack} without quotes", () => {
  test("a mapping, which is no text", () => {
    expect(load(backend(...CLOUD, "workspace: {stack}")).reported).toEqual([
      expect.stringMatching(
        /^error: config\/workshop\.yaml:6:14 backend\.workspace: is a mapping; it takes text; /,
      ),
    ]);
    expect(load(backend("type: local", "path: {stack}")).reported).toEqual([
      expect.stringMatching(
        /^error: config\/workshop\.yaml:5:9 backend\.path: is a mapping; it takes text; /,
      ),
    ]);
  });

  test("is said to want quotes", () => {
    expect(load(backend(...CLOUD, "workspace: {stack}")).reported.join()).toContain("quotes");
  });

  test("a mapping with something behind it, which is no YAML", () => {
    expect(load(backend("type: local", "path: {stack}.tfstate")).reported).toEqual([
      "error: config/workshop.yaml:5:16 is not valid YAML: Unexpected scalar at node end; correct the syntax here",
    ]);
  });

  test("text, where it does not come first", () => {
    expect(settingsOf(backend("type: local", "path: state/{stack}.tfstate")).backend).toEqual({
      type: "local",
      path: "state/{stack}.tfstate",
    });
  });
});

describe("What Terraform would not take, or would do something else with, is refused", () => {
  test("{stack} behind #, which no server gets to see", () => {
    expect(
      refusedKeys(backend("type: http", 'address: "https://state.example.com/#{stack}"')),
    ).toEqual(["backend.address"]);
  });

  test.each([
    ["a space before it", '" https://state.example.com/{stack}"'],
    ["no slashes in it", "https:state.example.com/{stack}"],
  ])("an address with %s", (_, address) => {
    expect(refusedKeys(backend("type: http", `address: ${address}`))).toEqual(["backend.address"]);
  });

  test("a key with two slashes together", () => {
    expect(refusedKeys(backend(...S3, "key: connect//{stack}.tfstate"))).toEqual(["backend.key"]);
  });

  test("a variable of the shell, which would become a folder's name", () => {
    expect(refusedKeys(backend("type: local", 'path: "${STATE}/{stack}.tfstate"'))).toEqual([
      "backend.path",
    ]);
  });

  test("a method that writes nothing", () => {
    expect(refusedKeys(backend(...HTTP, "updateMethod: GET"))).toEqual(["backend.updateMethod"]);
  });
});

describe("Of one mistake, the right thing is reported", () => {
  test("a type that resembles none is not guessed at", () => {
    expect(load(backend("type: gcs")).reported).toEqual([
      'error: config/workshop.yaml:4:9 backend.type: "gcs" is not one of local, s3, http, cloud, none; write one of them',
    ]);
  });

  test("a method in small letters is reported in capital ones", () => {
    expect(load(backend(...HTTP, "updateMethod: put")).reported).toEqual([
      'error: config/workshop.yaml:6:17 backend.updateMethod: "put" is not one of POST, PUT, PATCH; write PUT',
    ]);
  });
});
