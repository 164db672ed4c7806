import { forCdkTerrain } from "../scripts/for-cdk-terrain";

describe("the built package for CDK Terrain", () => {
  it("has the files that import CDKTF, with the names of CDK Terrain's packages", () => {
    const role = `"use strict";
const iam_role_1 = require("@cdktf/provider-aws/lib/iam-role");
const cdktf_1 = require("cdktf");
const constructs_1 = require("constructs");
// Not from "cdktf": its text stays.
exports.text = "cdktf";
`;
    expect(forCdkTerrain({ "role.js": role, "role.d.ts": "" }, ["role"])).toEqual({
      "role.js": `"use strict";
const iam_role_1 = require("@cdktn/provider-aws/lib/iam-role");
const cdktf_1 = require("cdktn");
const constructs_1 = require("constructs");
// Not from "cdktf": its text stays.
exports.text = "cdktf";
`,
    });
  });

  it("has what imports them, in the same places, and uses all other files where they are", () => {
    const built = {
      "index.js": `require("./constructs/role"); require("./text"); import("./synth/index.js");`,
      "constructs/role/index.js": `require("./role"); require("../../text");`,
      "constructs/role/role.js": `require("cdktf"); require("./names");`,
      "constructs/role/names.js": "",
      "text/index.js": "",
      "synth/index.js": `require("../constructs/role");`,
    };
    const types = { "index.d.ts": "" };
    expect(forCdkTerrain({ ...built, ...types }, ["index"])).toEqual({
      "index.js": `require("./constructs/role"); require("../text"); import("./synth/index.js");`,
      "constructs/role/index.js": `require("./role"); require("../../../text");`,
      "constructs/role/role.js": `require("cdktn"); require("../../../constructs/role/names");`,
      "synth/index.js": `require("../constructs/role");`,
    });
  });

  it("has types that name CDKTF, also where the code beside them does not", () => {
    const built = {
      "index.js": `require("./props");`,
      "props.js": "",
      "index.d.ts": `export type { Props } from "./props";
export type { Text } from "./text";`,
      "props.d.ts": `import type { TerraformProvider } from "cdktf";
export type Lifecycle = import("cdktf").TerraformResourceLifecycle;`,
      "text.d.ts": "",
    };
    expect(forCdkTerrain(built, ["index"])).toEqual({
      "index.d.ts": `export type { Props } from "./props";
export type { Text } from "../text";`,
      "props.d.ts": `import type { TerraformProvider } from "cdktn";
export type Lifecycle = import("cdktn").TerraformResourceLifecycle;`,
    });
  });

  it("has nothing that only other parts of the package use", () => {
    const built = { "index.js": "", "index.d.ts": "", "commands/synth.js": `require("cdktf");` };
    expect(forCdkTerrain(built, ["index"])).toEqual({});
  });

  it("is refused where a file would look for others beside itself", () => {
    const built = { "index.js": `require("cdktf"); read(__dirname + "/page.css");` };
    expect(() => forCdkTerrain({ ...built, "index.d.ts": "" }, ["index"])).toThrow(
      "index.js would look for files beside itself in cdktn/; have a file that does not import CDKTF do that",
    );
  });

  it("is refused where a file is missing", () => {
    expect(() => forCdkTerrain({ "index.js": `require("./gone");` }, ["index"])).toThrow(
      "gone.js was not built",
    );
  });
});
