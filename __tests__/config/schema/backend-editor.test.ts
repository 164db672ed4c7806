import { parse } from "yaml";

import { backend, CLOUD, HTTP, refusedKeys, S3, top } from "../../support/config";
import { underlinedKeys } from "../../support/editor";

describe("An editor", () => {
  test.each<[what: string, config: string, ...keys: string[]]>([
    ["no backend", top()],
    ["a file", backend("type: local", "path: state/{stack}.tfstate")],
    ["a bucket", backend(...S3, "key: connect/{stack}.tfstate")],
    ["a server", backend(...HTTP, "lockAddress: https://state.example.com/{stack}/lock")],
    ["HCP Terraform", backend(...CLOUD, "hostname: tfe.example.com", "project: Contact Center")],
    ["HCP Terraform by tags", backend(...CLOUD, 'tags: [connect, "stack:{stack}"]')],
    ["none", backend("type: none")],
    ["no type", backend('path: "{stack}"'), "backend.type"],
    ["another type", backend("type: azurerm"), "backend.type"],
    ["nothing", top("backend:"), "backend"],
    ["a bucket without its name", backend("type: s3"), "backend.bucket", "backend.region"],
    ["a server without its address", backend("type: http"), "backend.address"],
    ["HCP Terraform without an organization", backend("type: cloud"), "backend.organization"],
    ["a file with a bucket", backend("type: local", "bucket: acme"), "backend.bucket"],
    ["an unknown key", backend(...HTTP, "password: x"), "backend.password"],
    ["no {stack} in a path", backend("type: local", "path: terraform.tfstate"), "backend.path"],
    ["no {stack} in a key", backend(...S3, "key: terraform.tfstate"), "backend.key"],
    ["no {stack} in a workspace", backend(...CLOUD, "workspace: connect"), "backend.workspace"],
    [
      "no {stack} in addresses",
      backend("type: http", "address: https://a.example.com", "lockAddress: https://b.example.com"),
      "backend.address",
      "backend.lockAddress",
    ],
    ["{stack} without quotes", backend(...CLOUD, "workspace: {stack}"), "backend.workspace"],
    [
      "names that are none",
      backend("type: s3", "bucket: s3://acme", "region: Frankfurt", "roleArn: State"),
      "backend.bucket",
      "backend.region",
      "backend.roleArn",
    ],
    [
      "other names that are none",
      backend("type: cloud", "organization: A b", "hostname: https://tfe", "project: CC"),
      "backend.hostname",
      "backend.organization",
      "backend.project",
    ],
    ["a method that is none", backend(...HTTP, "updateMethod: SAVE"), "backend.updateMethod"],
    ["empty text", backend(...HTTP, 'username: ""'), "backend.username"],
    ["an alias of a key", backend(...S3, "kmsKeyId: alias/terraform")],
    ["a key that is none", backend(...S3, "kmsKeyId: terraform"), "backend.kmsKeyId"],
    [
      "an IP address for a bucket",
      backend("type: s3", "bucket: 192.168.5.4", "region: us-east-1"),
      "backend.bucket",
    ],
    ["text for tags", backend(...CLOUD, "tags: connect"), "backend.tags"],
    ["no tags", backend(...CLOUD, "tags: []"), "backend.tags"],
  ])("underlines what the synthesis refuses: %s", (_, config, ...keys) => {
    expect(refusedKeys(config)).toEqual(keys);
    expect(underlinedKeys(parse(config))).toEqual(keys);
  });

  test.each([
    [[...S3, "key: Zürich/{stack}", "kmsKeyId: alias/terraform"]],
    [["type: http", 'address: "HTTP://[::1]:8080/{stack}?a=b"', "username: a b"]],
    [[...CLOUD, "workspace: _{stack}-", "hostname: a.b:1", "project: _ -"]],
  ])("does not underline what the synthesis takes: %j", (lines) => {
    expect(refusedKeys(backend(...lines))).toEqual([]);
    expect(underlinedKeys(parse(backend(...lines)))).toEqual([]);
  });
});
