import { escapeUTF8 } from "entities";

import { INSTRUCTIONS, type Instructions } from "./instructions";

/** Renders the page that takes a capture and shows the verdict. It loads nothing from elsewhere. */
export function capturePage(minutes: number): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Why does this sign-in fail?</title>
<link rel="stylesheet" href="page.css">
<script src="page.js" defer></script>
</head>
<body>
<main>
<h1>Why does this sign-in fail?</h1>
<p>Give this page the SAML response of a sign-in to Amazon Connect, and it says step by step what AWS
does with it. <strong>Nothing leaves this machine</strong>: the page comes from connect-sso in your
terminal, which checks the response, keeps nothing, and ends after ${String(minutes)} minutes or with
Ctrl-C there. Treat a response like a password: for five minutes it signs in whoever has it.</p>
<h2>1. Get the response</h2>
${INSTRUCTIONS.map(instructions).join("\n")}
<h2>2. Paste it, or drop a file</h2>
<div id="drop">
<label for="capture">HAR file, copied command, page, form body, base64 or XML</label>
<textarea id="capture" rows="8" spellcheck="false" autocomplete="off"></textarea>
<p><button id="check" type="button">Check</button>
<label class="file">or choose a file <input id="file" type="file"></label></p>
</div>
<h2>3. Verdict</h2>
<div id="choices"></div>
<pre id="report" role="status" aria-live="polite">Nothing was checked yet.</pre>
</main>
</body>
</html>
`;
}

function instructions({ id, browser, steps }: Instructions): string {
  const items = steps.map((step) => `<li>${escapeUTF8(step)}</li>`).join("\n");
  return `<details id="${id}"><summary>${escapeUTF8(browser)}</summary>\n<ol>\n${items}\n</ol></details>`;
}
