import { html, rawText } from "../../../../modules/synth/console-sheet/page/html";

describe("the text of a script or style", () => {
  it("is in the page as it is", () => {
    const script = 'if (1 < 2 && "a" > "") say(`${x}`); // <b>';
    expect(html`<script>${rawText(script)}</script>`.markup).toBe(`<script>${script}</script>`);
  });

  it.each([
    ['say("</script><img>")', "</"],
    ['say("</SCRIPT >")', "</"],
    ["a { content: '</style>' }", "</"],
    ["a { content: '</sTyLe\n>' }", "</"],
    ['say("<!-- <script>")', "<!--"],
  ])("is refused where it could end its element: %s", (text, end) => {
    expect(() => rawText(text)).toThrow(`A script or style must not contain ${end}`);
  });
});
