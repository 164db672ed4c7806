import type * as synth from "../../synth";

type Synth = typeof synth;

/** The same code for CDK Terrain, which only the built package has. */
const FOR_CDK_TERRAIN = "../../cdktn/synth/index.js" as string;

/** What `modules/constructs` throws on import where its library is not installed. */
interface LibraryMissing extends Error {
  /** Command that installs the library. */
  readonly install: string;
}

/**
 * Loads what writes the stacks, with CDKTF, or with CDK Terrain where only that is installed.
 *
 * @returns what was loaded, or what to install
 */
export async function loadSynth(): Promise<Synth | { readonly problem: string }> {
  const missing: LibraryMissing[] = [];
  for (const load of [
    () => import("../../synth/index.js"),
    () => import(FOR_CDK_TERRAIN) as Promise<Synth>,
  ]) {
    try {
      return await load();
    } catch (error) {
      if (!isLibraryMissing(error)) throw error;
      missing.push(error);
    }
  }
  const ways = missing.map(({ install }) => install).join(", or ");
  return { problem: `synth needs CDKTF or CDK Terrain, and neither is installed; run ${ways}` };
}

function isLibraryMissing(error: unknown): error is LibraryMissing {
  return error instanceof Error && error.name === "LibraryMissing";
}
