import { checkReport, renderReport } from "../../../modules/commands/check";
import { ARN, type Files, load, OTHER_ACCOUNT, person, whole } from "../../support/config";
import { next } from "../../support/invocation";

const PLAIN = { paint: (_: unknown, text: string) => text };

/** The lines of a report on these files. */
function linesOf(files: Files, paint: (style: string, text: string) => string = PLAIN.paint) {
  const { instances, problems } = load(files);
  const shown = problems.map((problem) => ({ ...problem, file: "config/workshop.yaml" }));
  const report = checkReport({ instances, problems: shown }, () => next());
  return renderReport(report, { paint }).split("\n");
}

const ONE = whole(ARN, "applications: { agent: {} }");

describe("a printed report", () => {
  it("says what an application does not have yet", () => {
    expect(linesOf({ "workshop.yaml": ONE })).toEqual([
      "config/workshop.yaml: Amazon Connect instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca, us-east-1, account 123456789012",
      "  policy AmazonConnectSSOPolicy, managed; no users",
      "  Identity Center in us-east-1, which is a guess: set identityCenter.region to the right one",
      "",
      "  agent: Amazon Connect - Agent",
      "    phase         before the console visit",
      "    metadata      no file",
      "    SAML provider AmazonConnectAgentAccess",
      "    role          AmazonConnectAgentAccessRole, for sessions up to 12h",
      "    for           nobody yet",
      "    next          npm run synth, and follow cdktf.out/handoff/workshop/index.html in the Identity Center console; then set applications.agent.samlMetadataFile to the metadata file that it provides",
      "",
      "1 instance with 1 application: no errors, no warnings",
    ]);
  });

  it("names groups and users, and counts what there is one of and what there are several of", () => {
    const lines = linesOf({
      "berlin.yaml": whole(
        ARN,
        "applications: { agent: { assign: { groups: [ConnectAgents], users: [ana] } }, admin: {} }",
        "users:",
        person("agent1@example.com", "agent"),
      ),
      "oslo.yaml": whole(OTHER_ACCOUNT, "applications: { agent: {} }"),
    });
    expect(lines).toContain("  policy AmazonConnectSSOPolicy, managed; 1 user");
    expect(lines).toContain("    for           group ConnectAgents, user ana");
    expect(lines.at(-1)).toBe("2 instances with 3 applications: no errors, no warnings");
  });

  it("begins with the problems, and after an error has nothing else", () => {
    const lines = linesOf({ "workshop.yaml": `${ONE}protect: yes\n` });
    expect(lines.slice(0, 3)).toEqual([
      'error: config/workshop.yaml:3:10 protect: "yes" is text; it takes true or false; write true',
      "",
      "1 error, no warnings",
    ]);
    expect(lines).toHaveLength(4);
  });

  it("is green when all is well, yellow after a warning, and red after an error", () => {
    const paint = (style: string, text: string) => `[${style}:${text}]`;
    const summary = (config: string) =>
      linesOf({ "workshop.yaml": config }, paint).find(
        (line) => line.includes("no warnings]") || line.includes("1 warning]"),
      );
    expect(summary(ONE)).toBe("1 instance with 1 application: [green:no errors, no warnings]");
    expect(summary(ONE.replace("9690dd9b-3de7-4097-b4d9-67829f7c8fca", "my-instance"))).toBe(
      "1 instance with 1 application: [yellow:no errors, 1 warning]",
    );
    expect(summary(`${ONE}protect: yes\n`)).toBe("[red:1 error, no warnings]");
  });
});
