/* The search: takes the place of the theme's worker and speaks its language (0 set up, 1 ready, 2 query, 3 result).
   All words must match, else as many as can; quotation marks, hyphens, accents, scripts and spellings of a name make no
   difference; rounds and actors stand before fragments. Runs as a worker on the web, in a hidden frame from disk. */
(function () {
  "use strict";

  var CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ie", "ж": "zh", "з": "z", "и": "i",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia"
  };
  var LETTERS = { "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d" };
  var ENTITIES = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", nbsp: " " };
  var WEIGHTS = [
    [/^rounds\/[^#]*[^/#]/, 2], [/^actors\/[^#]*[^/#]/, 1.8], [/^topics\/[^#]*[^/#]/, 1.5], [/^figures/, 1.1], [/^disputed/, 1],
    [/^timeline/, 0.6], [/^sources\//, 0.45], [/^(gaps|new|days|method|promises)/, 0.4]
  ];
  var FIELDS = { title: 9, also: 7, text: 1 };
  var docs = [], pages = {}, words = {}, skeletons = {}, sorted = [];

  function plain(html) {
    return String(html || "").replace(/<[^>]*>/g, " ").replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, function (whole, name) {
      if (name[0] !== "#") return ENTITIES[name.toLowerCase()] || " ";
      var code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : " ";
    });
  }

  function fold(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[\u0400-\u04ff]/g, function (sign) {
      return CYRILLIC[sign] === undefined ? sign : CYRILLIC[sign];
    }).replace(/[łøđßæœıþð]/g, function (sign) { return LETTERS[sign]; });
  }

  function stem(word) {
    if (/^\d/.test(word) || word.length < 5) return word;
    var short = word.replace(/([^s])s$/, "$1");
    if (short.length > 6) short = short.replace(/is(e|ed|ing|ation)$/, "iz$1").replace(/isation/, "ization");
    return short.length > 5 ? short.replace(/our$/, "or") : short;
  }

  /* The words of a text, each with its place; a compound with hyphens counts also as one word ("cease-fire", "ceasefire"). */
  function tokens(text) {
    var found = [], pattern = /[\p{L}\p{M}\p{N}]+(?:[-‐‑–'’ʼ.,][\p{L}\p{M}\p{N}]+)*/gu, match;
    while ((match = pattern.exec(text))) {
      var whole = match[0].replace(/['’ʼ]s$/i, ""), start = match.index;
      var number = /^\d{1,3}(?:[,.]\d{3})+$/.test(whole) ? whole.replace(/[,.]/g, "") : "";
      var parts = number ? [number] : whole.split(/[-‐‑–.,]/);
      parts.forEach(function (part) { found.push({ word: stem(fold(part.replace(/['’ʼ]/g, ""))), start: start, end: start + match[0].length }); });
      if (parts.length > 1) found.push({ word: stem(fold(whole.replace(/[^\p{L}\p{M}\p{N}]/gu, ""))), start: start, end: start + match[0].length });
    }
    return found.filter(function (each) { return each.word; });
  }

  /* The consonants of a name: what "Zelensky", "Zelenskiy" and "Зеленський", "Kharkiv" and "Kharkov" have in common. */
  function skeleton(word) {
    if (word.length < 5 || /\d/.test(word)) return "";
    var bare = word.replace(/shch|sch/g, "s").replace(/kh|ch|gh|h/g, "g").replace(/zh|sh/g, "s").replace(/ph/g, "f").replace(/ts|tz|cz/g, "c")
      .replace(/ck|q|x/g, "k").replace(/w/g, "v").replace(/z/g, "s").replace(/c/g, "k").replace(/[aeiouyj]/g, "").replace(/(.)\1+/g, "$1");
    return bare.length > 2 ? word[0].replace(/[aeiou]/, "a") + bare : "";
  }

  function add(table, key, id, field, weight) {
    var at = table[key] || (table[key] = {});
    var kept = at[id] || (at[id] = { title: 0, also: 0, text: 0 });
    kept[field] += weight;
  }

  function setUp(data) {
    docs = data.docs.map(function (doc) {
      var location = doc.location.replace(/^\.\//, "");
      return { location: doc.location, page: doc.location.split("#")[0], title: plain(doc.title), text: plain(doc.text), also: (doc.also || []).join(" · "), names: [doc.title].concat(doc.also || []).map(wordsOf),
        boost: doc.boost || 1, weight: weightOf(location), whole: doc.location.indexOf("#") < 0 };
    });
    docs.forEach(function (doc, id) {
      (pages[doc.page] || (pages[doc.page] = [])).push(id);
      Object.keys(FIELDS).forEach(function (field) {
        tokens(doc[field]).forEach(function (token) {
          add(words, token.word, id, field, 1);
          var first = doc[field][token.start];
          if (field !== "text" || first !== first.toLowerCase()) {
            var bones = skeleton(token.word);
            if (bones) add(skeletons, bones, id, field, 1);
          }
        });
      });
    });
    sorted = Object.keys(words).sort();
  }

  function wordsOf(name) {
    return tokens(plain(name)).map(function (token) { return token.word; });
  }

  /* How much more a page is worth that has the whole query as one of its names ("March 3", "round 2"). */
  function named(doc, terms) {
    var best = 1;
    doc.names.forEach(function (name) {
      if (terms.every(function (term) { return name.indexOf(term) >= 0; })) best = Math.max(best, name.length === terms.length ? 3 : 2);
    });
    return best;
  }

  function weightOf(location) {
    for (var index = 0; index < WEIGHTS.length; index += 1) if (WEIGHTS[index][0].test(location)) return WEIGHTS[index][1];
    return 0.8;
  }

  function startingWith(prefix) {
    var low = 0, high = sorted.length, found = [];
    while (low < high) { var middle = (low + high) >> 1; if (sorted[middle] < prefix) low = middle + 1; else high = middle; }
    for (; low < sorted.length && sorted[low].indexOf(prefix) === 0 && found.length < 60; low += 1) found.push(sorted[low]);
    return found;
  }

  function near(word) {
    return sorted.filter(function (each) { return Math.abs(each.length - word.length) < 2 && each[0] === word[0] && oneApart(each, word); });
  }

  function oneApart(left, right) {
    var start = 0, end = 0, shorter = Math.min(left.length, right.length);
    while (start < shorter && left[start] === right[start]) start += 1;
    while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
    return Math.max(left.length, right.length) - start - end < 2;
  }

  /* Document -> how well it answers one word of the query; looser ways only where closer ones find nothing. */
  function answers(word) {
    var found = {}, forms = {};
    function take(table, key, worth) {
      if (!table[key]) return;
      if (table === words) forms[key] = true;
      var rare = 1 + Math.log(docs.length / Object.keys(table[key]).length);
      Object.keys(table[key]).forEach(function (id) {
        var at = table[key][id], score = 0;
        Object.keys(FIELDS).forEach(function (field) { if (at[field]) score += FIELDS[field] * (1 + Math.log(at[field]) / 3); });
        found[id] = Math.max(found[id] || 0, worth * rare * score);
      });
    }
    take(words, word, 1);
    if (!/^\d+$/.test(word) && word.length > 1) startingWith(word).forEach(function (each) { if (each !== word) take(words, each, 0.6 * word.length / each.length + 0.1); });
    var bones = skeleton(word);
    if (bones && (!Object.keys(found).length || skeletons[bones])) take(skeletons, bones, Object.keys(found).length ? 0.15 : 0.5);
    if (!Object.keys(found).length && word.length > 4) near(word).forEach(function (each) { take(words, each, 0.3); });
    return { scores: found, forms: forms, bones: bones };
  }

  function search(query) {
    var asked = tokens(query.replace(/["“”„]/g, " ")), whole = {};
    /* A compound stands for itself: its parts are only asked for where nobody writes it as one word. */
    asked = asked.filter(function (token, place) {
      var next = asked.filter(function (each) { return each.start === token.start && each.end === token.end; });
      var joined = next[next.length - 1];
      return next.length === 1 || (words[joined.word] ? token === joined : token !== joined);
    });
    asked.forEach(function (token) { whole[token.word] = query.slice(token.start, token.end); });
    var terms = Object.keys(whole);
    if (!terms.length) return [];
    var numbers = terms.every(function (term) { return /^\d+$/.test(term); });
    var found = terms.map(answers), results = [];
    Object.keys(pages).forEach(function (page) {
      var matched = 0, total = 0, sections = [];
      pages[page].forEach(function (id) {
        var score = 0, hits = 0;
        found.forEach(function (term) { if (term.scores[id]) { score += term.scores[id]; hits += 1; } });
        if (hits) sections.push({ id: id, hits: hits, score: score * (1 + hits) });
      });
      found.forEach(function (term) {
        var best = Math.max.apply(null, pages[page].map(function (id) { return term.scores[id] || 0; }));
        if (best) { matched += 1; total += best; }
      });
      if (!matched) return;
      var first = docs[pages[page][0]];
      sections.sort(function (a, b) { return b.hits - a.hits || b.score - a.score; });
      var together = sections[0].hits === terms.length ? 1.6 : 1;
      var weight = first.weight * Math.sqrt(first.boost) * (numbers && /^figures/.test(page.replace(/^\.\//, "")) ? 8 : 1);
      results.push({ page: page, matched: matched, score: total * together * weight * named(first, terms), sections: sections });
    });
    var most = Math.max.apply(null, results.map(function (each) { return each.matched; }));
    results = results.filter(function (each) { return each.matched === most; });
    results.sort(function (a, b) { return b.score - a.score || (a.page < b.page ? -1 : 1); });
    return results.slice(0, 40).map(function (each) { return shown(each, found, whole, terms); });
  }

  function shown(result, found, whole, terms) {
    var id = pages[result.page].filter(function (each) { return docs[each].whole; })[0];
    var ids = result.sections.map(function (each) { return each.id; }).filter(function (each) { return each !== id; }).slice(0, 4);
    return [id].concat(ids).filter(function (each) { return each !== undefined; }).map(function (each, place) {
      var had = {};
      terms.forEach(function (term, index) { had[whole[term]] = Boolean(result.sections.some(function (one) { return found[index].scores[one.id]; })); });
      return { location: docs[each].location, title: marked(docs[each].title, found), text: excerpt(docs[each].text, found), score: place ? result.score / (place + 1) : result.score, terms: had };
    });
  }

  function hit(token, found) {
    return found.some(function (term) { return term.forms[token.word] || (term.bones && skeleton(token.word) === term.bones); });
  }

  function marked(text, found) {
    var out = "", at = 0;
    tokens(text).forEach(function (token) {
      if (token.start < at || !hit(token, found)) return;
      out += escaped(text.slice(at, token.start)) + "<mark>" + escaped(text.slice(token.start, token.end)) + "</mark>";
      at = token.end;
    });
    return out + escaped(text.slice(at));
  }

  function excerpt(text, found) {
    var first = tokens(text).filter(function (token) { return hit(token, found); })[0];
    if (!first) return escaped(text.slice(0, 160)) + (text.length > 160 ? " …" : "");
    var start = Math.max(0, text.lastIndexOf(" ", Math.max(0, first.start - 70))), end = text.indexOf(" ", first.end + 130);
    return (start ? "… " : "") + marked(text.slice(start, end < 0 ? text.length : end).trim(), found) + (end < 0 ? "" : " …");
  }

  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  }

  /* Answers come later, never within the call: from disk the theme would not be listening yet. */
  function answer(message) {
    setTimeout(function () { postMessage(message); }, 0);
  }

  addEventListener("message", function (event) {
    var message = event.data;
    if (message.type === 0) {
      setUp(message.data);
      answer({ type: 1 });
    } else if (message.type === 2) {
      answer({ type: 3, data: { items: search(message.data) } });
    }
  });
})();
