// A citation of several lines (第460–467行) is an ordinary link to the first of them. When it is followed, it asks for all,
// and the page as it came lights them (lines.js). Without this file the first line is lit.
(function () {
  "use strict";
  var ONE = /#L(\d+)$/;
  var SEVERAL = /(\d+)\u2013(\d+)/;

  function ask(event) {
    var link = event.target.closest ? event.target.closest('a[href*="#L"]') : null;
    var line = link && ONE.exec(link.getAttribute("href"));
    var lines = link && SEVERAL.exec(link.textContent);
    if (line && lines && line[1] === lines[1]) {
      link.setAttribute("href", link.getAttribute("href").replace(ONE, "#L" + lines[1] + "-L" + lines[2]));
    }
  }

  document.addEventListener("click", ask, true);
  document.addEventListener("auxclick", ask, true);
})();
