// Sifts the rows of a chronicle by what each of them is known by (data- attributes with the numbers of its answers).
// What is asked stands in the address (#?paper=…&place=…), so that it can be sent on. Without this file all rows show.
(function () {
  "use strict";
  var form = document.querySelector("form.sift");
  if (!form) { return; }
  var output = form.querySelector("output");
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var tables = Array.prototype.slice.call(document.querySelectorAll(".chronicle table"));
  var rows = [];

  tables.forEach(function (table) {
    Array.prototype.forEach.call(table.querySelectorAll("tbody tr"), function (line) {
      var mark = line.querySelector(".n");
      if (!mark) { return; }
      var known = {};
      selects.forEach(function (select) {
        known[select.name] = (mark.getAttribute("data-" + select.name) || "").split(" ");
      });
      rows.push({ line: line, number: mark.textContent, known: known });
    });
  });

  // Where a table begins: its heading, and what is said between the two.
  function above(table) {
    var found = [];
    var part = table;
    while (part && !/^H2$/.test(part.tagName)) {
      found.push(part);
      part = part.parentNode.classList.contains("chronicle") ? part.previousElementSibling : part.parentNode;
    }
    return part ? found.concat(part) : found;
  }

  function asked() {
    return selects.filter(function (select) { return select.value; });
  }

  function sift() {
    var questions = asked();
    var shown = {};
    var count = 0;
    rows.forEach(function (row) {
      var fits = questions.every(function (select) { return row.known[select.name].indexOf(select.value) >= 0; });
      row.line.hidden = !fits;
      if (fits) { count += 1; shown[row.number] = true; }
    });
    tables.forEach(function (table) {
      var empty = !table.querySelector("tbody tr:not([hidden])");
      above(table).forEach(function (part) { part.hidden = empty; });
    });
    dim(shown, questions.length > 0);
    var words = form.getAttribute(count ? "data-some" : "data-none");
    output.textContent = questions.length ? words.replace("{shown}", count).replace("{all}", rows.length) : "";
  }

  // The lanes show what the tables show.
  function dim(shown, some) {
    Array.prototype.forEach.call(document.querySelectorAll("svg.chart [data-n]"), function (part) {
      var gone = some && !part.getAttribute("data-n").split(" ").some(function (number) { return shown[number]; });
      part.classList.toggle("off", gone);
    });
  }

  function write() {
    var said = asked().map(function (select) {
      var name = select.options[select.selectedIndex].getAttribute("data-name");
      return encodeURIComponent(select.name) + "=" + encodeURIComponent(name);
    });
    history.replaceState(null, "", said.length ? "#?" + said.join("&") : location.pathname + location.search);
  }

  function decoded(words) {
    try { return decodeURIComponent(words.replace(/\+/g, " ")); } catch (fault) { return ""; }
  }

  // What the address asks for; an answer that this page does not have asks for nothing.
  function read() {
    var said = (location.hash.slice(0, 2) === "#?" ? location.hash.slice(2) : location.search.slice(1)).split("&");
    selects.forEach(function (select) { select.value = ""; });
    said.forEach(function (pair) {
      var parts = pair.split("=");
      selects.forEach(function (select) {
        if (select.name !== decoded(parts[0])) { return; }
        Array.prototype.forEach.call(select.options, function (option) {
          if (option.getAttribute("data-name") === decoded(parts[1] || "")) { select.value = option.value; }
        });
      });
    });
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("change", function () { sift(); write(); });
  form.addEventListener("reset", function () { setTimeout(function () { sift(); write(); }, 0); });
  window.addEventListener("hashchange", function () { if (location.hash.slice(0, 2) === "#?") { read(); sift(); } });
  form.hidden = false;
  read();
  sift();
})();
