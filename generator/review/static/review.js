// Under `mkdocs serve` alone: reloads the page when the site was rebuilt, and lets facts be reviewed where they stand.
import { Api, Panel } from "/_review/panel.js";

const PAUSE = 12_000;      // milliseconds without a decision after which the pages follow
const script = document.getElementById("dossier-review");
const token = script?.dataset.token || document.body.dataset.token;
const epoch = Number(script?.dataset.epoch || 0);
let pending = false;       // decisions that the pages do not show yet
let timer = 0;

function pause(api) {
  pending = true;
  clearTimeout(timer);
  timer = setTimeout(() => rebuild(api), PAUSE);
}

async function rebuild(api) {
  if (!pending) return;
  pending = false;
  await api.post("rebuild", {}).catch(() => { pending = true; });
}

// -- live reload: MkDocs' own waiting address, asked from a file that the policy allows ------------------------------------

async function watch() {
  for (;;) {
    if (document.visibilityState !== "visible") { await new Promise((done) => document.addEventListener("visibilitychange", done, { once: true })); continue; }
    try {
      const answer = await fetch(`/livereload/${epoch}/${Date.now()}`);
      if (Number(await answer.text()) > epoch && !document.querySelector(".review-form")) { reload(); return; }
    } catch { /* the server is away: ask again */ }
    await new Promise((done) => setTimeout(done, 800));
  }
}

function reload() {
  const open = document.querySelector("dialog.review-dialog[open]")?.dataset.fact || "";
  sessionStorage.setItem("dossier-review", JSON.stringify({ path: location.pathname, y: window.scrollY, open }));
  location.reload();
}

function restore(open) {
  const kept = JSON.parse(sessionStorage.getItem("dossier-review") || "null");
  sessionStorage.removeItem("dossier-review");
  if (!kept || kept.path !== location.pathname) return;
  requestAnimationFrame(() => window.scrollTo(0, kept.y));
  if (kept.open && open) open(...kept.open.split("/"));
}

// -- in the pages ----------------------------------------------------------------------------------------------------------

function factsOf(root) {
  // Every fact's own place on a source page, and every note that leads to one.
  const found = [];
  for (const node of root.querySelectorAll("[id^='fact-']")) {
    const page = location.pathname.match(/sources\/([^/]+?)(?:\/|\.html)?$/);
    if (page) found.push([node, decodeURIComponent(page[1]), node.id.slice(5)]);
  }
  for (const link of root.querySelectorAll("a[href*='#fact-']")) {
    const target = new URL(link.href, location.href);
    const page = target.pathname.match(/sources\/([^/]+?)(?:\/|\.html|\/index\.html)?$/);
    if (page && target.origin === location.origin) found.push([link, decodeURIComponent(page[1]), target.hash.slice(6)]);
  }
  return found;
}

function inPages(api) {
  const dialog = document.createElement("dialog");
  dialog.className = "review-dialog";
  const root = document.createElement("div");
  dialog.append(root);
  document.body.append(dialog);
  const facts = factsOf(document.querySelector("article") || document.body);
  let at = 0;
  const open = async (article, fact) => {
    at = Math.max(0, facts.findIndex(([, a, f]) => a === article && f === fact));
    dialog.dataset.fact = `${article}/${fact}`;
    await panel.open(article, fact);
    if (!dialog.open) dialog.showModal();
    root.focus();
  };
  const panel = new Panel(root, api, {
    decided: (outcome, action) => {
      for (const [node, a, f] of facts) if (a === outcome.article && f === outcome.fact) node.dataset.review = outcome.review || "";
      pause(api);
      return action === "confirm" || action === "reject" ? step(1) : null;
    },
    moved: (by) => step(by),
    closed: () => { dialog.close(); rebuild(api); },
  });
  const step = (by) => {
    const next = facts.slice().map((row, place) => [row, place]).filter(([row]) => row[2] !== facts[at]?.[2]);
    const chosen = by > 0 ? next.find(([, place]) => place > at) : next.reverse().find(([, place]) => place < at);
    if (chosen) return open(chosen[0][1], chosen[0][2]);
    dialog.close();
    return rebuild(api);
  };
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); if (!panel.correcting) { dialog.close(); rebuild(api); } });
  for (const [node, article, fact] of facts) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "review-mark";
    button.textContent = "✎";
    button.setAttribute("aria-label", "Review this fact");
    button.addEventListener("click", () => open(article, fact));
    node.after(button);
  }
  const bar = document.createElement("aside");
  bar.className = "review-bar";
  bar.setAttribute("aria-label", "Review");
  bar.innerHTML = '<a href="/_review/">To review</a><label><input type="checkbox"> marks</label>';
  const box = bar.querySelector("input");
  const show = (on) => { document.body.classList.toggle("review-on", on); box.checked = on; localStorage.setItem("dossier-review-on", on ? "1" : ""); };
  box.addEventListener("change", () => show(box.checked));
  show(localStorage.getItem("dossier-review-on") === "1");
  document.body.append(bar);
  restore(open);
}

// -- the page “To review” ----------------------------------------------------------------------------------------------------

async function queuePage(api) {
  const list = document.getElementById("queue");
  const progress = document.getElementById("progress");
  const root = document.getElementById("panel");
  let { rows, done } = await api.get("queue");
  let at = 0;
  const begun = performance.now();
  let decided = 0;
  const tell = () => {
    const each = decided ? ` · ${Math.round((performance.now() - begun) / 100 / decided) / 10} s each` : "";
    const left = rows.filter((row) => !row.review).length;
    progress.textContent = `${left} waiting, ${done + decided} reviewed${each}`;
  };
  const panel = new Panel(root, api, {
    decided: (outcome, action) => {
      const row = rows.find((one) => one.fact === outcome.fact && one.article === outcome.article);
      decided += action === "undo" ? (row?.review ? -1 : 0) : row?.review ? 0 : 1;
      if (row) row.review = action === "undo" ? "" : outcome.review || "";
      draw();
      pause(api);
      if (action === "undo" && row) return show(rows.indexOf(row));
      return action === "undo" ? null : move(1);
    },
    moved: (by) => move(by),
  });
  const show = async (place) => {
    at = place;
    const row = rows[at];
    if (!row) { root.replaceChildren(Object.assign(document.createElement("p"), { textContent: "Nothing waits." })); return; }
    for (const item of list.children) item.removeAttribute("aria-current");
    list.children[at]?.setAttribute("aria-current", "true");
    list.children[at]?.scrollIntoView({ block: "nearest" });
    await panel.open(row.article, row.fact);
  };
  const move = (by) => {
    let next = at + by;
    while (by > 0 && rows[next] && rows[next].review) next += 1;
    return rows[next] ? show(next) : rebuild(api);
  };
  const draw = () => {
    if (!list.children.length) {
      for (const [place, row] of rows.entries()) {
        const button = Object.assign(document.createElement("button"), { type: "button" });
        button.append(Object.assign(document.createElement("small"), { textContent: `${row.rank} · ${row.kind}` }), ` ${row.summary} `,
          Object.assign(document.createElement("q"), { textContent: row.text }));
        button.addEventListener("click", () => show(place));
        const item = document.createElement("li");
        item.append(button);
        list.append(item);
      }
    }
    for (const [place, row] of rows.entries()) list.children[place].dataset.review = row.review || "";
    tell();
  };
  document.addEventListener("keydown", (event) => {
    if (!root.contains(event.target) && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      if (event.key === "?") { document.getElementById("keys").toggleAttribute("hidden"); return; }
      panel.key(event);
    }
  });
  const keys = document.createElement("p");
  keys.id = "keys";
  keys.hidden = true;
  keys.textContent = "c confirm · r reject · e correct · x leave open · u undo · j next · k back · Enter save · Esc cancel · ? these keys. To mark words: Tab to the passage, arrows, Shift and arrows, Enter.";
  document.querySelector("header").append(keys, Object.assign(document.createElement("button"), { type: "button", textContent: "Keys (?)", onclick: () => keys.toggleAttribute("hidden") }));
  draw();
  await show(0);
}

if (epoch) watch();
if (token) {
  const api = new Api(token);
  window.addEventListener("pagehide", () => { if (pending) rebuild(api); });
  if (document.body.classList.contains("review-page")) queuePage(api).catch((error) => { document.getElementById("progress").textContent = error.message; });
  else inPages(api);
} else restore(null);
