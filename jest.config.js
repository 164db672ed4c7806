const { readFileSync, statfsSync } = require("node:fs");
const { availableParallelism, tmpdir } = require("node:os");
const process = require("node:process");

/** Tests make and remove thousands of folders, which takes a fifth of their time on a disk. */
process.env.TMPDIR ??= inMemory() ? "/dev/shm" : tmpdir();

/** Tells if there is a file system in memory from which programs run, with 4 GB free. */
function inMemory() {
  try {
    const mounts = readFileSync("/proc/mounts", "utf8");
    const { bavail, bsize } = statfsSync("/dev/shm");
    return /^tmpfs \/dev\/shm tmpfs (?!.*noexec)/m.test(mounts) && bavail * bsize > 4e9;
  } catch {
    return false;
  }
}

const common = {
  testEnvironment: "node",
  transform: {
    "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }],
  },
  moduleNameMapper: {
    "^(\\.{1,2}/.*/index)\\.js$": "$1", // import() names the file that is built
    "^\\.\\./locales/index\\.cjs$": "zod/v4/locales/en.cjs", // of zod's 64 languages, each test would load all
    "^archiver$": "constructs", // any other module: CDKTF loads it for archives of assets, which nothing here has
  },
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out", "<rootDir>/lib"],
};

/** @type {import("jest").Config} */
module.exports = {
  maxWorkers: availableParallelism() + 2, // two more, since some tests wait
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
      globalTeardown: "<rootDir>/__tests__/e2e/support/global-teardown.ts",
    },
  ],
};
