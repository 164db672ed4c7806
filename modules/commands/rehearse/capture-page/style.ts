/** Style of the page, for light and dark screens and narrow ones. */
export const STYLE = `:root { color-scheme: light dark; --red: light-dark(#b00020, #ff8a80); --green: light-dark(#17692a, #7fd694); --yellow: light-dark(#7a5200, #f3c969); }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; margin: 0.5rem 0; }
h2 { font-size: 1.2rem; margin: 1.5rem 0 0.5rem; }
details { border: 1px solid #8886; border-radius: 0.4rem; padding: 0.4rem 0.8rem; margin: 0.4rem 0; }
summary { cursor: pointer; font-weight: 600; }
ol { margin: 0.4rem 0; padding-left: 1.4rem; }
#drop { border: 2px dashed #8888; border-radius: 0.4rem; padding: 0.8rem; }
#drop.over { border-color: currentColor; }
#drop p { display: flex; flex-wrap: wrap; gap: 0.8rem; align-items: center; margin: 0.6rem 0 0; }
textarea { width: 100%; margin-top: 0.3rem; font: 0.85rem/1.4 ui-monospace, monospace; }
button { font: inherit; padding: 0.4rem 1.2rem; cursor: pointer; }
.file input { max-width: 100%; font: inherit; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8886; border-radius: 0.4rem; padding: 0.8rem; margin: 0.4rem 0; font: 0.85rem/1.5 ui-monospace, monospace; }
.red { color: var(--red); font-weight: 600; }
.green { color: var(--green); font-weight: 600; }
.yellow { color: var(--yellow); font-weight: 600; }
#choices button { margin: 0 0.5rem 0.5rem 0; }
`;
