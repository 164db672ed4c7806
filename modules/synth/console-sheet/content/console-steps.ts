import { code, link, listed, text, ui } from "../../../text";
import type { ApplicationValues } from "../values";
import { identityCenterUrl } from "./console-urls";
import { durationInWords } from "./duration-in-words";
import type { SectionInput } from "./section-input";
import type { Step } from "./step";

/** Steps at the Identity Center console, in the order in which it asks. */
export function consoleSteps({
  key,
  own,
  given,
  region,
  otherAcsUrl,
  values,
}: SectionInput): Step[] {
  const made = own.applicationArn !== null || given.hasMetadata === true;
  const step = (name: string, rest: Omit<Step, "id">): Step => ({
    id: `application-${key}-${name}`,
    ...rest,
  });
  return [
    step("add", {
      done: made,
      text: text`Open ${link(identityCenterUrl(values, region), "the IAM Identity Center console")} in ${code(region)}. Choose ${ui("Applications")}, the tab ${ui("Customer managed")}, and ${ui("Add application")}.`,
    }),
    step("catalog", {
      done: made,
      text: text`Under ${ui("Setup preference")} choose ${ui("I want to select an application from the catalog")}. Search for ${ui("Amazon Connect")}, choose it, and choose ${ui("Next")}.`,
    }),
    step("display-name", {
      done: made,
      text: text`On the page ${ui("Configure application")}, enter the name that people will see on the tile. The description may be anything.`,
      fields: [{ label: "Display name", value: own.displayName }],
    }),
    step("metadata", {
      done: given.hasMetadata === true,
      text: text`Under ${ui("IAM Identity Center metadata")}, at ${ui("IAM Identity Center SAML metadata file")}, choose ${ui("Download")}. Save the file unchanged, under this name:`,
      fields: [{ label: "File name", value: `${key}.xml` }],
    }),
    step("relay-state", {
      text: text`Under ${ui("Application properties")}, leave ${ui("Application start URL")} blank, and enter:`,
      fields: [{ label: "Relay state", value: own.relayStateUrl }],
    }),
    step("session-duration", {
      text: text`In the same place, set ${ui("Session duration")} to ${durationInWords(own.sessionDuration)}. The role allows sessions of that length.`,
      fields: [{ label: "Session duration", value: own.sessionDuration }],
    }),
    step("acs", {
      text: text`Under ${ui("Application metadata")}, choose ${ui("Manually type your metadata values")}, and enter both values.${
        otherAcsUrl === undefined ? [] : text` As the ACS URL, ${code(otherAcsUrl)} works too.`
      }`,
      fields: [
        { label: "Application ACS URL", value: own.acsUrl },
        { label: "Application SAML audience", value: own.samlAudience },
      ],
    }),
    step("submit", { done: made, text: text`Choose ${ui("Submit")}.` }),
    step("mappings", {
      text: text`On the application's page choose ${ui("Actions")}, ${ui("Edit attribute mappings")}. All three rows must be there, exactly as shown: the catalog may have filled in the first two. A value must not contain a space or a line break. Choose ${ui("Save changes")}.`,
      mappings: own.attributeMappings,
    }),
    step("assign", assignStep(own)),
  ];
}

function assignStep({ groups, users, applicationArn }: ApplicationValues): Omit<Step, "id"> {
  const names = [
    ...groups.map((group) => `group ${group}`),
    ...users.map((user) => `user ${user}`),
  ];
  if (names.length === 0) {
    return {
      text: text`Under ${ui("Assigned users and groups")} choose ${ui("Assign users and groups")}, and choose who may use the application. Or name them in the config, and Terraform assigns them.`,
    };
  }
  return {
    done: applicationArn !== null,
    text: text`Assign nobody here: as soon as the config has the application's ARN, Terraform assigns ${listed(names.map(code))}.`,
  };
}
