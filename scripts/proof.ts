/**
 * Runs the proofs with everything they can try, and keeps their figures for docs/reliability.md.
 * With words, such as `npm run proof -- policies`, it runs those whose path has one of them.
 */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const ROOT = resolve(__dirname, "..");

const words = process.argv.slice(2);
const proofs = `proof/.*(${words.join("|")})`;
const { status } = spawnSync(
  process.execPath,
  [resolve(ROOT, "node_modules/jest/bin/jest.js"), "--testPathPatterns", proofs],
  { cwd: ROOT, stdio: "inherit", env: { ...process.env, CONNECT_SSO_PROOF: "true" } },
);
process.exitCode = status ?? 1;
