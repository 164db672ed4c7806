import { spawnSync, type SpawnSyncReturns } from "node:child_process";

/** Runs `npm run synth` in a folder, without what the environment says about config and output. */
export function runSynth(folder: string, args: readonly string[] = []): SpawnSyncReturns<string> {
  const env = { ...process.env, CONNECT_SSO_CONFIG: "", CDKTF_OUTDIR: undefined };
  return spawnSync(process.execPath, ["start.js", "main.ts", ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
}
