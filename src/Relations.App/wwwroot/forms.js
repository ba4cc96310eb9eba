// Forms of the record, made faster: type-ahead, Ctrl+Enter, drafts that survive a closed tab, and a sign that work is under way.
// Without this script every form works by plain posts; what is offered while somebody types is then asked for after sending.
const draftsKey = "relations.draft ";
const pause = 150; // milliseconds without a key before a question is asked
const slow = 200; // milliseconds after which somebody wants to see that work is under way

// What is asked of a record that is to be opened shows where one is.
function open(chosen) {
  const asked = chosen.closest("[data-row]")?.querySelectorAll(`[data-new-of="${CSS.escape(chosen.name)}"]`) ?? [];
  for (const part of asked) part.hidden = chosen.value !== "new";
}

// Type-ahead: the pattern "combobox with list" of the ARIA Authoring Practices.
function offer(input) {
  if (input.dataset.ready) return;
  input.dataset.ready = "true";
  const chosen = input.parentElement.querySelector("[data-chosen]");
  const list = document.createElement("ul");
  const said = document.createElement("span");
  list.id = `${input.id}-list`;
  list.className = "offered";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent.trim() ?? "");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  input.after(list, said);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  let timer;
  let asked = 0;

  const options = () => [...list.children];
  const active = () => list.querySelector("[aria-selected=true]");

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(option) {
    active()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  // What a choice says beyond itself, such as the post that somebody holds, fills the fields of the same row that nobody has written in.
  function fill(values) {
    const row = input.closest("[data-row]");
    for (const [name, value] of Object.entries(values)) {
      const field = row?.querySelector(`[name="${CSS.escape(`${row.dataset.row}.${name}`)}"]`);
      if (!field || (field.value !== "" && field.value !== field.dataset.filled)) continue;
      field.value = value;
      field.dataset.filled = value;
    }
    if (row) for (const field of row.querySelectorAll("[data-chosen]")) open(field);
  }

  function choose(option) {
    input.value = option.dataset.label;
    chosen.value = option.dataset.id;
    open(chosen);
    fill(JSON.parse(option.dataset.fills));
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function show(choices) {
    list.replaceChildren(...choices.map((choice, i) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.id = choice.id;
      option.dataset.label = choice.label ?? choice.name;
      option.dataset.fills = JSON.stringify(choice.fills ?? {});
      option.textContent = choice.name;
      option.addEventListener("pointerdown", event => { event.preventDefault(); choose(option); });
      return option;
    }));
    list.hidden = choices.length === 0;
    input.setAttribute("aria-expanded", String(choices.length > 0));
    said.textContent = choices.length === 0 ? input.dataset.none : input.dataset.found.replace("{0}", choices.length);
  }

  async function ask() {
    const mine = ++asked;
    try {
      const answer = await fetch(`${input.dataset.choices}?q=${encodeURIComponent(input.value)}`);
      if (!answer.ok || mine !== asked || document.activeElement !== input) return;
      show(await answer.json());
    } catch {
      close(); // without a line what was typed is looked for when the form is sent
    }
  }

  input.addEventListener("input", () => {
    chosen.value = "";
    open(chosen);
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
  input.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) { ask(); return; }
      const all = options();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark(all[(all.indexOf(active()) + step + all.length + (active() || step > 0 ? 0 : 1)) % all.length]);
    } else if (event.key === "Enter" && !list.hidden && active()) {
      event.preventDefault();
      choose(active());
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", () => { clearTimeout(timer); asked++; close(); });
}

// Drafts: what was typed, by account and address, in this browser alone.
const storeOf = form => draftsKey + form.dataset.draft;
const isOwn = name => !name.startsWith("_");
const read = form => [...new FormData(form)].filter(([name, value]) => isOwn(name) && typeof value === "string");

function keep(form) {
  const entries = read(form);
  if (JSON.stringify(entries) === form.dataset.begun) localStorage.removeItem(storeOf(form));
  else localStorage.setItem(storeOf(form), JSON.stringify({ at: Date.now(), title: document.querySelector("h1")?.textContent.trim(), entries }));
}

function draftOf(form) {
  try {
    return JSON.parse(localStorage.getItem(storeOf(form)));
  } catch {
    return null;
  }
}

// Entries that the page does not show yet are shown by the server, which is sent the draft as if a row had been added to it.
function take(form, draft) {
  const missing = draft.entries.some(([name]) => form.elements.namedItem(name) === null);
  for (const [name, value] of draft.entries) {
    const field = form.elements.namedItem(name);
    if (field === null) {
      const hidden = document.createElement("input");
      hidden.type = "hidden";
      hidden.name = name;
      hidden.value = value;
      form.append(hidden);
    } else if (field instanceof RadioNodeList) {
      for (const one of field) if (one.type === "hidden" || one.value === value) one.type === "hidden" ? one.value = value : one.checked = true;
    } else if (field.type === "checkbox") {
      field.checked = true;
    } else {
      field.value = value;
    }
  }

  if (missing) {
    const again = document.createElement("input");
    again.type = "hidden";
    again.name = "_remove";
    again.value = "-";
    form.append(again);
    form.submit();
  }
}

function offerDraft(form) {
  form.dataset.begun = JSON.stringify(read(form));
  const draft = draftOf(form);
  if (!draft || JSON.stringify(draft.entries) === form.dataset.begun) return;
  const notice = document.createElement("p");
  const words = document.createElement("span");
  notice.className = "draft-notice";
  notice.setAttribute("role", "status");
  words.textContent = form.dataset.draftOffer.replace("{0}", new Date(draft.at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }));
  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn btn-link";
    made.textContent = text;
    made.addEventListener("click", () => { notice.remove(); act(); });
    return made;
  };
  notice.append(
    words,
    button(form.dataset.draftTake, () => { take(form, draft); form.querySelector("input:not([type=hidden]), select, textarea")?.focus(); }),
    button(form.dataset.draftDrop, () => localStorage.removeItem(storeOf(form))));
  form.before(notice);
}

function forgetDrafts(matches) {
  for (const key of Object.keys(localStorage)) {
    if ((key.startsWith(draftsKey) || key.startsWith("relations.outbox ")) && matches(key)) localStorage.removeItem(key);
  }
}

// The drafts of an account, each with the form that it was begun in. Only an address of a form of ours is linked to.
function listDrafts(section) {
  const own = `${draftsKey}${section.dataset.drafts} `;
  const drafts = Object.keys(localStorage).filter(key => key.startsWith(`${own}/record/`) || key === `${own}/log`).map(key => {
    const draft = draftOf({ dataset: { draft: key.slice(draftsKey.length) } });
    return draft && { ...draft, address: key.slice(own.length) };
  }).filter(draft => draft).sort((a, b) => b.at - a.at);
  section.querySelector("ul").replaceChildren(...drafts.map(draft => {
    const line = document.createElement("li");
    const link = document.createElement("a");
    const at = document.createElement("span");
    link.href = draft.address;
    link.textContent = draft.title ?? draft.address;
    at.className = "under";
    at.textContent = new Date(draft.at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    line.append(link, at);
    return line;
  }));
  section.hidden = drafts.length === 0;
}

function prepare() {
  for (const section of document.querySelectorAll("[data-drafts]")) listDrafts(section);
  for (const input of document.querySelectorAll("input[data-choices]")) offer(input);

  // What was sent from here and led on to another page was recorded; a form that comes back is still being written.
  const sent = sessionStorage.getItem(draftsKey);
  const form = document.querySelector("form[data-recording]");
  const isBack = form !== null && storeOf(form) === sent && !new URLSearchParams(location.search).has("recorded");
  sessionStorage.removeItem(draftsKey);
  if (sent && !isBack) localStorage.removeItem(sent);
  if (form && form.dataset.begun === undefined) {
    if (isBack) form.dataset.begun = "";
    else offerDraft(form);
  }

  document.querySelector("[data-focus]")?.focus();
}

document.addEventListener("input", event => {
  const form = event.target.form;
  if (form?.matches("form[data-recording]")) keep(form);
});
document.addEventListener("change", event => {
  const form = event.target.form;
  if (form?.matches("form[data-recording]")) keep(form);
});

document.addEventListener("keydown", event => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest?.("form[data-recording]");
  if (form) {
    event.preventDefault();
    form.requestSubmit(form.querySelector(".finish button"));
  }
});

document.addEventListener("submit", event => {
  const form = event.target;
  if (form.matches("form[action='/account/sign-out']")) forgetDrafts(() => true); // the next person at this machine finds nothing
  if (!form.matches("form[data-recording]")) return;
  if (form.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    return;
  }

  keep(form);
  sessionStorage.setItem(draftsKey, storeOf(form));
  form.setAttribute("aria-busy", "true");
  setTimeout(() => {
    if (form.getAttribute("aria-busy") !== "true") return;
    const button = form.querySelector(".finish button");
    button.dataset.text = button.textContent;
    button.textContent = form.dataset.working;
    for (const each of form.querySelectorAll("button")) each.disabled = true;
  }, slow);
});

// A script that kept what could not be sent has the form ready for the next.
document.addEventListener("relations:kept", event => {
  const button = event.target.querySelector(".finish button");
  event.target.removeAttribute("aria-busy");
  button.textContent = button.dataset.text ?? button.textContent;
  for (const each of event.target.querySelectorAll("button")) each.disabled = false;
});

// A page that the browser kept whole comes back as it was left: busy.
addEventListener("pageshow", event => {
  if (event.persisted) location.reload();
});

globalThis.Blazor?.addEventListener("enhancedload", prepare);
document.addEventListener("relations:shown", prepare); // a script has put an answer in the page's place
prepare();
