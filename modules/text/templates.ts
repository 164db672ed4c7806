/** Escapes `${` and `%{`, which Terraform would otherwise read as templates. */
export function escapeTemplates(text: string): string {
  return text.replace(/[$%](?=\{)/g, "$&$&");
}

/** Says that text has what Terraform would evaluate; `undefined` when it has not. */
export function templateProblem(text: string): string | undefined {
  const [found] = /[$%]\{/.exec(text) ?? [];
  return found === undefined
    ? undefined
    : `has ${JSON.stringify(found)}, which Terraform would evaluate; write the text itself`;
}
