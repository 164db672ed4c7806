import { backend, CLOUD, HTTP, load, refusedKeys, S3, testReports } from "../../support/config";

describe("A mistake in settings that go together is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a bucket and region that miss",
      backend("type: s3"),
      "error: config/workshop.yaml:3:1 backend.bucket: is missing; `type: s3` needs it; give it",
      "error: config/workshop.yaml:3:1 backend.region: is missing; `type: s3` needs it; give it",
    ],
    [
      "an address that misses",
      backend("type: http"),
      "error: config/workshop.yaml:3:1 backend.address: is missing; `type: http` needs it; give it",
    ],
    [
      "an organization that misses",
      backend("type: cloud"),
      "error: config/workshop.yaml:3:1 backend.organization: is missing; `type: cloud` needs it; give it",
    ],
    [
      "no value for a required key, which is reported once",
      backend("type: s3", "bucket:", "region: us-east-1"),
      "error: config/workshop.yaml:5:10 backend.bucket: is empty; it takes text; give a value or remove the key",
    ],
    [
      "a key of another type",
      backend(...S3, "path: ../{stack}.tfstate"),
      'error: config/workshop.yaml:7:3 backend.path: "path" has no effect with `type: s3`; it belongs to `type: local`; change the type, or remove this line',
    ],
    [
      "settings without their type",
      backend("type: none", "organization: acme", "workspace: prod-{stack}"),
      'error: config/workshop.yaml:5:3 backend.organization: "organization" has no effect with `type: none`; it belongs to `type: cloud`; change the type, or remove this line',
      'error: config/workshop.yaml:6:3 backend.workspace: "workspace" has no effect with `type: none`; it belongs to `type: cloud`; change the type, or remove this line',
    ],
    [
      "settings of two types at once",
      backend("type: local", "key: connect/{stack}.tfstate", "lockMethod: LOCK"),
      'error: config/workshop.yaml:5:3 backend.key: "key" has no effect with `type: local`; it belongs to `type: s3`; change the type, or remove this line',
      'error: config/workshop.yaml:6:3 backend.lockMethod: "lockMethod" has no effect with `type: local`; it belongs to `type: http`; change the type, or remove this line',
    ],
    [
      "locking without an address for it",
      backend(
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
      "a workspace and tags",
      backend(...CLOUD, "workspace: prod-{stack}", "tags: [connect]"),
      "error: config/workshop.yaml:7:9 backend.tags: contradicts workspace: workspaces are found by their name or by their tags; remove one of the two",
    ],
    [
      "tags of every stack",
      backend(...CLOUD, "tags: [connect, prod]"),
      "error: config/workshop.yaml:6:9 backend.tags: has no tag with {stack}, so two stacks would share their workspaces; add one, such as connect-{stack}",
    ],
  ]);
});

test("The longest instance's name fits a workspace, but not with much around it", () => {
  const file = `${"w".repeat(64)}.yaml`;
  expect(load({ [file]: backend(...CLOUD) }).reported).toEqual([]);
  expect(
    load({ [file]: backend(...CLOUD, "workspace: production-acme-{stack}") }).reported,
  ).toEqual([
    `error: config/${file}:6:14 backend.workspace: "production-acme-{stack}" names the workspace "production-acme-${"w".repeat(64)}-assignments", which has 92 characters; a workspace name has at most 90; shorten it, or the config file's name`,
  ]);
  expect(load({ [file]: backend(...CLOUD, "workspace: production-ac-{stack}") }).reported).toEqual(
    [],
  );
});

test("All that is wrong is reported at once, beside what is wrong elsewhere", () => {
  const config = `${backend("type: cloud", "organization: Acme Support", "hostname: https://tfe.example.com", "bucket: acme-terraform", "tags: [connect]", "tag: x")}rolepath: /connect/\n`;
  expect(load(config).reported).toEqual([
    'error: config/workshop.yaml:5:17 backend.organization: "Acme Support" is not a valid organization name; an organization name has 1 to 40 letters, digits, - and _; copy it from the URL of HCP Terraform, app.terraform.io/app/<organization>',
    'error: config/workshop.yaml:6:13 backend.hostname: "https://tfe.example.com" is not a host name; write only the host name, without https:// or a path, such as tfe.example.com',
    'error: config/workshop.yaml:7:3 backend.bucket: "bucket" has no effect with `type: cloud`; it belongs to `type: s3`; change the type, or remove this line',
    "error: config/workshop.yaml:8:9 backend.tags: has no tag with {stack}, so two stacks would share their workspaces; add one, such as connect-{stack}",
    'error: config/workshop.yaml:9:3 backend.tag: "tag" is not a key here; did you mean tags?',
    'error: config/workshop.yaml:10:1 rolepath: "rolepath" is not a key here; did you mean rolePath?',
  ]);
});

describe("Of one mistake, the right thing is reported", () => {
  test("a lock address that is wrong is not one that misses", () => {
    expect(
      refusedKeys(
        backend(...HTTP, "lockAddress: ftp://state.example.com/{stack}", "lockMethod: POST"),
      ),
    ).toEqual(["backend.lockAddress"]);
  });

  test("a wrong tag with {stack} is not one without", () => {
    expect(refusedKeys(backend(...CLOUD, 'tags: ["connect {stack}"]'))).toEqual(["backend.tags.0"]);
  });

  test("a key of another type is reported to be that, whatever its value", () => {
    expect(load(backend(...S3, "path: terraform.tfstate")).reported).toEqual([
      'error: config/workshop.yaml:7:3 backend.path: "path" has no effect with `type: s3`; it belongs to `type: local`; change the type, or remove this line',
    ]);
  });
});
