/** Text that Terraform takes as it is: it would read `${` and `%{` in it as templates. */
export function escapeTemplates(text: string): string {
  return text.replace(/[$%](?=\{)/g, "$&$&");
}
