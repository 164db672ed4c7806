// Reads a JSON list of what a program writes, and writes the list of what a terminal makes of each: its
// lines, and what happened beside them.
import { readTexts, write } from "./tree.mjs";
import xterm from "@xterm/headless";

/** So wide that a line is one row, with characters of two columns too. */
function columnsFor(lines) {
  return 2 * Math.max(40, ...lines.map(({ length }) => length));
}

function show(written) {
  return new Promise((resolve) => {
    const lines = written.split("\n");
    const terminal = new xterm.Terminal({
      cols: columnsFor(lines),
      rows: 10,
      scrollback: lines.length,
      convertEol: true,
      allowProposedApi: true,
    });
    const events = [];
    const happens = (what) => () => events.push(what);
    terminal.onBell(happens("bell"));
    terminal.onTitleChange(happens("title"));
    terminal.onData(happens("answer"));
    for (const final of "@ABCDEFGHIJKLMPSTXZ`abcdefghlnrstu") {
      terminal.parser.registerCsiHandler({ final }, () => {
        events.push(`CSI ${final}`);
        return false;
      });
    }
    for (const number of [0, 1, 2, 4, 7, 8, 9, 10, 11, 12, 52, 104, 133, 777, 1337]) {
      terminal.parser.registerOscHandler(number, () => {
        events.push(`OSC ${String(number)}`);
        return false;
      });
    }
    for (const final of "cDEHMNOZ=>78") {
      terminal.parser.registerEscHandler({ final }, () => {
        events.push(`ESC ${final}`);
        return false;
      });
    }
    terminal.write(written, () => {
      const { active } = terminal.buffer;
      const rows = Array.from({ length: active.length }, (_, row) =>
        active.getLine(row).translateToString(true).trimEnd(),
      );
      resolve({ text: rows.join("\n").trimEnd(), column: active.cursorX, events });
    });
  });
}

const shown = [];
for (const written of await readTexts()) shown.push(await show(written));
write(shown);
