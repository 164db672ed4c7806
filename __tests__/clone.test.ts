import { fixture } from "./support/fixture";

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: true }>>;
}

const clone = JSON.parse(fixture("scripts/clone/package.json")) as Manifest;
const own = JSON.parse(fixture("package.json")) as Manifest;
const { packages } = JSON.parse(fixture("package-lock.json")) as Lock;

describe("npm ci --omit=dev", () => {
  it.each(["@cdktf/provider-aws", "cdktf", "constructs", "esbuild", "yaml", "zod"])(
    "installs %s, which npm run synth needs",
    (name) => {
      expect(packages[`node_modules/${name}`]?.dev).toBeUndefined();
    },
  );

  it.each(["cdktf-cli", "jest", "eslint", "playwright-core", "tsx"])("leaves out %s", (name) => {
    expect(packages[`node_modules/${name}`]?.dev).toBe(true);
  });

  it("installs the same versions as npm ci", () => {
    expect(own.devDependencies).toMatchObject(clone.dependencies);
  });
});
