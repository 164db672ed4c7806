import {
  backend,
  type Case,
  CLOUD,
  HTTP,
  ONE,
  OTHER_ACCOUNT,
  S3,
  testReports,
  whole,
} from "../../support/config";

/** The backend of a config file for another account. */
function otherBackend(...lines: string[]): string {
  return whole(OTHER_ACCOUNT, ONE, "backend:", ...lines.map((line) => `  ${line}`));
}

/** Instances `emea` and `prod-emea`, whose `{stack}` can make the same text of different ones. */
function emea(own: readonly string[], other: readonly string[]): Case[1] {
  return { "emea.yaml": backend(...own), "prod-emea.yaml": otherBackend(...other) };
}

describe("Two stacks that would keep their states in one place are reported once", () => {
  testReports([
    [
      "in one file",
      emea(
        ["type: local", "path: ../../../prod-{stack}.tfstate"],
        ["type: local", 'path: "../../../{stack}.tfstate"'],
      ),
      'error: config/prod-emea.yaml:5:9 backend.path: "../../../{stack}.tfstate" would keep the state of prod-emea-federation where config/emea.yaml keeps that of emea-federation; set another path',
    ],
    [
      "under one key of a bucket",
      emea([...S3, "key: prod-{stack}.tfstate"], [...S3, 'key: "{stack}.tfstate"']),
      'error: config/prod-emea.yaml:7:8 backend.key: "{stack}.tfstate" would keep the state of prod-emea-federation where config/emea.yaml keeps that of emea-federation; set another key',
    ],
    [
      "at one address",
      emea(["type: http", "address: https://state.example.com/prod-{stack}"], HTTP),
      'error: config/prod-emea.yaml:5:12 backend.address: "https://state.example.com/{stack}" would keep the state of prod-emea-federation where config/emea.yaml keeps that of emea-federation; set another address',
    ],
    [
      "in one workspace",
      emea([...CLOUD, "workspace: prod-{stack}"], [...CLOUD, 'workspace: "{stack}"']),
      'error: config/prod-emea.yaml:6:14 backend.workspace: "{stack}" would keep the state of prod-emea-federation where config/emea.yaml keeps that of emea-federation; set another workspace',
    ],
  ]);
});

describe("Two stacks have their own states", () => {
  testReports(
    [
      [
        "with the same names in two buckets",
        emea(
          [...S3, "key: prod-{stack}.tfstate"],
          ["type: s3", "bucket: acme-oslo", "region: eu-central-1", 'key: "{stack}.tfstate"'],
        ),
      ],
      [
        "with the same names in two organizations",
        emea(
          [...CLOUD, "workspace: prod-{stack}"],
          ["type: cloud", "organization: acme-oslo", 'workspace: "{stack}"'],
        ),
      ],
      ["where each run brings its backend", emea(["type: none"], ["type: none"])],
    ],
    2,
  );
});
