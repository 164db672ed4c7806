/** How to get a response out of a browser. */
export interface Instructions {
  /** Name that the script opens the instructions by. */
  readonly id: string;
  readonly browser: string;
  /** Steps, as plain text. */
  readonly steps: readonly string[];
}

const CHOOSE = "In that tab, open the AWS access portal and choose the tile that fails.";
const FIND =
  "In the list, find the request with the method POST to signin.aws.amazon.com or <region>.signin.aws.amazon.com; its name is saml. Where there is none, Identity Center refused before it sent anything: look its words up on the sheet.";

/** How to get a response out of each browser; the last way needs no developer tools. */
export const INSTRUCTIONS: readonly Instructions[] = [
  {
    id: "chromium",
    browser: "Chrome and Edge",
    steps: [
      "Open a new tab, press F12 (macOS: Option-Command-I), choose Network, and tick Preserve log.",
      CHOOSE,
      FIND,
      "Right-click it, choose Copy, then Copy as cURL, and paste below. Or export the list as a HAR file (the arrow that points down), and drop the file below.",
    ],
  },
  {
    id: "firefox",
    browser: "Firefox",
    steps: [
      "Open a new tab, press F12 (macOS: Option-Command-I), choose Network, and in the menu of the gear tick Persist Logs.",
      CHOOSE,
      FIND,
      "Right-click it, choose Copy Value, then Copy POST Data or Copy as cURL, and paste below. Or choose Save All As HAR, and drop the file below.",
    ],
  },
  {
    id: "safari",
    browser: "Safari",
    steps: [
      "In Settings, Advanced, tick Show features for web developers.",
      "Open a new tab, press Option-Command-I, choose Network, and tick Preserve Log.",
      CHOOSE,
      FIND,
      "Right-click it, choose Copy as cURL, and paste below. Or choose Export, and drop the HAR file below.",
    ],
  },
  {
    id: "portal",
    browser: "Any browser, without developer tools",
    steps: [
      "In the AWS access portal, hold Shift while you choose the tile. The portal shows the response in place of sending it.",
      "Choose Copy XML, and paste below. The relay state is not in it.",
    ],
  },
];
