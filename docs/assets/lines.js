// On a page as it came: an address may ask for several lines (#L12-L15). They are lit, and the first is brought into view.
// One line (#L12) needs no script; the browser and the style sheet do it.
(function () {
  "use strict";
  var LINES = /^#L(\d+)-L?(\d+)$/;
  var lit = [];

  function light() {
    lit.forEach(function (line) { line.classList.remove("found"); });
    lit = [];
    var asked = LINES.exec(location.hash);
    if (!asked) { return; }
    for (var n = Number(asked[1]); n <= Number(asked[2]); n += 1) {
      var line = document.getElementById("L" + n);
      if (!line) { break; }
      line.classList.add("found");
      lit.push(line);
    }
    if (lit.length) { lit[0].scrollIntoView({ block: "start" }); }
  }

  window.addEventListener("hashchange", light);
  light();
})();
