import { backend, CLOUD, HTTP, S3, settingsOf, top } from "../../support/config";

/** The settings of a good backend with these lines. */
const backendOf = (...lines: string[]) => settingsOf(backend(...lines)).backend;

describe("Each backend takes its own settings, and fills in the rest", () => {
  test("no backend is a file beside the output folder", () => {
    expect(settingsOf(top()).backend).toEqual({
      type: "local",
    });
  });

  test.each<[what: string, lines: string[], settings: object]>([
    ["local, at its default path", ["type: local"], { type: "local" }],
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
    expect(backendOf(...lines)).toEqual(settings);
  });

  test("a role and bucket in GovCloud", () => {
    expect(
      backendOf(
        "type: s3",
        "bucket: acme.terraform",
        "region: us-gov-west-1",
        "roleArn: arn:aws-us-gov:iam::123456789012:role/State",
      ),
    ).toMatchObject({ roleArn: "arn:aws-us-gov:iam::123456789012:role/State" });
  });
});

test("An address whose query says which state it is, is fine, whatever that is called", () => {
  for (const query of ["key={stack}", "ref=main&name={stack}", "serial=1&id={stack}"]) {
    backendOf("type: http", `address: https://state.example.com/?${query}`);
  }
});

test.each([
  "5c9f1a0e-7d42-4b8a-9a53-2f1e6c7d8b90",
  "mrk-0123456789abcdef0123456789abcdef",
  "alias/terraform/State_1",
  "arn:aws:kms:eu-central-1:123456789012:alias/terraform",
  "arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef",
])("A KMS key may be %s", (key) => {
  expect(backendOf(...S3, `kmsKeyId: ${key}`)).toMatchObject({ kmsKeyId: key });
});

test.each(["tfe", "localhost:8443", "tfe.example.com"])(
  "Terraform Enterprise may be at %s",
  (host) => {
    expect(backendOf(...CLOUD, `hostname: ${host}`)).toMatchObject({ block: { hostname: host } });
  },
);
