import { marked, segments, serveCapturePage } from "./capture-page";
import { exitCode, UNKNOWN } from "./exit-code";
import type { RehearsalInput } from "./rehearsal";
import { rehearse } from "./rehearse";
import { rehearsalReport } from "./report";
import type { Terminal } from "../terminal";

/** The page is served for this long. */
const PAGE_MINUTES = 30;

/** Takes responses on a page, until the time is up or Ctrl-C; the last verdict is the exit code. */
export async function rehearseOnPage(
  input: Omit<RehearsalInput, "response">,
  terminal: Terminal,
): Promise<number> {
  const ended = new AbortController();
  const end = () => {
    ended.abort();
  };
  let code = UNKNOWN;
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  try {
    await serveCapturePage({
      minutes: PAGE_MINUTES,
      signal: ended.signal,
      ready: (url) => {
        terminal.write(
          `Open this page in your browser; it is on this machine alone, for ${String(PAGE_MINUTES)} minutes or until Ctrl-C:\n${url}\n`,
        );
      },
      check: async (response, number) => {
        const rehearsal = await rehearse({
          ...input,
          response,
          ...(number !== undefined && { number }),
        });
        code = exitCode(rehearsal);
        terminal.write(`\n${rehearsalReport(rehearsal, terminal)}\n`);
        const report = rehearsalReport(rehearsal, { paint: marked });
        return { segments: segments(report), responses: rehearsal.responses ?? [] };
      },
    });
  } finally {
    process.off("SIGINT", end);
    process.off("SIGTERM", end);
  }
  return code;
}
