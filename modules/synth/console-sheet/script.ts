/**
 * What the page does: copy a value exactly, keep ticks, count them. It asks nobody for anything. A
 * tick is kept with the step's values, so that it is gone when they change.
 */
export const SCRIPT = `
(function () {
  "use strict";
  var status = document.getElementById("status");
  var store = null;
  try { store = window.localStorage; } catch (error) { store = null; }

  // In a later task, so that the same words are announced again.
  function say(words) {
    status.textContent = "";
    window.setTimeout(function () { status.textContent = words; }, 50);
  }

  function copyBySelection(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.className = "offscreen";
    document.body.appendChild(area);
    area.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    document.body.removeChild(area);
    return done;
  }

  function copied(button, label, done) {
    button.focus();
    button.textContent = done ? "Copied" : "Select it";
    say(done ? label + " copied" : label + " could not be copied: select it and copy it by hand");
    window.clearTimeout(Number(button.getAttribute("data-timer")));
    var timer = window.setTimeout(function () { button.textContent = "Copy"; }, 2000);
    button.setAttribute("data-timer", String(timer));
  }

  Array.prototype.forEach.call(document.querySelectorAll("button[data-copy]"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var text = document.getElementById(button.getAttribute("data-copy")).textContent;
      var label = button.getAttribute("data-label");
      if (navigator.clipboard && navigator.clipboard.writeText) {
        navigator.clipboard.writeText(text).then(
          function () { copied(button, label, true); },
          function () { copied(button, label, copyBySelection(text)); }
        );
      } else {
        copied(button, label, copyBySelection(text));
      }
    });
  });

  var boxes = Array.prototype.slice.call(document.querySelectorAll("input[type=checkbox][data-step]"));
  var bar = document.getElementById("bar");
  var count = document.getElementById("count");

  function key(box) { return "connect-sso " + box.getAttribute("data-step"); }

  function tally() {
    var done = boxes.filter(function (box) { return box.checked; }).length;
    bar.max = boxes.length;
    bar.value = done;
    count.textContent = done + " of " + boxes.length + " steps done";
  }

  boxes.forEach(function (box) {
    if (store) {
      try {
        var kept = store.getItem(key(box));
        if (kept !== null) { box.checked = kept === "1"; }
      } catch (error) { store = null; }
    }
    box.addEventListener("change", function () {
      if (store) {
        try { store.setItem(key(box), box.checked ? "1" : "0"); } catch (error) { store = null; }
      }
      tally();
    });
  });
  tally();
})();
`;
