/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  transform: { "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
  // Packages copied into cdktf.out or a test's folder are not ours to resolve.
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out", "<rootDir>/lib"],
  testTimeout: 120_000,
};
