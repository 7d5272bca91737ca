// Search. The index lies in small scripts below data/search/, which are loaded as a question needs them: a browser
// refuses to fetch files of a folder. A single character or a pair is answered by its list; for a longer string the
// lists name the candidates, and their text is looked at before they are shown. Lists and folding: as in
// generator/publish/search/.
(function () {
  "use strict";
  var ROOT = "data/search/";
  var STEP = 10; // results shown at a time
  var SURE = 60; // so many candidates are looked at without being asked, so that the count is exact
  var REACH = 34; // characters of a passage shown before and after what was found
  var EXCERPTS = 3;
  var KINDS = ["h", "b", "c", "p", "f"];
  var FILTERS = ["paper", "month", "initiative", "place", "kind"];
  var OFFERED = 8; // values of a filter shown before the rest is asked for

  var form = document.querySelector(".big-search");
  var field = form.querySelector("input");
  var count = document.querySelector(".search-count");
  var found = document.querySelector(".search-found");
  var list = document.querySelector(".results");
  var aside = document.querySelector(".search-filters");
  var more = document.querySelector(".search-more");
  var none = document.querySelector(".search-none");
  document.querySelector(".search-plain").hidden = true;

  // ── files ────────────────────────────────────────────────────────────────
  var files = {};
  var waiting = {};
  window.banmianSearch = function (name, content) { waiting[name](content); };

  function load(name) {
    if (!files[name]) {
      files[name] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        waiting[name] = resolve;
        script.src = ROOT + name + ".js";
        script.onerror = function () { delete files[name]; reject(new Error(name)); };
        document.head.appendChild(script);
      });
    }
    return files[name];
  }

  // The site's words, with names filled in: they lie in generator/publish/locale/.
  var words = {};

  function say(key, names) {
    return (words["search_" + key] || "").replace(/\{(\w+)\}/g, function (_, name) { return names[name]; });
  }

  // ── lists of numbers ─────────────────────────────────────────────────────
  function bytes(packed) {
    var raw = atob(packed);
    var made = new Uint8Array(raw.length);
    for (var at = 0; at < raw.length; at += 1) { made[at] = raw.charCodeAt(at); }
    return made;
  }

  function numbers(packed) {
    var made = [];
    var number = 0;
    var shift = 0;
    bytes(packed).forEach(function (byte) {
      number |= (byte & 127) << shift;
      if (byte & 128) { shift += 7; return; }
      made.push(number);
      number = 0;
      shift = 0;
    });
    return made;
  }

  function unpack(packed) {
    var made = [];
    if (packed[0] === "v") {
      var last = -1;
      numbers(packed.slice(1)).forEach(function (gap) { last += gap; made.push(last); });
      return made;
    }
    bytes(packed.slice(1)).forEach(function (byte, at) {
      for (var bit = 0; bit < 8; bit += 1) { if (byte & (1 << bit)) { made.push(at * 8 + bit); } }
    });
    return made;
  }

  function intersect(one, other) {
    var made = [];
    var at = 0;
    one.forEach(function (number) {
      while (at < other.length && other[at] < number) { at += 1; }
      if (other[at] === number) { made.push(number); }
    });
    return made;
  }

  // ── folding: what is taken for the same ──────────────────────────────────
  var BLANK = /[\s\x1c-\x1f\x85\u200b\u2060\ufeff]/;

  function one(letter, other) { return Array.from(other).length === 1 ? other : letter; }

  function folded(letter) {
    if (BLANK.test(letter)) { return ""; }
    var narrow = one(letter, letter.normalize("NFKC"));
    return one(narrow, narrow.toLowerCase());
  }

  // The folded characters of a text, and where in the text (in characters) each one stands.
  function fold(words) {
    var letters = [];
    var places = [];
    Array.from(words).forEach(function (letter, at) {
      var small = folded(letter);
      if (small) { letters.push(small); places.push(at); }
    });
    return { letters: letters, places: places };
  }

  // ── the question ─────────────────────────────────────────────────────────
  function parse(question) {
    var terms = [];
    question.replace(/(-?)(?:["“”]([^"“”]*)["“”]?|([^\s\u3000]+))/g, function (_, minus, phrase, word) {
      var letters = fold(phrase !== undefined ? phrase : word).letters;
      if (letters.length) { terms.push({ letters: letters, said: (phrase || word || "").trim(), not: minus === "-" }); }
      return "";
    });
    return terms;
  }

  function shardOf(gram, shards) {
    var mark = 0x811c9dc5;
    Array.from(gram).forEach(function (letter) { mark = Math.imul(mark ^ letter.codePointAt(0), 0x01000193); });
    return (mark >>> 0) % shards;
  }

  function grams(letters) {
    if (letters.length === 1) { return letters.slice(); }
    var made = [];
    for (var at = 1; at < letters.length; at += 1) { made.push(letters[at - 1] + letters[at]); }
    return made.filter(function (gram, index) { return made.indexOf(gram) === index; });
  }

  // The passages that may hold a term; `exact` when they do.
  async function candidates(map, term) {
    var asked = grams(term.letters);
    var shards = await Promise.all(asked.map(function (gram) { return load("s/" + shardOf(gram, map.shards)); }));
    var lists = asked.map(function (gram, at) { return Object.prototype.hasOwnProperty.call(shards[at], gram) ? shards[at][gram] : ""; });
    if (lists.some(function (packed) { return packed === ""; })) { return { passages: [], exact: true }; }
    var short = lists.filter(function (packed) { return packed[0] !== "*"; });
    var long = asked.filter(function (_, at) { return lists[at][0] === "*"; });
    var held = null;
    short.sort(function (a, b) { return a.length - b.length; }).forEach(function (packed) {
      held = held === null ? unpack(packed) : intersect(held, unpack(packed));
    });
    for (var at = 0; at < long.length && (held === null || held.length > SURE); at += 1) {
      var points = Array.from(long[at]).map(function (letter) { return letter.codePointAt(0).toString(16); });
      var listed = unpack(await load("g/" + points.join("-")));
      held = held === null ? listed : intersect(held, listed);
    }
    return { passages: held, exact: term.letters.length <= 2 };
  }

  // ── documents ────────────────────────────────────────────────────────────
  function prepare(raw) {
    var sizes = numbers(raw.sizes);
    var firsts = [];
    var owner = new Int32Array(raw.passages);
    var at = 0;
    sizes.forEach(function (size, document) {
      firsts.push(at);
      owner.fill(document, at, at + size);
      at += size;
    });
    var chunkOf = [];
    numbers(raw.chunks).forEach(function (size, chunk) {
      for (var n = 0; n < size; n += 1) { chunkOf.push([chunk, n]); }
    });
    return { shards: raw.shards, documents: sizes.length, firsts: firsts, owner: owner, heads: numbers(raw.heads), chunkOf: chunkOf };
  }

  async function documentAt(map, number) {
    var place = map.chunkOf[number];
    return (await load("t/" + place[0]))[place[1]];
  }

  function places(passage, letters) {
    var text = passage.folded || (passage.folded = fold(passage[2]));
    var made = [];
    for (var at = 0; at + letters.length <= text.letters.length; at += 1) {
      var n = 0;
      while (n < letters.length && text.letters[at + n] === letters[n]) { n += 1; }
      if (n === letters.length) { made.push([text.places[at], text.places[at + n - 1] + 1]); at += n - 1; }
    }
    return made;
  }

  // What of a document answers the question; null when it does not.
  function answer(document, terms, kind) {
    var hits = [];
    for (var number = 0; number < terms.length; number += 1) {
      var term = terms[number];
      var held = [];
      document.b.forEach(function (passage, at) {
        if (kind && passage[0] !== kind) { return; }
        places(passage, term.letters).forEach(function (place) { held.push([at, place[0], place[1], number]); });
      });
      if (term.not ? held.length : !held.length) { return null; }
      hits = hits.concat(held);
    }
    return hits;
  }

  // ── asking ───────────────────────────────────────────────────────────────
  var turn = 0;
  var map = null;

  function chosen() {
    var asked = new URLSearchParams(location.search);
    var made = {};
    FILTERS.forEach(function (name) { if (asked.get(name)) { made[name] = asked.get(name); } });
    return made;
  }

  function listed(table, name, value) {
    var pair = (table[name] || []).find(function (pair) { return pair[0] === value; });
    return pair ? unpack(pair[1]) : [];
  }

  async function ask(question, only) {
    var terms = parse(question);
    var wanted = terms.filter(function (term) { return !term.not; });
    if (!wanted.length) { return { terms: terms, documents: [], exact: true, empty: true }; }
    map = map || prepare(await load("map"));
    var table = Object.keys(only).length ? await load("filters") : {};
    var exact = true;
    var score = {};
    var kept = null;
    for (var term of wanted) {
      var answered = await candidates(map, term);
      var passages = only.kind ? intersect(answered.passages, listed(table, "kind", only.kind)) : answered.passages;
      exact = exact && answered.exact;
      var documents = [];
      passages.forEach(function (passage) {
        var document = map.owner[passage];
        if (documents[documents.length - 1] !== document) { documents.push(document); }
        var isHead = passage - map.firsts[document] < map.heads[document];
        score[document] = (score[document] || 0) + (isHead ? 100 : 1);
      });
      kept = kept === null ? documents : intersect(kept, documents);
    }
    ["paper", "month", "initiative", "place"].forEach(function (name) {
      if (only[name]) { kept = intersect(kept, listed(table, name, only[name])); }
    });
    for (var other of terms.filter(function (term) { return term.not; })) {
      var held = await candidates(map, other);
      exact = exact && held.exact && !only.kind;
      if (held.exact && !only.kind) {
        var out = new Set(held.passages.map(function (passage) { return map.owner[passage]; }));
        kept = kept.filter(function (document) { return !out.has(document); });
      }
    }
    kept.sort(function (a, b) { return score[b] - score[a] || a - b; });
    return { terms: terms, documents: kept, exact: exact };
  }

  async function search() {
    var mine = (turn += 1);
    var question = field.value;
    var only = chosen();
    form.setAttribute("aria-busy", "true");
    try {
      var result = await ask(question, only);
      if (mine !== turn) { return; }
      await show(result, only, function () { return mine === turn; });
      if (mine === turn) { form.setAttribute("aria-busy", "false"); }
    } catch (fault) {
      if (mine === turn) { count.textContent = say("failed", { file: fault.message }) || fault.message; }
    }
  }

  // ── showing ──────────────────────────────────────────────────────────────
  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }

  function marked(letters, first, last, spans) {
    var parts = [first > 0 ? "……" : ""];
    var at = first;
    spans.forEach(function (span) {
      if (span[0] < at || span[1] > last) { return; }
      parts.push(letters.slice(at, span[0]).join(""), element("mark", {}, [letters.slice(span[0], span[1]).join("")]));
      at = span[1];
    });
    parts.push(letters.slice(at, last).join(""), last < letters.length ? "……" : "");
    return parts;
  }

  function lineAt(passage, place) {
    var held = passage[3].filter(function (line) { return line[0] <= place; });
    return held.length ? held[held.length - 1] : passage[3][0];
  }

  function excerpt(file, at, spans) {
    var passage = file.b[at];
    var letters = Array.from(passage[2]);
    var first = Math.max(0, spans[0][1] - REACH);
    var last = Math.min(letters.length, spans[0][2] + REACH);
    var near = spans.map(function (span) { return [span[1], span[2]]; });
    var line = lineAt(passage, spans[0][1]);
    var quote = element("q", { class: "printed" }, [element("a", { href: file.u + "#" + passage[1] }, marked(letters, first, last, near))]);
    var made = [quote];
    if (line) { made.push(element("a", { class: "line", href: file.p[line[1]] + "#L" + line[2] }, [say("line", { line: line[2] })])); }
    return made;
  }

  // A document's name, with what was asked for marked in it.
  function name(file, terms) {
    var passage = ["h", "", file.n, []];
    var spans = [];
    terms.forEach(function (term) { if (!term.not) { spans = spans.concat(places(passage, term.letters)); } });
    var letters = Array.from(file.n);
    return marked(letters, 0, letters.length, spans.sort(function (a, b) { return a[0] - b[0]; }));
  }

  // The passages to quote: those with a word that none before had first, then others, in their order.
  function telling(passages, byPassage) {
    var had = new Set();
    var chosen = passages.filter(function (at) {
      var fresh = byPassage[at].some(function (hit) { return !had.has(hit[3]); });
      byPassage[at].forEach(function (hit) { had.add(hit[3]); });
      return fresh;
    });
    var more = passages.filter(function (at) { return !chosen.includes(at); });
    return chosen.concat(more).slice(0, EXCERPTS).sort(function (a, b) { return a - b; });
  }

  function entry(file, hits, terms) {
    var counts = {};
    var byPassage = {};
    hits.forEach(function (hit) {
      var letter = file.b[hit[0]][0];
      counts[letter] = (counts[letter] || 0) + 1;
      (byPassage[hit[0]] = byPassage[hit[0]] || []).push(hit);
    });
    var where = KINDS.filter(function (letter) { return counts[letter]; })
      .map(function (letter) { return say("hits_" + letter, { count: counts[letter] }); }).join(say("comma"));
    var kicker = element("p", { class: "kicker" }, file.s ? [element("span", { class: "seal c" + file.s[1], title: file.s[2] }, [file.s[0]]), " "] : []);
    kicker.append(file.i + " · " + where);
    file.t.forEach(function (tag) { kicker.append(" ", element("span", { class: "tag" }, [tag])); });
    var item = element("li", {}, [kicker, element("h2", { class: file.o ? "printed" : "" }, [element("a", { href: file.u }, name(file, terms))])]);
    var passages = Object.keys(byPassage).map(Number).sort(function (a, b) { return a - b; });
    var texts = passages.filter(function (at) { return file.b[at][0] !== "h"; });
    telling(texts.length ? texts : passages, byPassage).forEach(function (at) {
      var spans = byPassage[at].sort(function (a, b) { return a[1] - b[1]; });
      item.append.apply(item, excerpt(file, at, spans));
    });
    return item;
  }

  async function show(result, only, isCurrent) {
    list.textContent = "";
    none.hidden = true;
    more.hidden = true;
    found.hidden = Boolean(result.empty);
    if (result.empty) { count.textContent = ""; aside.textContent = ""; return; }
    var left = result.documents.slice();
    var looked = [];
    var hits = 0;

    async function look() {
      var number = left.shift();
      var file = await documentAt(map, number);
      var held = answer(file, result.terms, only.kind);
      if (held) { looked.push([file, held, number]); hits += held.length; }
    }

    function tell() {
      var sure = !left.length || result.exact;
      var files = looked.length + left.length;
      if (!files) { count.textContent = ""; return; }
      count.textContent = say(!left.length ? "all" : sure ? "files" : "at_most", { files: files, hits: hits });
    }

    var shown = 0;
    async function step() {
      var wanted = shown + STEP;
      while (looked.length < wanted && left.length) {
        await look();
        if (!isCurrent()) { return; }
        if (looked.length > shown) { draw(Math.min(wanted, looked.length)); }
      }
      draw(wanted);
      tell();
      more.hidden = !left.length && shown >= looked.length;
    }

    function draw(upTo) {
      looked.slice(shown, upTo).forEach(function (pair) { list.append(entry(pair[0], pair[1], result.terms)); });
      shown = Math.min(upTo, looked.length);
    }

    more.onclick = step;
    await step();
    if (!isCurrent()) { return; }
    if (left.length && left.length <= SURE) {
      while (left.length) { await look(); if (!isCurrent()) { return; } }
      tell();
      more.hidden = shown >= looked.length;
    }
    if (!looked.length && !left.length) { await explain(result, only); }
    await offer(only, left.length ? result.documents : looked.map(function (one) { return one[2]; }), counted(looked), isCurrent);
  }

  // How many hits stand in each kind of passage.
  function counted(looked) {
    var made = {};
    looked.forEach(function (one) {
      one[1].forEach(function (hit) {
        var letter = one[0].b[hit[0]][0];
        made[letter] = (made[letter] || 0) + 1;
      });
    });
    return made;
  }

  // Nothing found: which parts of the question are there, and what the silence means.
  async function explain(result, only) {
    found.hidden = true;
    none.hidden = false;
    none.textContent = "";
    var wanted = result.terms.filter(function (term) { return !term.not; });
    var said = wanted.map(function (term) { return say("quoted", { words: term.said }); }).join(say("and"));
    var narrowed = Object.keys(only).length > 0;
    var key = narrowed ? "none_so" : wanted.length > 1 ? "none_together" : "none";
    var out = result.terms.filter(function (term) { return term.not; }).map(function (term) { return say("quoted", { words: term.said }); });
    var less = out.length ? say("less", { words: out.join(say("and")) }) : "";
    none.append(element("p", {}, [less + say(key, { pages: none.dataset.pages, words: said })]));
    var parts = [];
    for (var term of wanted) {
      for (var size = term.letters.length - 1; size >= 1; size -= 1) {
        var starts = [term.letters.slice(0, size), term.letters.slice(-size)];
        var there = [];
        for (var letters of starts) {
          if (!there.includes(letters.join("")) && (await ask('"' + letters.join("") + '"', {})).documents.length) { there.push(letters.join("")); }
        }
        if (there.length) { parts = parts.concat(there); break; }
      }
    }
    if (narrowed) { none.append(element("p", {}, [link({}, say("without"))])); }
    if (parts.length && !out.length) {
      var offered = element("p", {}, [say("try")]);
      parts.slice(0, 4).forEach(function (part) { offered.append(" ", link({ q: part }, part)); });
      none.append(offered);
    }
    none.append(element("p", {}, [say("silence") + " ", element("a", { href: none.dataset.wanted }, [say("wanted")])]));
  }

  function link(change, words) {
    var asked = new URLSearchParams();
    var q = change.q || field.value;
    asked.set("q", q);
    Object.keys(change).forEach(function (key) { if (key !== "q" && change[key]) { asked.set(key, change[key]); } });
    return element("a", { href: "search.html?" + asked }, [words]);
  }

  // What the answer may be narrowed by, with how many documents each value keeps.
  async function offer(only, documents, kinds, isCurrent) {
    var table = await load("filters");
    if (!isCurrent()) { return; }
    aside.textContent = "";
    var inside = documents.slice().sort(function (a, b) { return a - b; });
    FILTERS.forEach(function (name) {
      var values = (table[name] || []).map(function (pair) {
        return [pair[0], name === "kind" ? kinds[pair[0]] || 0 : intersect(inside, unpack(pair[1])).length];
      }).filter(function (pair) { return pair[1] !== 0 || only[name] === pair[0]; });
      if (name !== "month" && name !== "kind") { values.sort(function (a, b) { return b[1] - a[1]; }); }
      if (!values.length || (values.length === 1 && !only[name])) { return; }
      aside.append(element("section", {}, [element("h2", { class: "label" }, [say("by_" + name)]), facet(name, values, only)]));
    });
  }

  function facet(name, values, only) {
    var made = element("ul", { class: "facets" }, values.slice(0, OFFERED).map(function (pair) {
      var month = /^(\d{4})-(\d{2})$/.exec(pair[0]);
      var shown = name === "kind" ? say("kind_" + pair[0]) : month ? say("month", { year: month[1], month: Number(month[2]) }) : pair[0];
      var change = Object.assign({}, only);
      var isOn = only[name] === pair[0];
      change[name] = isOn ? "" : pair[0];
      var item = element("li", isOn ? { class: "on" } : {}, [link(change, (isOn ? "✓ " : "") + shown)]);
      item.append(" ", element("span", {}, [String(pair[1])]));
      return item;
    }));
    return made;
  }

  // ── the address and the field ────────────────────────────────────────────
  function fromAddress() {
    field.value = new URLSearchParams(location.search).get("q") || "";
    search();
  }

  function toAddress() {
    var asked = new URLSearchParams(location.search);
    if (field.value) { asked.set("q", field.value); } else { asked.delete("q"); }
    try { history.replaceState(null, "", "search.html?" + asked); } catch (refused) { /* from a folder, some browsers refuse */ }
  }

  var pause = 0;
  field.addEventListener("input", function (event) {
    if (event.isComposing) { return; }
    clearTimeout(pause);
    pause = setTimeout(function () { toAddress(); search(); }, 120);
  });
  field.addEventListener("compositionend", function () { toAddress(); search(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(pause); toAddress(); search(); });
  window.addEventListener("popstate", fromAddress);
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && document.activeElement !== field && !event.ctrlKey && !event.metaKey) { event.preventDefault(); field.focus(); }
  });
  load("words").then(function (said) {
    words = said;
    fromAddress();
    if (!field.value) { field.focus(); }
  }, function (fault) { count.textContent = fault.message; });
})();
