// The review panel: one fact with its words, its values and the keys that decide. It talks to `/_review/` and to nobody else.

const LABELS = {
  speaker: "Speaker", actor: "Holder", date: "Date", direct: "Quoted", via: "Told by", stance: "Stance", topic: "Topic", condition: "Condition",
  type: "Type", place: "Place", modality: "Told as", value: "Value", of: "Of what", qualifier: "How exact", round: "Round", status: "State", content: "Words",
};
const CHOICES = {
  stance: ["demands", "offers", "accepts", "rejects"],
  type: ["military", "diplomatic", "humanitarian", "political", "economic", "other"],
  modality: ["asserted", "planned", "claimed", "denied", "negated"],
  qualifier: ["exact", "about", "more than", "less than"],
  status: ["planned", "possible", "under way", "ended", "postponed", "cancelled", "refused", "denied"],
};
const ACTORS = new Set(["speaker", "actor", "via"]);
const NUMBERS = new Set(["value", "round"]);

export class Api {
  constructor(token) { this.token = token; }
  async get(path) { return this.#send(path, { method: "GET" }); }
  async post(path, data) {
    return this.#send(path, { method: "POST", body: JSON.stringify(data), headers: { "Content-Type": "application/json" } });
  }
  async #send(path, options) {
    options.headers = { ...options.headers, "X-Dossier-Token": this.token };
    const response = await fetch(`/_review/${path}`, options);
    const data = response.headers.get("Content-Type")?.startsWith("application/json") ? await response.json() : { error: `${response.status}` };
    if (!response.ok) throw new Error(data.error || `status ${response.status}`);
    return data;
  }
}

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

export class Panel {
  // `decided(fact, outcome)` is called after each decision; `moved(step)` asks for the next or the previous fact.
  constructor(root, api, { decided, moved, closed }) {
    Object.assign(this, { root, api, decided, moved, closed });
    root.classList.add("review-panel");
    root.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("mouseup", () => this.markSelection());
  }

  async open(article, fact) {
    this.data = await this.api.get(`fact?article=${encodeURIComponent(article)}&fact=${encodeURIComponent(fact)}`);
    this.correcting = false;
    this.marked = null;
    this.draw();
    this.root.focus({ preventScroll: true });
  }

  draw(message = "") {
    const data = this.data;
    const state = { confirmed: "confirmed", rejected: "rejected", proposed: "proposed" }[data.review] || "not reviewed";
    this.caret = null;
    this.root.tabIndex = -1;
    this.root.setAttribute("role", "region");
    this.root.setAttribute("aria-label", "Review of a fact");
    this.root.replaceChildren(
      element("p", { class: "review-head" },
        element("strong", {}, data.kind), ` ${data.summary} `, element("span", { class: `review-state review-state--${state.replace(" ", "-")}` }, state),
        this.closed ? element("button", { type: "button", class: "review-close", "aria-label": "Close the review (Esc)", onclick: () => this.closed() }, "×") : null),
      this.passage(),
      element("p", { class: "review-why" }, `${data.headline} · found by ${[data.by, ...(data.also_by || [])].join(" and ")}${data.why ? `: ${data.why}` : ""}`),
      this.correcting ? this.form() : this.buttons(),
      element("p", { class: "review-message", role: "status" }, message),
    );
  }

  say(message) { this.root.querySelector(".review-message").textContent = message; }

  passage() {
    const content = this.correcting && this.data.values.content ? this.marked || this.data.values.content.map((span) => [span.start, span.end]) : null;
    const inside = (word, spans) => spans.some(([start, end]) => word.s < end && start < word.e);
    this.words = [];
    const paragraphs = this.data.words.map((words) => element("p", {}, ...words.flatMap((word) => {
      const marked = inside(word, content || this.data.spans);
      const node = element("span", { class: marked ? "review-word review-word--marked" : "review-word", "data-i": String(this.words.length) }, word.t);
      this.words.push({ ...word, node });
      return word.gap ? [" ", node] : [node];
    })));
    const box = element("blockquote", { class: "review-passage" }, ...(paragraphs.length ? paragraphs : [element("p", {}, this.data.text)]));
    if (this.correcting && this.data.values.content) {
      box.tabIndex = 0;
      box.setAttribute("aria-label", "The words: mark them with the mouse, or with arrows, Shift and arrows, and Enter");
      box.addEventListener("keydown", (event) => this.caretKey(event));
    }
    return box;
  }

  buttons() {
    const button = (label, key, action) => element("button", { type: "button", onclick: action }, label, element("kbd", {}, key));
    return element("div", { class: "review-buttons" },
      button("Confirm", "c", () => this.decide("confirm")), button("Reject", "r", () => this.decide("reject")), button("Correct", "e", () => this.correct()),
      button("Leave open", "x", () => this.moved(1)), button("Undo", "u", () => this.undo()), button("Back", "k", () => this.moved(-1)), button("Next", "j", () => this.moved(1)));
  }

  form() {
    const fields = Object.entries(this.data.values).filter(([name]) => name !== "content").map(([name, value]) => element("label", {}, `${LABELS[name] || name} `, this.input(name, value)));
    const note = element("label", {}, "Note ", element("input", { name: "note", type: "text", autocomplete: "off" }));
    const list = element("datalist", { id: "review-topics" }, ...this.data.topics.map((topic) => element("option", { value: topic })));
    return element("form", { class: "review-form", onsubmit: (event) => { event.preventDefault(); this.save(); } },
      ...fields, note, list,
      element("div", { class: "review-buttons" }, element("button", { type: "submit" }, "Save", element("kbd", {}, "Enter")),
        element("button", { type: "button", onclick: () => { this.correcting = false; this.draw(); this.root.focus(); } }, "Cancel", element("kbd", {}, "Esc"))));
  }

  input(name, value) {
    if (name === "direct") return element("input", { name, type: "checkbox", checked: Boolean(value) });
    const options = ACTORS.has(name) ? this.data.actors.map((actor) => [actor.id, actor.name]) : (CHOICES[name] || []).map((choice) => [choice, choice]);
    if (options.length) {
      const empty = ["stance", "type", "modality", "qualifier"].includes(name) ? [] : [["", "not settled"]];
      return element("select", { name }, ...[...empty, ...options].map(([key, label]) => element("option", { value: key, selected: key === (value ?? "") }, label)));
    }
    return element("input", { name, type: "text", value: value ?? "", list: name === "topic" ? "review-topics" : null, autocomplete: "off", placeholder: name === "date" ? "2022-03-03" : "" });
  }

  correct() {
    this.correcting = true;
    this.draw();
    this.root.querySelector(".review-form select, .review-form input")?.focus();
  }

  async save() {
    const form = this.root.querySelector(".review-form");
    const values = {};
    for (const [name, old] of Object.entries(this.data.values)) {
      if (name === "content") continue;
      const field = form.elements[name];
      let value = field.type === "checkbox" ? field.checked : field.value.trim() || null;
      if (NUMBERS.has(name) && value !== null) value = Number(value);
      if (value !== (old ?? (field.type === "checkbox" ? false : null))) values[name] = value;
    }
    if (this.marked) values.content = this.marked.map(([start, end]) => ({ start, end, text: this.textOf(start, end) }));
    const note = form.elements.note.value.trim() || null;
    if (!Object.keys(values).length) { this.draw("Nothing was changed."); return; }
    await this.decide("correct", { values, note });
  }

  textOf(start, end) {
    const words = this.words.filter((word) => word.s >= start && word.e <= end);
    return words.map((word, place) => (place && word.s > words[place - 1].e ? " ".repeat(word.s - words[place - 1].e) : "") + word.t).join("");
  }

  async decide(action, more = {}) {
    if (this.busy) return;       // a key pressed before the next fact is in view decides nothing
    this.wait(true);
    try {
      const request = { article: this.data.article, fact: this.data.fact, action, digest: this.data.digest, ...more };
      const outcome = await this.api.post("decide", request);
      this.data = outcome;
      this.correcting = false;
      this.marked = null;
      this.draw({ confirm: "Confirmed.", reject: "Rejected.", correct: "Corrected.", undo: "Taken back." }[action] || "");
      await this.decided(outcome, action);
      if (action === "undo") this.say("Taken back.");
    } catch (error) {
      const message = error.message;
      if (message.includes("changed meanwhile")) { await this.open(this.data.article, this.data.fact); }
      this.draw(message);
    } finally {
      this.wait(false);
    }
  }

  wait(busy) {
    this.busy = busy;
    this.root.setAttribute("aria-busy", String(busy));
  }

  async undo() { await this.decide("undo"); }

  // -- marking words -----------------------------------------------------------------------------------------------------

  markSelection() {
    if (!this.correcting || !this.data.values.content) return;
    const selection = window.getSelection();
    if (!selection || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const hit = this.words.filter((word) => range.intersectsNode(word.node));
    if (hit.length) this.mark(hit[0], hit[hit.length - 1]);
    selection.removeAllRanges();
  }

  mark(first, last) {
    this.marked = [[first.s, last.e]];
    for (const word of this.words) word.node.classList.toggle("review-word--marked", word.s >= first.s && word.e <= last.e);
  }

  caretKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key];
    if (step) {
      event.preventDefault();
      event.stopPropagation();
      const from = this.caret ?? Math.max(0, this.words.findIndex((word) => word.node.classList.contains("review-word--marked")));
      this.caret = Math.min(this.words.length - 1, Math.max(0, from + step));
      if (!event.shiftKey || this.anchor === undefined) this.anchor = event.shiftKey ? from : this.caret;
      if (event.shiftKey) this.mark(this.words[Math.min(this.anchor, this.caret)], this.words[Math.max(this.anchor, this.caret)]);
      for (const word of this.words) word.node.classList.toggle("review-word--caret", word === this.words[this.caret]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
      this.save();
    }
  }

  key(event) {
    if (event.key === "Escape") {
      if (this.correcting) { this.correcting = false; this.draw(); this.root.focus(); } else if (this.closed) this.closed();
      event.stopPropagation();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || this.correcting) return;
    const action = { c: () => this.decide("confirm"), r: () => this.decide("reject"), e: () => this.correct(), u: () => this.undo(), x: () => this.moved(1), j: () => this.moved(1), k: () => this.moved(-1) }[event.key];
    if (action) { event.preventDefault(); event.stopPropagation(); action(); }
  }
}
