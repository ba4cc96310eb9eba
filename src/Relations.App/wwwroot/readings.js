// The review of a reading, made faster: acts are sent without leaving the page, keys move and decide, and what is selected in the text
// is offered to be added. Without this script every button works by a plain post.
const review = () => document.getElementById("review");
const facts = () => [...document.querySelectorAll("#review .fact")];
const slow = 200; // milliseconds after which somebody wants to see that work is under way
let current = "";
let sending = false;

const isTyping = target => target.closest?.("input:not([type=hidden]), textarea, select, [contenteditable]");
const areSingleKeysOn = () => document.getElementById("keys")?.dataset.single === "on";

function mark(fact, moves) {
  for (const other of document.querySelectorAll("#review .fact.current")) other.classList.remove("current");
  for (const other of document.querySelectorAll("#review .read-mark.current")) other.classList.remove("current");
  if (!fact) return;
  current = fact.dataset.fact;
  fact.classList.add("current");
  const passages = [...document.querySelectorAll("#review .read-mark")].filter(m => m.dataset.facts.split(" ").includes(current));
  for (const passage of passages) passage.classList.add("current");
  if (!moves) return;
  fact.focus({ preventScroll: true });
  fact.scrollIntoView({ block: "nearest" });
  const words = document.querySelector("[data-words]");
  if (passages[0] && words.scrollHeight > words.clientHeight)
    words.scrollTop = passages[0].offsetTop - words.offsetTop - words.clientHeight / 3;
}

function step(by) {
  const all = facts();
  const at = all.findIndex(fact => fact.dataset.fact === current);
  mark(all[Math.min(Math.max(at + by, 0), all.length - 1)], true);
}

// After a fact is decided the next that is not comes up, so that one key after the other goes through them all.
function next() {
  const all = facts();
  const at = Math.max(all.findIndex(fact => fact.dataset.fact === current), 0);
  const open = [...all.slice(at), ...all.slice(0, at)].find(fact => fact.matches(".undecided, .doubtful"));
  mark(open ?? all[at], true);
}

async function send(form, button) {
  if (sending) return;
  sending = true;
  form.setAttribute("aria-busy", "true");
  const [act, key] = button.value.split(":");
  const top = scrollY;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button), headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("review");
    if (!fresh || act === "confirm" || act === "remove") {
      location.assign(answer.redirected ? answer.url : location.href);
      return;
    }

    form.replaceWith(fresh);
    scrollTo(0, top);
    prepare();
    const fact = document.getElementById(`fact-${new URL(answer.url).searchParams.get("edit") ?? key ?? current}`);
    if (fact) current = fact.dataset.fact;
    const first = document.querySelector("#review [data-focus]") ?? document.querySelector("#review [data-fact-form] input:not([type=hidden]), #review [data-fact-form] select, #review [data-fact-form] textarea");
    if (first) {
      mark(fact);
      first.focus();
    } else if (act === "accept" || act === "refuse" || act === "merge" || act === "new") {
      next();
    } else {
      mark(fact, true);
    }

    document.dispatchEvent(new CustomEvent("relations:shown"));
  } catch {
    form.removeAttribute("aria-busy");
    HTMLFormElement.prototype.submit.call(form); // without a line the browser says so itself
  } finally {
    sending = false;
  }
}

function press(selector) {
  document.querySelector(`#review .fact.current ${selector}`)?.click();
}

// Where it may be on record, it is accepted by saying which one it is: the keyboard is led there.
function accept() {
  const choice = document.querySelector("#review .fact.current .candidates button");
  if (choice) choice.focus();
  else press("[data-accept]");
}

// What takes a while says so, and is sent once.
function wait(event, form, button) {
  if (form.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    return;
  }

  form.setAttribute("aria-busy", "true");
  setTimeout(() => {
    button.textContent = form.dataset.working;
    for (const each of form.querySelectorAll("button")) each.disabled = true;
  }, slow);
}

document.addEventListener("submit", event => {
  const form = event.target;
  const button = event.submitter ?? form.querySelector(".finish button, [data-confirm]");
  if (event.defaultPrevented || !form.matches("form[data-review], form[data-reading]")) return;
  if (form.matches("[data-reading]") || button.value === "confirm") {
    wait(event, form, button);
  } else if (button.name !== "_add" && button.name !== "_remove" && button.value !== "remove") {
    event.preventDefault();
    send(form, button);
  }
});

document.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = document.querySelector("form[data-review], form[data-reading]");
    if (!form || event.repeat) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("[data-fact-form] [data-save]") ?? form.querySelector("[data-confirm]") ?? form.querySelector(".finish button"));
    return;
  }

  if (!review() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target) || document.querySelector("dialog[open]")) return;
  const arrows = event.target.closest?.(".facts") !== null && event.target.closest?.(".facts") !== undefined;
  if ((event.key === "j" && areSingleKeysOn()) || (event.key === "ArrowDown" && arrows)) step(1);
  else if ((event.key === "k" && areSingleKeysOn()) || (event.key === "ArrowUp" && arrows)) step(-1);
  else if (!event.repeat && areSingleKeysOn() && event.key === "a") accept();
  else if (!event.repeat && areSingleKeysOn() && event.key === "r") press("[data-refuse]");
  else if (!event.repeat && areSingleKeysOn() && event.key === "e") press("[data-edit]");
  else if (event.key === "Escape" && document.querySelector("#review [data-cancel]")) document.querySelector("#review [data-cancel]").click();
  else return;
  event.preventDefault();
});

// A fact that is looked at shows its passage; a passage that is chosen leads to its fact.
document.addEventListener("focusin", event => {
  const fact = event.target.closest?.("#review .fact");
  if (fact) mark(fact);
});
document.addEventListener("click", event => {
  const passage = event.target.closest?.("#review .read-mark");
  if (!passage || !getSelection().isCollapsed) return;
  const fact = document.getElementById(`fact-${passage.dataset.facts.split(" ")[0]}`);
  if (!fact) return;
  event.preventDefault();
  mark(fact, true);
});

// Where a selection starts in the text, in the units that citations count in: those of JavaScript itself.
document.addEventListener("selectionchange", () => {
  const words = document.querySelector("[data-words]");
  const selected = getSelection();
  if (!words || selected.isCollapsed || !words.contains(selected.anchorNode) || !words.contains(selected.focusNode)) return;
  const range = selected.getRangeAt(0);
  const before = document.createRange();
  before.selectNodeContents(words);
  before.setEnd(range.startContainer, range.startOffset);
  document.querySelector("[data-add-words]").value = range.toString();
  document.querySelector("[data-add-at]").value = String(before.toString().length);
});

function prepare() {
  if (!review()) return;
  const asked = document.getElementById(location.hash.slice(1));
  const fact = asked?.closest(".fact") ?? facts().find(f => f.dataset.fact === current) ?? facts().find(f => f.matches(".undecided, .doubtful")) ?? facts()[0];
  mark(fact);
}

function begin() {
  current = "";
  prepare();
}

globalThis.Blazor?.addEventListener("enhancedload", begin);
begin();
