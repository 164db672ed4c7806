const common = {
  testEnvironment: "node",
  transform: {
    "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }],
  },
  moduleNameMapper: { "^(\\./.*/index)\\.js$": "$1" }, // import() names the file that is built
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out", "<rootDir>/lib"],
};

/** @type {import("jest").Config} */
module.exports = {
  maxWorkers: "100%",
  testTimeout: 120_000,
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "/__tests__/e2e/"],
    },
    {
      ...common,
      displayName: "e2e",
      testMatch: ["<rootDir>/__tests__/e2e/**/*.test.ts"],
      globalSetup: "<rootDir>/__tests__/e2e/support/global-setup.ts",
    },
  ],
};
