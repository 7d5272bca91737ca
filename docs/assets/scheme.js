// Day or night. Without this file the pages follow the system; with it a reader may choose otherwise, and is remembered.
// Loaded in the head, so that a page never flashes in the wrong colours.
(function () {
  "use strict";
  var KEY = "banmian.scheme";
  var sheet = document.getElementById("dark-sheet");
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  function remembered() {
    try { return localStorage.getItem(KEY); } catch (refused) { return null; } // some offices forbid storage
  }

  function remember(choice) {
    try {
      if (choice) { localStorage.setItem(KEY, choice); } else { localStorage.removeItem(KEY); }
    } catch (refused) { /* the choice holds for this page only */ }
  }

  function isDark() {
    return sheet.media === "screen" || (sheet.media !== "not all" && system.matches);
  }

  function wear(choice) {
    sheet.media = choice === "dark" ? "screen" : choice === "light" ? "not all" : "screen and (prefers-color-scheme: dark)";
  }

  wear(remembered());
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("button.scheme");
    function label() { button.textContent = isDark() ? button.dataset.light : button.dataset.dark; }
    button.hidden = false;
    label();
    system.addEventListener("change", label);
    button.addEventListener("click", function () {
      var wanted = isDark() ? "light" : "dark";
      var choice = (wanted === "dark") === system.matches ? null : wanted; // back to the system's own: nothing to remember
      remember(choice);
      wear(choice);
      label();
    });
  });
})();
