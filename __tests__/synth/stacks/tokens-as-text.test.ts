import { App, Token } from "cdktf";
import fc from "fast-check";

import { FederationStack, swapTokens } from "../../../modules/synth/stacks";
import { settingsOf } from "../../support/config";

describe("what CDKTF takes for its tokens", () => {
  it.each([
    ["${TfToken[TOKEN.0]}", "${TfTokem[TOKEN.0]}"],
    ["#{TfToken[TOKEN.0]}", "#{TfTokem[TOKEN.0]}"],
    ["&{TfToken[TOKEN.0]}", "&{TfTokem[TOKEN.0]}"],
    ["Any Map Token Value", "Any Map Tokem Value"],
    ["agent -8.109562212591379e+298", "agent -8.109562212591379E+298"],
    ["${TfTokem[TOKEN.0]}", "${TfToken[TOKEN.0]}"],
  ])("%j becomes %j", (text, swapped) => {
    expect(swapTokens(text)).toBe(swapped);
  });

  it.each(["Contact center", "-1.5e+3", "9690dd9b-3de7-4e97", "Tokens"])("%j is none", (text) => {
    expect(swapTokens(text)).toBe(text);
  });

  it("is swapped back where it was URL-encoded in between", () => {
    const text = "/-8.109562212591379e+298/-8.2E%2B298/TfToken[TOKEN.0]";
    const encoded = encodeURIComponent(text);
    expect(swapTokens(encodeURIComponent(swapTokens(text)))).toBe(encoded);
  });

  it("is what it was when it is swapped twice, whatever is around it", () => {
    const parts = fc.constantFrom(
      ..."TfToke n m E e [ - . + 8 1 298 Map Value ${ } -8.2e298".split(" "),
    );
    fc.assert(
      fc.property(fc.array(parts), (some) => {
        const text = some.join("");
        expect(swapTokens(swapTokens(text))).toBe(text);
        expect(Token.isUnresolved(swapTokens(text.replaceAll("TfTokem", "")))).toBe(false);
      }),
    );
  });

  it("is in the Terraform of a stack to the letter", () => {
    const settings = settingsOf(
      "instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      "applications: { agent: { roleName: '-8.109562212591379e+298', destination: '/TfToken[TOKEN.0]' } }",
      "users: [{ email: agent1@example.com, givenName: 'TfTokem[', familyName: 'Any Map Tokem Value', applications: [agent], securityProfiles: [A] }]",
      "rolePath: '/#{TfToken[TOKEN.0]}/TfTokem[/'",
      "tags: { team: Any Map Token Value }",
      "backend: { type: http, address: 'https://state.example.com/{stack}', username: '${TfToken[TOKEN.0]}' }",
    );
    const stack = new FederationStack(new App({ stackTraces: false }), settings);
    expect(stack.toTerraform()).toMatchObject({
      terraform: { backend: { http: { username: "${TfToken[TOKEN.0]}" } } },
      locals: {
        users: {
          "agent1@example.com": {
            first_name: 'TfTokem${"["}',
            last_name: '${"A"}ny Map Tokem Value',
          },
        },
      },
      resource: {
        aws_iam_role: {
          agent: {
            name: "-8.109562212591379e+298",
            path: "/#{TfToken[TOKEN.0]}/TfTokem[/",
            tags: { team: "Any Map Token Value" },
          },
        },
      },
      output: {
        agent_relay_state_url: {
          value:
            "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2FTfToken%5BTOKEN.0%5D",
        },
      },
    });
    expect(stack.values["agent"]?.roleArn).toBe(
      "arn:aws:iam::123456789012:role/#{TfToken[TOKEN.0]}/TfTokem[/-8.109562212591379e+298",
    );
  });
});
