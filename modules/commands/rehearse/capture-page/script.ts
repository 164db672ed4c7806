/** Script of the page: sends what was pasted or dropped back to connect-sso, and shows its report. */
export const SCRIPT = `"use strict";
const element = (id) => document.getElementById(id);
const [capture, report, choices, drop] = ["capture", "report", "choices", "drop"].map(element);

const agent = navigator.userAgent;
const browser = /Firefox/.test(agent) ? "firefox" : /Chrom/.test(agent) ? "chromium" : /Safari/.test(agent) ? "safari" : "portal";
element(browser).open = true;

function show(segments) {
  report.replaceChildren(...segments.map(({ text, style }) => {
    const piece = document.createElement("span");
    piece.textContent = text;
    if (style) piece.className = style;
    return piece;
  }));
}

function offer(text, responses) {
  choices.replaceChildren(...responses.map(({ number, time, chosen }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Response " + number + (time ? " of " + time : "");
    button.disabled = chosen;
    button.addEventListener("click", () => check(text, number));
    return button;
  }));
}

async function check(text, number) {
  show([{ text: "Checking..." }]);
  choices.replaceChildren();
  try {
    const query = number === undefined ? "" : "?response=" + number;
    const answer = await fetch("check" + query, { method: "POST", body: text, headers: { "content-type": "text/plain" } });
    if (!answer.ok) throw new Error(await answer.text());
    const { segments, responses } = await answer.json();
    show(segments);
    offer(text, responses);
  } catch (error) {
    const ended = error instanceof TypeError ? "connect-sso has ended; start it again in the terminal." : error.message;
    show([{ text: ended, style: "red" }]);
  }
}

async function checkFile(file) {
  capture.value = "";
  check(await file.arrayBuffer());
}

element("check").addEventListener("click", () => check(capture.value));
capture.addEventListener("paste", () => setTimeout(() => check(capture.value), 0));
element("file").addEventListener("change", ({ target }) => { if (target.files[0]) checkFile(target.files[0]); });
for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) { checkFile(file); return; }
  capture.value = event.dataTransfer.getData("text");
  check(capture.value);
});
`;
