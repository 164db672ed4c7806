/** CDKTF and its successor: each works with its own providers and constructs only. */
export const LIBRARIES = {
  cdktf: {
    title: "CDKTF",
    constructs: "connect-sso",
    install: "npm install cdktf@0.21 @cdktf/provider-aws@21",
  },
  cdktn: {
    title: "CDK Terrain",
    constructs: "connect-sso/cdktn",
    install: "npm install cdktn@0.24 @cdktn/provider-aws@25",
  },
} as const;

export type Library = keyof typeof LIBRARIES;

export function isLibrary(name: string): name is Library {
  return Object.hasOwn(LIBRARIES, name);
}
