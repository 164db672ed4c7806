import { Token, Tokenization } from "cdktf";

import { loadConfig } from "../../modules/config";
import { Synthesizer } from "../../modules/synth/stacks";
import { withoutTokens } from "../../modules/synth/without-tokens";

/** What a text with a token stands for, as CDKTF knows it. */
const meant = (text: string) => Tokenization.reverseString(text).tokens.length;

describe("without tokens", () => {
  it("CDKTF forgets those that were made meanwhile, and keeps those from before", () => {
    const before = Token.asString({ resolve: () => "before" });
    const meanwhile = withoutTokens(() => {
      const text = Token.asString({ resolve: () => "meanwhile" });
      expect(meant(text)).toBe(1);
      return text;
    });
    expect(meant(before)).toBe(1);
    expect(() => meant(meanwhile)).toThrow("Unrecognized Token Key");
  });

  it("forgets them after a failure too", () => {
    let meanwhile = "";
    const failed = () =>
      withoutTokens(() => {
        meanwhile = Token.asString({ resolve: () => "meanwhile" });
        throw new Error("no");
      });
    expect(failed).toThrow("no");
    expect(() => meant(meanwhile)).toThrow("Unrecognized Token Key");
  });

  it("makes the same of an instance again", () => {
    const [settings] = loadConfig("config").instances;
    if (!settings) throw new Error("no instance");
    const make = () => withoutTokens(() => new Synthesizer().make(settings).files);
    expect(make()).toEqual(make());
  });
});
