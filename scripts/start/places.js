const { SourceMap } = require("node:module");

/**
 * Has the stacks of errors name places in the TypeScript. The source map is read when the first stack is.
 *
 * @param {string} path of the compiled program
 * @param {() => string} map reads its source map
 */
function showPlaces(path, map) {
  let places;
  Error.prepareStackTrace = (error, frames) => {
    // CDKTF keeps stacks of what is no error, which nobody reads.
    const isShown = error instanceof Error;
    const shown = frames.map((frame) => {
      if (!isShown || frame.getFileName() !== path) return String(frame);
      places ??= new SourceMap(JSON.parse(map()));
      const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
      const at = places.findEntry(line - 2, column - 1); // the first line names packages
      if (at.originalSource === undefined) return String(frame);
      const place = `${at.originalSource}:${String(at.originalLine + 1)}:${String(at.originalColumn + 1)}`;
      return String(frame).replace(`${path}:${String(line)}:${String(column)}`, place);
    });
    return [String(error), ...shown].join("\n    at ");
  };
}

module.exports = { showPlaces };
