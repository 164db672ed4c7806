import { visible } from "../../text";
import type { Person } from "./ask";

/** Returns the person at the terminal of this process. */
export async function personAtTerminal(): Promise<Person> {
  // Loaded only now: no other command asks anything.
  const { confirm, log, select, text } = await import("@clack/prompts");
  // It is a symbol when the person gives up.
  const answered = <T>(answer: T) =>
    typeof answer === "symbol" ? undefined : (answer as Exclude<T, symbol>);
  return {
    text: async ({ message, initial, hint, problem }) =>
      answered(
        await text({
          message,
          ...(initial !== undefined && { initialValue: initial }),
          ...(hint !== undefined && { placeholder: hint }),
          validate: (answer = "") => {
            const wrong = problem(answer);
            return wrong === undefined ? undefined : visible(wrong);
          },
        }),
      ),
    choose: async ({ message, choices }) =>
      answered(
        await select({
          message,
          options: choices.map(({ value, label }) => ({ value, label: visible(label) })),
        }),
      ),
    confirm: async (message) => answered(await confirm({ message, initialValue: false })),
    say: (message) => {
      log.info(visible(message));
    },
  };
}
