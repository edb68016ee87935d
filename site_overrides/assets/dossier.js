/* Sorting and filtering of tables. Every page reads the same without this file. */
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

  function makeSortable(table) {
    var body = table.tBodies[0];
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      var label = head.textContent;
      var button = element("button", { type: "button", class: "sort", title: "Sort by " + label }, label);
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        Array.prototype.forEach.call(table.tHead.rows[0].cells, function (each) { each.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        var rows = Array.prototype.map.call(body.rows, function (row, place) {
          return { row: row, key: sortKey(words(row.cells[column])), place: place };
        });
        rows.sort(function (a, b) { return (down ? -1 : 1) * compare(a.key, b.key) || a.place - b.place; });
        rows.forEach(function (each) { body.appendChild(each.row); });
      });
    });
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
    return { holder: holder, select: select, column: column };
  }

  function makeFilterable(wrapper, table) {
    var heads = Array.prototype.map.call(table.tHead.rows[0].cells, function (head) { return head.textContent.trim(); });
    var wanted = (wrapper.getAttribute("data-filter") || "").split("|");
    var status = element("span", { class: "filter__count", role: "status" });
    var choices = [];
    function apply() {
      var shown = 0;
      Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
        row.hidden = choices.some(function (each) {
          return each.select.value && words(row.cells[each.column]) !== each.select.value;
        });
        if (!row.hidden) shown += 1;
      });
      status.textContent = shown + " of " + table.tBodies[0].rows.length;
    }
    wanted.forEach(function (label) {
      var made = heads.indexOf(label) >= 0 && choice(table, heads.indexOf(label), label, apply);
      if (made) choices.push(made);
    });
    if (!choices.length) return;
    var bar = element("div", { class: "filters" });
    choices.forEach(function (each) { bar.appendChild(each.holder); });
    bar.appendChild(status);
    wrapper.insertBefore(bar, wrapper.firstChild);
  }

  /* On a narrow screen rows stand as cards; roles keep the table a table for those who hear it. */
  function makeStackable(wrapper, table) {
    var heads = Array.prototype.map.call(table.tHead.rows[0].cells, function (head) { return head.textContent.trim(); });
    wrapper.classList.add("table--stacks");
    table.setAttribute("role", "table");
    [table.tHead, table.tBodies[0]].forEach(function (group) { group.setAttribute("role", "rowgroup"); });
    Array.prototype.forEach.call(table.rows, function (row) {
      row.setAttribute("role", "row");
      Array.prototype.forEach.call(row.cells, function (cell, column) {
        cell.setAttribute("role", cell.tagName === "TH" ? "columnheader" : "cell");
        if (cell.tagName === "TD") cell.setAttribute("data-label", heads[column]);
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

  document.querySelectorAll(".table").forEach(function (wrapper) {
    var table = wrapper.querySelector("table");
    if (!table || !table.tHead || !table.tBodies.length) return;
    if (!wrapper.classList.contains("matrix")) makeStackable(wrapper, table);
    if (table.tBodies[0].rows.length > 3 && !wrapper.classList.contains("matrix")) {
      makeFilterable(wrapper, table);
      makeSortable(table);
    }
  });
  var search = document.querySelector(".md-search[role=dialog]");
  if (search) search.setAttribute("aria-label", "Search");   /* the theme leaves its dialog without a name */
  window.addEventListener("load", function () {
    document.querySelectorAll(".table, .md-typeset__scrollwrap, .infobox").forEach(makeReachable);
  });
})();
