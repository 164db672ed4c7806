/*
 * The page copies values exactly, keeps ticks and counts them. It sends nothing anywhere. A tick
 * is stored under a hash of its step's values, so that it is lost when they change.
 */
(() => {
  "use strict";

  const status = document.getElementById("status");

  // In a later task, so that the same words are announced again.
  const say = (words) => {
    status.textContent = "";
    setTimeout(() => {
      status.textContent = words;
    }, 50);
  };

  const copyBySelection = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.className = "offscreen";
    document.body.append(area);
    area.select();
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    } finally {
      area.remove();
    }
  };

  // If a browser has no clipboard for a page from disk, or refuses it, copy a selection.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  };

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const value = document.getElementById(button.dataset.copy);
    const { label } = button.dataset;
    let timer;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const done = await copy(value.textContent);
      button.focus();
      button.textContent = done ? "Copied" : "Select it";
      say(done ? `${label} copied` : `${label} could not be copied: select it and copy it by hand`);
      clearTimeout(timer);
      timer = setTimeout(() => {
        button.textContent = "Copy";
      }, 2000);
    });
  }

  // A browser may store nothing for a page from disk; ticks then last while the page is open.
  const stored = (step) => {
    try {
      return localStorage.getItem(`connect-sso ${step}`);
    } catch {
      return null;
    }
  };
  const store = (step, ticked) => {
    try {
      localStorage.setItem(`connect-sso ${step}`, ticked ? "1" : "0");
    } catch {
      // Nothing else depends on the stored tick.
    }
  };

  const boxes = [...document.querySelectorAll("input[type=checkbox][data-step]")];
  const bar = document.getElementById("bar");
  const count = document.getElementById("count");

  const tally = () => {
    const done = boxes.filter((box) => box.checked).length;
    bar.max = boxes.length;
    bar.value = done;
    count.textContent = `${done} of ${boxes.length} steps done`;
  };

  for (const box of boxes) {
    const { step } = box.dataset;
    const ticked = stored(step);
    if (ticked !== null) box.checked = ticked === "1";
    box.addEventListener("change", () => {
      store(step, box.checked);
      tally();
    });
  }
  tally();

  // Paper shows what the page folds away.
  document.defaultView.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
})();
