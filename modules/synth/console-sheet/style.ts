/** The page's looks: light and dark, on paper and on a phone. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --panel: #f4f6f9; --ink: #16202c; --soft: #4c5866; --line: #c9d1db;
  --accent: #0a5cb8; --accent-ink: #ffffff; --good: #1b6b3a; --good-ground: #e4f4ea;
  --wait: #7a4b00; --wait-ground: #fdf1da; --value: #eef2f7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10161d; --panel: #18212b; --ink: #e8edf3; --soft: #a9b5c2; --line: #35414f;
    --accent: #7db7ff; --accent-ink: #0b1622; --good: #8fdcae; --good-ground: #143223;
    --wait: #f3c877; --wait-ground: #382808; --value: #1f2a36;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main, header, footer { max-width: 70rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 3rem 0 .75rem; overflow-wrap: anywhere; }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
p { margin: .5rem 0; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible, [tabindex]:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px;
}
code { font: .92em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.lead { color: var(--soft); font-size: 1.05rem; }
dl.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem 1.25rem; margin: 1.25rem 0; }
dl.facts dt { color: var(--soft); }
dl.facts dd { margin: 0; min-width: 0; }
.progress { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.25rem; margin: 1.5rem 0; }
.progress progress { width: 100%; height: .75rem; accent-color: var(--accent); }
.progress ul { list-style: none; padding: 0; margin: .75rem 0 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: .4rem; }
.badge { display: inline-block; border-radius: 999px; padding: .05rem .65rem; font-size: .85rem; font-weight: 600; margin-right: .5rem; }
.badge.done { color: var(--good); background: var(--good-ground); }
.badge.wait { color: var(--wait); background: var(--wait-ground); }
ol.flow { list-style: none; margin: .75rem 0 1.5rem; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.6rem; }
ol.flow li { position: relative; background: var(--panel); border: 1px solid var(--line); border-radius: 10px; padding: .75rem .8rem; font-size: .95rem; min-width: 0; }
ol.flow li strong { display: block; margin-bottom: .15rem; }
ol.flow code { font-size: .8em; }
ol.flow li + li::before { content: "\\2193"; position: absolute; left: 50%; top: -1.65rem; transform: translateX(-50%); color: var(--soft); font-size: 1.1rem; }
@media (min-width: 52rem) {
  ol.flow { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  ol.flow li + li::before { content: "\\2192"; left: -1.3rem; top: 50%; transform: translateY(-50%); }
}
ol.steps { list-style: none; margin: 0; padding: 0; }
ol.steps > li { border-top: 1px solid var(--line); padding: .9rem 0; }
ol.steps > li:last-child { border-bottom: 1px solid var(--line); }
.tick { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .75rem; align-items: start; }
.tick input { width: 1.35rem; height: 1.35rem; margin: .1rem 0 0; accent-color: var(--accent); cursor: pointer; }
.tick label { cursor: pointer; min-width: 0; }
.tick .words { min-width: 0; }
.tick input:checked ~ .words > label { color: var(--soft); }
.known { color: var(--good); font-size: .85rem; font-weight: 600; margin-left: .35rem; }
.ui { font-weight: 600; }
.below { margin-left: 2.1rem; }
.field { margin: .6rem 0 0; }
.row { border-left: 3px solid var(--line); padding: .05rem 0 .25rem 1rem; margin-top: 1rem; }
.offscreen { position: fixed; top: 0; left: -100vw; }
.field .name { display: block; color: var(--soft); font-size: .85rem; }
.field .value { display: flex; gap: .5rem; align-items: stretch; margin-top: .15rem; }
.field code, .field pre {
  flex: 1; min-width: 0; margin: 0; background: var(--value); border: 1px solid var(--line); border-radius: 6px;
  padding: .45rem .6rem; overflow-wrap: anywhere; white-space: pre-wrap;
  font: .92rem/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
button {
  font: inherit; font-size: .9rem; font-weight: 600; color: var(--accent-ink); background: var(--accent);
  border: 0; border-radius: 6px; padding: .35rem .8rem; min-width: 5.2rem; cursor: pointer; align-self: start; min-height: 2.3rem;
}
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .55rem .75rem .55rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--soft); font-size: .85rem; }
@media (max-width: 44rem) {
  dl.facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dl.facts dd { margin-bottom: .6rem; }
  .below { margin-left: 0; }
  .field .value { flex-direction: column; }
  table, thead, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border-bottom: 1px solid var(--line); padding: .6rem 0; }
  td { border: 0; padding: .2rem 0; }
  td[data-name]::before { content: attr(data-name); display: block; color: var(--soft); font-size: .8rem; }
}
footer { color: var(--soft); font-size: .9rem; padding-bottom: 3rem; margin-top: 3rem; }
@media print {
  :root {
    color-scheme: light; --ground: #fff; --panel: #fff; --ink: #000; --soft: #333; --line: #999; --value: #fff;
    --accent: #0a5cb8; --good: #1b6b3a; --good-ground: #fff; --wait: #7a4b00; --wait-ground: #fff;
  }
  button, .progress progress { display: none; }
  .badge { padding: 0; }
  body { font-size: 10.5pt; }
  ol.steps > li, .field, tr, ol.flow li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;
