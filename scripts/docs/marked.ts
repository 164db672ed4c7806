/** Returns a page with the content of one block replaced: `<!-- name -->` to `<!-- end -->`. */
export function marked(page: string, name: string, content: string): string {
  const mark = new RegExp(`(<!-- ${name} -->\n).*?(<!-- end -->)`, "s");
  if (!mark.test(page)) throw new Error(`the page has no block "${name}"`);
  return page.replace(
    mark,
    (_, before: string, after: string) => `${before}\n${content.trim()}\n\n${after}`,
  );
}
