import { tmpdir } from "node:os";

import { Project } from "../../support/project";
import { resynth } from "../../support/resynth";
import type { Terraform } from "../../support/synth";

const CONFIG = `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
applications:
  agent:
    applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111
`;
const OTHER_ACCOUNT = CONFIG.replace(":us-east-1:123456789012:", ":eu-central-1:210987654321:")
  .replace("apl-1111111111111111", "apl-2222222222222222")
  .replace("sso::123456789012", "sso::210987654321")
  .replace("ssoins-1234567890abcdef", "ssoins-fedcba0987654321");

const AWS = { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } };

let project: Project;

beforeEach(() => {
  project = new Project();
});

afterEach(() => {
  project.remove();
});

const backend = (lines: readonly string[]) => `backend: { ${lines.join(", ")} }\n`;

function stackText(name: string): string {
  return project.read(`cdktf.out/stacks/${name}/cdk.tf.json`);
}

/** The `terraform` block of a stack. */
function terraformOf(name: string): Terraform["terraform"] {
  return (JSON.parse(stackText(name)) as Terraform).terraform;
}

/** Those of both stacks of an instance with a backend. */
function synthesizedWith(...lines: string[]) {
  project.write("config/hotline.yaml", CONFIG + backend(lines));
  resynth(project);
  return {
    federation: terraformOf("hotline-federation"),
    assignments: terraformOf("hotline-assignments"),
  };
}

const S3 = ["type: s3", "bucket: acme-terraform", "region: eu-central-1"];
const HTTP = ["type: http", 'address: "https://state.example.com/{stack}"'];
const CLOUD = ["type: cloud", "organization: acme"];

describe("A stack's Terraform says where its state is", () => {
  it("in a file, at a path that every machine has", () => {
    expect(synthesizedWith("type: local", 'path: "../../../state/{stack}.tfstate"')).toEqual({
      federation: {
        required_version: ">= 1.5.0",
        required_providers: AWS,
        backend: { local: { path: "../../../state/hotline-federation.tfstate" } },
      },
      assignments: {
        required_version: ">= 1.5.0",
        required_providers: AWS,
        backend: { local: { path: "../../../state/hotline-assignments.tfstate" } },
      },
    });
  });

  it("in a bucket, encrypted and locked, which Terraform can from 1.10 on", () => {
    const s3 = { bucket: "acme-terraform", region: "eu-central-1" };
    expect(synthesizedWith(...S3)).toEqual({
      federation: {
        required_version: ">= 1.10.0",
        required_providers: AWS,
        backend: {
          s3: { ...s3, key: "hotline-federation.tfstate", encrypt: true, use_lockfile: true },
        },
      },
      assignments: {
        required_version: ">= 1.10.0",
        required_providers: AWS,
        backend: {
          s3: { ...s3, key: "hotline-assignments.tfstate", encrypt: true, use_lockfile: true },
        },
      },
    });
  });

  it("in a bucket, with a key and a role of its own", () => {
    const { federation } = synthesizedWith(
      ...S3,
      'key: "connect/{stack}/terraform.tfstate"',
      "kmsKeyId: arn:aws:kms:eu-central-1:123456789012:key/5c9f1a0e-7d42-4b8a-9a53-2f1e6c7d8b90",
      "roleArn: arn:aws:iam::123456789012:role/TerraformState",
    );
    expect(federation).toMatchObject({
      backend: {
        s3: {
          key: "connect/hotline-federation/terraform.tfstate",
          kms_key_id:
            "arn:aws:kms:eu-central-1:123456789012:key/5c9f1a0e-7d42-4b8a-9a53-2f1e6c7d8b90",
          assume_role: { role_arn: "arn:aws:iam::123456789012:role/TerraformState" },
        },
      },
    });
  });

  it("on a server", () => {
    expect(synthesizedWith(...HTTP)).toEqual({
      federation: {
        required_version: ">= 1.5.0",
        required_providers: AWS,
        backend: { http: { address: "https://state.example.com/hotline-federation" } },
      },
      assignments: {
        required_version: ">= 1.5.0",
        required_providers: AWS,
        backend: { http: { address: "https://state.example.com/hotline-assignments" } },
      },
    });
  });

  it("on a server that locks, as GitLab does", () => {
    const { assignments } = synthesizedWith(
      ...HTTP,
      "updateMethod: PUT",
      'lockAddress: "https://state.example.com/{stack}/lock"',
      "lockMethod: POST",
      "unlockMethod: DELETE",
      "username: gitlab-ci-token",
    );
    expect(assignments?.["backend"]).toEqual({
      http: {
        address: "https://state.example.com/hotline-assignments",
        update_method: "PUT",
        lock_address: "https://state.example.com/hotline-assignments/lock",
        lock_method: "POST",
        unlock_address: "https://state.example.com/hotline-assignments/lock",
        unlock_method: "DELETE",
        username: "gitlab-ci-token",
      },
    });
  });

  it("in HCP Terraform, without a backend beside it", () => {
    expect(synthesizedWith(...CLOUD)).toEqual({
      federation: {
        required_version: ">= 1.5.0",
        required_providers: AWS,
        cloud: { organization: "acme", workspaces: { name: "hotline-federation" } },
      },
      assignments: {
        required_version: ">= 1.5.0",
        required_providers: AWS,
        cloud: { organization: "acme", workspaces: { name: "hotline-assignments" } },
      },
    });
  });

  it("in a project of Terraform Enterprise, which Terraform can from 1.6 on", () => {
    const { federation } = synthesizedWith(
      ...CLOUD,
      "hostname: tfe.example.com",
      "project: Contact Center",
      'workspace: "prod-{stack}"',
    );
    expect(federation).toEqual({
      required_version: ">= 1.6.0",
      required_providers: AWS,
      cloud: {
        organization: "acme",
        hostname: "tfe.example.com",
        workspaces: { name: "prod-hotline-federation", project: "Contact Center" },
      },
    });
  });

  it("in workspaces found by tags", () => {
    const { federation, assignments } = synthesizedWith(
      ...CLOUD,
      'tags: [connect, "stack:{stack}"]',
    );
    expect(federation?.["cloud"]).toEqual({
      organization: "acme",
      workspaces: { tags: ["connect", "stack:hotline-federation"] },
    });
    expect(assignments?.["cloud"]).toEqual({
      organization: "acme",
      workspaces: { tags: ["connect", "stack:hotline-assignments"] },
    });
  });

  it("or nowhere, for runs that bring their own", () => {
    const bare = { required_version: ">= 1.5.0", required_providers: AWS };
    expect(synthesizedWith("type: none")).toEqual({ federation: bare, assignments: bare });
  });
});

describe("A stack's HCL", () => {
  it.each([
    ["a file", ["type: local"], 'backend "local"'],
    ["a bucket", S3, 'backend "s3"'],
    ["HCP Terraform", ["type: cloud", "organization: acme"], "cloud {"],
  ])("has %s in the file with all resources, which no part of it is without", (_, lines, block) => {
    project.write("config/hotline.yaml", CONFIG + backend(lines));
    resynth(project, "config", { hcl: true });
    const files = project.files("cdktf.out/hcl/hotline-federation");
    const having = (text: RegExp | string) =>
      Object.keys(files).filter((file) => files[file]?.search(text) !== -1);
    expect(having(block)).toEqual(["main.tf"]);
    expect(having(/^resource /m)).toEqual(["main.tf"]);
  });
});

describe("A stack's HCL names the file that its JSON names", () => {
  it.each([
    ["in the stack's folder", "state/{stack}.tfstate", "../../stacks/hotline-S/state/hotline-S"],
    ["beside it", "../{stack}.tfstate", "../../stacks/hotline-S"],
    ["outside", "../../../state/{stack}.tfstate", "../../../state/hotline-S"],
    ["below folders that it first goes into", "a/../../../{stack}.tfstate", "../../hotline-S"],
  ])("%s", (_, path, expected) => {
    project.write("config/hotline.yaml", CONFIG + backend(["type: local", `path: "${path}"`]));
    resynth(project, "config", { hcl: true });
    for (const part of ["federation", "assignments"]) {
      const stack = `hotline-${part}`;
      expect(project.read(`cdktf.out/hcl/${stack}/main.tf`)).toContain(`
  backend "local" {
    path = "${expected.replaceAll("hotline-S", stack)}.tfstate"
  }
`);
      expect(stackText(stack)).toContain(`"${path.replaceAll("{stack}", stack)}"`);
    }
  });
});

const EVERY_BACKEND: Readonly<Record<string, readonly string[]>> = {
  "a file by default": ["type: local"],
  "a file": ["type: local", 'path: "../../../state/{stack}/terraform.tfstate"'],
  "a bucket": [...S3, 'key: "connect/{stack}.tfstate"'],
  "a server": [...HTTP, 'lockAddress: "https://state.example.com/{stack}/lock"'],
  "HCP Terraform": CLOUD,
  "HCP Terraform by tags": [...CLOUD, 'tags: [connect, "{stack}"]'],
};

describe.each(Object.entries(EVERY_BACKEND))("With state in %s", (_, lines) => {
  it("every stack of every instance has its own", () => {
    project
      .write("config/hotline.yaml", CONFIG + backend(lines))
      .write("config/hotline-emea.yaml", OTHER_ACCOUNT + backend(lines));
    resynth(project);
    const stacks = [
      "hotline-federation",
      "hotline-assignments",
      "hotline-emea-federation",
      "hotline-emea-assignments",
    ];
    const kept = stacks.map((stack) => {
      const { backend, cloud } = terraformOf(stack) ?? {};
      const where = JSON.stringify(backend ?? cloud);
      expect(where).toContain(stack);
      return where;
    });
    expect(new Set(kept).size).toBe(4);
  });

  it("no stack holds {stack}, or a path of the machine", () => {
    synthesizedWith(...lines);
    for (const stack of ["hotline-federation", "hotline-assignments"]) {
      const text = stackText(stack);
      expect(text).not.toContain("{stack}");
      expect(text).not.toContain(project.folder);
      expect(text).not.toContain(tmpdir());
      expect(text).not.toContain(process.cwd());
    }
  });

  it("a synthesis runs no Terraform, and its bytes are the same in any folder", () => {
    const { PATH } = process.env;
    process.env["PATH"] = "";
    const other = new Project();
    try {
      synthesizedWith(...lines);
      other.write("config/hotline.yaml", CONFIG + backend(lines));
      resynth(other);
    } finally {
      process.env["PATH"] = PATH;
    }
    try {
      expect(other.files("cdktf.out/stacks")).toEqual(project.files("cdktf.out/stacks"));
    } finally {
      other.remove();
    }
  });
});

it("A config that changes from one backend to another leaves nothing of the first", () => {
  for (const lines of Object.values(EVERY_BACKEND)) {
    synthesizedWith(...lines);
    expect(synthesizedWith("type: none").federation).toEqual({
      required_version: ">= 1.5.0",
      required_providers: AWS,
    });
  }
});
