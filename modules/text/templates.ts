/** Escapes `${` and `%{`, which Terraform would otherwise read as templates. */
export function escapeTemplates(text: string): string {
  return text.replace(/[$%](?=\{)/g, "$&$&");
}
