import { App, Token } from "cdktf";
import fc from "fast-check";

import { FederationStack, hideTokens, showTokens } from "../../../modules/synth/stacks";
import { settingsOf } from "../../support/config";

describe("what CDKTF takes for its tokens", () => {
  it.each([
    ["${TfToken[TOKEN.0]}", "${TfTokfn[TOKEN.0]}"],
    ["#{TfToken[TOKEN.0]}", "#{TfTokfn[TOKEN.0]}"],
    ["&{TfToken[TOKEN.0]}", "&{TfTokfn[TOKEN.0]}"],
    ["Any Map Token Value", "Any Map Tokfn Value"],
    ["agent -8.109562212591379e+298", "agent -8.109562212591379f+298"],
    ["${TfTokfn[TOKEN.0]}", "${TfTokgn[TOKEN.0]}"],
    ["${TfTokzn[TOKEN.0]}", "${TfTokeen[TOKEN.0]}"],
    ["${TfTokeen[TOKEN.0]}", "${TfTokeeen[TOKEN.0]}"],
  ])("%j is hidden as %j", (text, hidden) => {
    expect(hideTokens(text)).toBe(hidden);
  });

  it.each(["Contact center", "-1.5e+3", "9690dd9b-3de7-4e97", "Tokens"])("%j is none", (text) => {
    expect(hideTokens(text)).toBe(text);
  });

  it("is shown again where it was URL-encoded in between", () => {
    const text = "/-8.109562212591379e+298/-8.2e%2B298/TfToken[TOKEN.0]";
    const encoded = encodeURIComponent(text);
    expect(showTokens(encodeURIComponent(hideTokens(text)))).toBe(encoded);
  });

  it("is no token when it is hidden, and itself when it is shown, whatever is around it", () => {
    const parts = fc.constantFrom(
      ..."${TfTok e f y z n [TOKEN.0]} TfToken m E - . + 8 1 298 Map Value ${ } -8.2e298".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(parts), (some) => {
        const text = some.join("");
        expect(showTokens(hideTokens(text))).toBe(text);
        expect(Token.isUnresolved(hideTokens(text))).toBe(false);
      }),
    );
  });

  it("may be in names of the greatest length", () => {
    const role = `TfToken-8.2e+298${"r".repeat(48)}`;
    const provider = `${"p".repeat(121)}TfToken`;
    const settings = settingsOf(
      "instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      `applications: { agent: { roleName: ${role}, samlProviderName: ${provider} } }`,
    );
    expect(
      new FederationStack(new App({ stackTraces: false }), settings).toTerraform(),
    ).toMatchObject({
      resource: {
        aws_iam_role: { agent: { name: role } },
        aws_iam_saml_provider: { agent: { name: provider } },
      },
    });
  });

  it("is in the Terraform of a stack to the letter", () => {
    const settings = settingsOf(
      "instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      "applications: { agent: { roleName: '-8.109562212591379e+298', destination: '/TfToken[TOKEN.0]' } }",
      "users: [{ email: agent1@example.com, givenName: 'TfTokeen[', familyName: 'Any Map Tokeen Value', applications: [agent], securityProfiles: [A] }]",
      "rolePath: '/#{TfToken[TOKEN.0]}/TfTokeen[/'",
      "tags: { team: Any Map Token Value }",
      "backend: { type: http, address: 'https://state.example.com/{stack}', username: '${TfToken[TOKEN.0]}' }",
    );
    const stack = new FederationStack(new App({ stackTraces: false }), settings);
    expect(stack.toTerraform()).toMatchObject({
      terraform: { backend: { http: { username: "${TfToken[TOKEN.0]}" } } },
      locals: {
        users: {
          "agent1@example.com": {
            first_name: "TfTokeen[",
            last_name: "Any Map Tokeen Value",
          },
        },
      },
      resource: {
        aws_iam_role: {
          agent: {
            name: "-8.109562212591379e+298",
            path: "/#{TfToken[TOKEN.0]}/TfTokeen[/",
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
      "arn:aws:iam::123456789012:role/#{TfToken[TOKEN.0]}/TfTokeen[/-8.109562212591379e+298",
    );
  });
});
