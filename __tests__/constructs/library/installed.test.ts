import { LibraryMissing, loadLibrary } from "../../../modules/constructs/library/installed";
import { fixture } from "../../support/fixture";

/** What Node.js throws for a module that it does not find. */
function notFound(name: string): () => never {
  return () => {
    throw Object.assign(new Error(`Cannot find module '${name}'\nRequire stack:\n- main.js`), {
      code: "MODULE_NOT_FOUND",
    });
  };
}

describe("a library that is not installed", () => {
  it.each([
    [
      "cdktf",
      '"connect-sso" needs "cdktf", which is not installed; run npm install cdktf@0.21 @cdktf/provider-aws@21, or import from "connect-sso/cdktn" in an app of CDK Terrain',
    ],
    [
      "@cdktf/provider-aws/lib/iam-role",
      '"connect-sso" needs "@cdktf/provider-aws", which is not installed; run npm install cdktf@0.21 @cdktf/provider-aws@21, or import from "connect-sso/cdktn" in an app of CDK Terrain',
    ],
    [
      "@cdktn/provider-aws/lib/iam-role",
      '"connect-sso/cdktn" needs "@cdktn/provider-aws", which is not installed; run npm install cdktn@0.24 @cdktn/provider-aws@25, or import from "connect-sso" in an app of CDKTF',
    ],
  ])("is one sentence that says what to install: %s", (name, sentence) => {
    expect(() => {
      loadLibrary(notFound(name));
    }).toThrow(new LibraryMissing(sentence, "npm install"));
  });

  it("is not what anything else that fails is taken for", () => {
    for (const load of [
      notFound("constructs"),
      notFound("./cdktf"),
      () => {
        throw new Error("Cannot find module 'cdktf'");
      },
    ]) {
      expect(() => {
        loadLibrary(load);
      }).toThrow(/^Cannot find module/);
    }
  });
});

describe("the versions that the sentence names", () => {
  it("are those that the package takes", () => {
    const { peerDependencies } = JSON.parse(fixture("package.json")) as {
      peerDependencies: Record<string, string>;
    };
    expect(peerDependencies).toMatchObject({
      cdktf: expect.stringMatching(/^\^0\.21\./) as string,
      "@cdktf/provider-aws": expect.stringMatching(/^\^21\./) as string,
      cdktn: expect.stringMatching(/^\^0\.24\./) as string,
      "@cdktn/provider-aws": expect.stringMatching(/^\^25\./) as string,
    });
  });
});
