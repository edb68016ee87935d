/* Sorting, filtering and saving of tables; what is chosen stands in the address. Every page reads the same without this file. */
(function () {
  "use strict";

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text) made.textContent = text;
    return made;
  }

  function words(cell) {
    var copy = cell.cloneNode(true);
    copy.querySelectorAll("sup, .aside, [aria-hidden=true]").forEach(function (each) { each.remove(); });
    return copy.textContent.trim().replace(/\s+/g, " ");
  }

  var MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

  function sortKey(text) {
    var day = /(?:(\d{1,2}) )?([A-Z][a-z]+) (\d{4})/.exec(text);
    if (day && MONTHS.indexOf(day[2].toLowerCase()) >= 0) {
      return Number(day[3]) * 10000 + (MONTHS.indexOf(day[2].toLowerCase()) + 1) * 100 + Number(day[1] || 0);
    }
    var number = /^(?:\D{0,12}?)(\d[\d,.]*)$/.exec(text);
    return number ? Number(number[1].replace(/,/g, "")) : text.toLowerCase();
  }

  function compare(left, right) {
    if (typeof left === "number" && typeof right === "number") return left - right;
    if (typeof left !== typeof right) return typeof left === "number" ? -1 : 1;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /* What a reader has chosen, as the fragment of the address ("#view:0.Party=Russia&0.sort=2d"): from disk nothing else may change. */
  var VIEW = "#view:";
  var view = {};
  if (location.hash.indexOf(VIEW) === 0) {
    location.hash.slice(VIEW.length).split("&").forEach(function (pair) {
      var parts = pair.split("=");
      view[decodeURIComponent(parts[0])] = decodeURIComponent(parts[1] || "");
    });
  }

  function remember(key, value) {
    if (value) view[key] = value; else delete view[key];
    var pairs = Object.keys(view).map(function (each) { return encodeURIComponent(each) + "=" + encodeURIComponent(view[each]); });
    history.replaceState(null, "", pairs.length ? VIEW + pairs.join("&") : location.pathname.split("/").pop() || "./");
  }

  function makeSortable(table, number) {
    var body = table.tBodies[0];
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    function sort(column, down) {
      heads.forEach(function (each) { each.removeAttribute("aria-sort"); });
      heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
      var rows = Array.prototype.map.call(body.rows, function (row, place) {
        return { row: row, key: sortKey(words(row.cells[column])), place: place };
      });
      rows.sort(function (a, b) { return (down ? -1 : 1) * compare(a.key, b.key) || a.place - b.place; });
      rows.forEach(function (each) { body.appendChild(each.row); });
    }
    heads.forEach(function (head, column) {
      var label = head.textContent;
      var button = element("button", { type: "button", class: "sort", title: "Sort by " + label }, label);
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        sort(column, down);
        remember(number + ".sort", column + (down ? "d" : ""));
      });
    });
    var asked = /^(\d+)(d?)$/.exec(view[number + ".sort"] || "");
    if (asked && heads[asked[1]]) sort(Number(asked[1]), Boolean(asked[2]));
  }

  function choice(table, column, label, apply) {
    var values = {};
    Array.prototype.forEach.call(table.tBodies[0].rows, function (row) { values[words(row.cells[column])] = true; });
    var names = Object.keys(values).filter(Boolean).sort();
    if (names.length < 2) return null;
    var holder = element("label", { class: "filter" }, label + " ");
    var select = element("select", {});
    select.appendChild(element("option", { value: "" }, "all"));
    names.forEach(function (name) { select.appendChild(element("option", { value: name }, name)); });
    select.addEventListener("change", apply);
    holder.appendChild(select);
    return { holder: holder, select: select, column: column, label: label };
  }

  function makeFilterable(wrapper, table, bar, number) {
    var heads = Array.prototype.map.call(table.tHead.rows[0].cells, function (head) { return head.textContent.trim(); });
    var wanted = (wrapper.getAttribute("data-filter") || "").split("|");
    var status = element("span", { class: "filter__count", role: "status" });
    var choices = [];
    function show() {
      var shown = 0;
      Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
        row.hidden = choices.some(function (each) {
          return each.select.value && words(row.cells[each.column]) !== each.select.value;
        });
        if (!row.hidden) shown += 1;
      });
      status.textContent = shown + " of " + table.tBodies[0].rows.length;
    }
    function apply() {
      show();
      choices.forEach(function (each) { remember(number + "." + each.label, each.select.value); });
    }
    wanted.forEach(function (label) {
      var made = heads.indexOf(label) >= 0 && choice(table, heads.indexOf(label), label, apply);
      if (made) choices.push(made);
    });
    if (!choices.length) return;
    choices.forEach(function (each) {
      bar.appendChild(each.holder);
      each.select.value = view[number + "." + each.label] || "";
      if (each.select.selectedIndex < 0) each.select.value = "";
    });
    bar.appendChild(status);
    if (choices.some(function (each) { return each.select.value; })) show();
  }

  /* The table as it is sorted and filtered, for a spreadsheet; no cell begins with a sign that it takes for a formula. */
  function asCsv(table) {
    return Array.prototype.filter.call(table.rows, function (row) { return !row.hidden; }).map(function (row) {
      return Array.prototype.map.call(row.cells, function (cell) {
        var copy = cell.cloneNode(true);
        copy.querySelectorAll("sup, [aria-hidden=true]").forEach(function (each) { each.remove(); });
        copy.querySelectorAll(".held").forEach(function (each) { each.appendChild(document.createTextNode("; ")); });
        copy.querySelectorAll("q").forEach(function (each) { each.textContent = "“" + each.textContent + "”"; });
        var text = copy.textContent.trim().replace(/\s+/g, " ").replace(/;$/, "");
        if (/^[=+@-]/.test(text) && !/^-?\d/.test(text)) text = "'" + text;
        return /[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
      }).join(",");
    }).join("\r\n") + "\r\n";
  }

  function makeSavable(table, bar, number) {
    var button = element("button", { type: "button", class: "save", title: "Save this table as CSV" }, "CSV");
    button.addEventListener("click", function () {
      var name = (location.pathname.replace(/(index)?(\.html)?$/, "").replace(/\/$/, "").split("/").pop() || "dossier") + "-" + (number + 1) + ".csv";
      var link = element("a", { download: name, href: URL.createObjectURL(new Blob(["\ufeff" + asCsv(table)], { type: "text/csv" })) });
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    });
    bar.appendChild(button);
  }

  /* On a narrow screen rows stand as cards; roles keep the table a table for those who hear it. */
  var MAIN = ["What is held", "What is reported"];

  function makeStackable(wrapper, table) {
    var heads = Array.prototype.map.call(table.tHead.rows[0].cells, function (head) { return head.textContent.trim(); });
    wrapper.classList.add("table--stacks");
    table.setAttribute("role", "table");
    [table.tHead, table.tBodies[0]].forEach(function (group) { group.setAttribute("role", "rowgroup"); });
    Array.prototype.forEach.call(table.rows, function (row) {
      row.setAttribute("role", "row");
      Array.prototype.forEach.call(row.cells, function (cell, column) {
        var head = cell.tagName === "TH";
        cell.setAttribute("role", !head ? "cell" : cell.getAttribute("scope") === "row" ? "rowheader" : "columnheader");
        if (head) return;
        cell.setAttribute("data-label", heads[column]);
        if (MAIN.indexOf(heads[column]) >= 0) cell.classList.add("main");
        if (!cell.textContent.trim() && !wrapper.classList.contains("matrix")) cell.classList.add("empty");
        var holder = element("div", { class: "cell" });
        while (cell.firstChild) holder.appendChild(cell.firstChild);
        cell.appendChild(holder);
      });
    });
  }

  function makeReachable(wrapper) {
    if (wrapper.scrollWidth > wrapper.clientWidth && !wrapper.hasAttribute("tabindex")) {
      wrapper.setAttribute("tabindex", "0");
      wrapper.setAttribute("role", "region");
      wrapper.setAttribute("aria-label", "Table, scrolls sideways");
    }
  }

  document.querySelectorAll(".table").forEach(function (wrapper, number) {
    var table = wrapper.querySelector("table");
    if (!table || !table.tHead || !table.tBodies.length) return;
    var matrix = wrapper.classList.contains("matrix");
    var bar = element("div", { class: "filters" });
    makeStackable(wrapper, table);
    if (table.tBodies[0].rows.length > 3 && !matrix) {
      makeFilterable(wrapper, table, bar, number);
      makeSortable(table, number);
    }
    makeSavable(table, bar, number);
    wrapper.insertBefore(bar, wrapper.firstChild);
  });
  var search = document.querySelector(".md-search[role=dialog]");
  if (search) search.setAttribute("aria-label", "Search");   /* the theme leaves its dialog without a name */
  var path = document.querySelector("nav.md-path");
  if (path) path.setAttribute("aria-label", "Path");   /* the theme calls it as it calls its menu */
  window.addEventListener("load", function () {
    document.querySelectorAll(".table, .md-typeset__scrollwrap, .infobox").forEach(makeReachable);
  });
})();
