import { code, link, listed, type Text, text, ui } from "../../../text";
import { identityCenterUrl } from "./console-urls";
import { mappingRows } from "./mapping-rows";
import { type Region, regionText } from "./region";
import type { SectionInput } from "./section-input";
import type { Instruction } from "./step";

/**
 * Number of the instruction with which an application is added, after which its attribute mappings
 * follow.
 */
export const SUBMITTED = 6;

/**
 * Lists what to do at the Identity Center console for each application, in the order in which it asks.
 * What is the same for every application is here; what differs is in the section of each.
 */
export function consoleGuide(sections: readonly SectionInput[]): Instruction[] {
  const [first] = sections;
  if (!first) return [];
  const { own, otherAcsUrl } = first;
  return [
    {
      text: text`${openConsole(sections, first)} Choose ${ui("Applications")}, the tab ${ui("Customer managed")}, and ${ui("Add application")}.`,
    },
    {
      text: text`Under ${ui("Setup preference")} choose ${ui("I want to select an application from the catalog")}. Search for ${ui("Amazon Connect")}, choose it (or ${ui("Amazon Connect Customer")}, its newer name), and choose ${ui("Next")}.`,
    },
    {
      text: text`On the page ${ui("Configure application")}, enter the ${ui("Display name")}. Under ${ui("IAM Identity Center metadata")}, at ${ui("IAM Identity Center SAML metadata file")}, choose ${ui("Download")}, and save the file unchanged under its ${ui("File name")}. Or copy the URL beside it: the person at the terminal can fetch the file from there.`,
    },
    {
      text: text`Under ${ui("Application properties")}, leave ${ui("Application start URL")} blank, enter the ${ui("Relay state")}, and set the ${ui("Session duration")}. The role allows sessions of that length.`,
    },
    {
      text: text`Under ${ui("Application metadata")}, choose ${ui("Manually type your metadata values")}, and enter both values.${
        otherAcsUrl === undefined ? [] : text` As the ACS URL, ${code(otherAcsUrl)} works too.`
      }`,
      fields: [
        { label: "Application ACS URL", value: own.acsUrl },
        { label: "Application SAML audience", value: own.samlAudience },
      ],
    },
    { text: text`Choose ${ui("Submit")}.` },
    {
      text: text`On the application's page choose ${ui("Actions")}, ${ui("Edit attribute mappings")}. The catalog may have filled in rows 1 and 2, which must be exactly as shown; for each row that is missing, and for row 3 of the application, choose ${ui("Add new attribute mapping")}. A value must not contain a space or a line break. Choose ${ui("Save changes")}.`,
      mappings: mappingRows(own).slice(0, 2),
    },
  ];
}

/** Says in which region to open the console, for each application where they are in different ones. */
function openConsole(sections: readonly SectionInput[], first: SectionInput): Text {
  const regions = [...new Set(sections.map((section) => regionOf(section).code))];
  const console = (region: string, shown: string) =>
    link(identityCenterUrl(first.values, region), shown);
  const where = regionOf(first);
  if (regions.length === 1) {
    return text`Open ${console(where.code, "the IAM Identity Center console")} in ${regionText(where)}.`;
  }
  const each = regions.flatMap((region) => {
    const there = sections.filter((section) => regionOf(section).code === region);
    const names = listed(there.map(({ own }) => code(own.displayName)));
    return text` For ${names}, choose ${console(region, region)}.`;
  });
  return text`Open the IAM Identity Center console in the region of the application.${each}`;
}

function regionOf({ given, region }: SectionInput): Region {
  const { identityCenterRegion } = given;
  return identityCenterRegion === undefined
    ? region
    : { code: identityCenterRegion, isGuessed: false };
}
