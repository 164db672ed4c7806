import { isLibrary, LIBRARIES } from "./libraries";

/** Thrown on import where the library that the constructs are made with is not installed. */
export class LibraryMissing extends Error {
  public override readonly name = "LibraryMissing";

  /** @param install command that installs the library */
  public constructor(
    message: string,
    public readonly install: string,
  ) {
    super(message);
  }
}

/**
 * Calls a function that loads the library, which npm takes for optional, since there are two of them.
 *
 * @throws LibraryMissing when Node.js does not find one of the library's packages
 */
export function loadLibrary(load: () => unknown): void {
  try {
    load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const [, missing = "", core = ""] = /'(@?(\w+)(?:\/provider-aws)?)[/']/.exec(message) ?? [];
    if (code !== "MODULE_NOT_FOUND" || !isLibrary(core)) throw error;
    const { constructs, install } = LIBRARIES[core];
    const other = core === "cdktf" ? LIBRARIES.cdktn : LIBRARIES.cdktf;
    throw new LibraryMissing(
      `"${constructs}" needs "${missing}", which is not installed; run ${install}, or import from "${other.constructs}" in an app of ${other.title}`,
      install,
    );
  }
}

loadLibrary(() => {
  /* eslint-disable @typescript-eslint/no-require-imports -- what `import` loads cannot be caught */
  require("cdktf");
  require("@cdktf/provider-aws/lib/iam-role");
  /* eslint-enable @typescript-eslint/no-require-imports */
});
