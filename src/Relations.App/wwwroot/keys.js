// The palette and the keys. Their texts and addresses stand in two dialogs that the server renders; nothing is kept here.
// Keys without Ctrl are never taken from a field that is typed in, and not at all where the reader turned them off (WCAG 2.1.4).
const pause = 120; // milliseconds without a key before the server is asked
const sequence = 1200; // and between the two keys of "g p"

let asking;
let timer;
let begun = "";
let begunAt = 0;

const palette = () => document.getElementById("palette");
const box = () => document.getElementById("palette-box");
const list = () => document.getElementById("palette-list");
const options = () => [...list().querySelectorAll("[role=option]")];

function choose(option) {
  for (const other of options()) other.setAttribute("aria-selected", String(other === option));
  if (option) {
    box().setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    box().removeAttribute("aria-activedescendant");
  }
}

async function offer() {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  const failed = palette().querySelector("[data-palette-failed]");
  list().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(`${palette().dataset.offers}?q=${encodeURIComponent(box().value)}`, { signal });
    if (!answer.ok) throw new Error(answer.statusText);
    const offered = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (signal.aborted) return;
    list().replaceChildren(...offered.body.children);
    failed.hidden = true;
    choose(options()[0]);
  } catch {
    if (signal.aborted) return; // more was typed since
    list().replaceChildren();
    failed.hidden = false;
    choose();
  }
  list().setAttribute("aria-busy", "false");
}

function open() {
  if (!palette() || palette().open) return;
  document.getElementById("keys").close();
  box().value = "";
  palette().showModal();
  box().focus();
  offer();
}

function move(key) {
  const all = options();
  const at = all.findIndex(option => option.getAttribute("aria-selected") === "true");
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + (at < 0 ? 1 : 0), PageDown: at + 5, PageUp: at - 5 }[key];
  const last = all.length - 1;
  choose(all[key.startsWith("Arrow") ? (to + all.length) % all.length : Math.min(Math.max(to, 0), last)]);
}

function inPalette(event) {
  if (event.isComposing) return;
  if (["ArrowDown", "ArrowUp", "PageDown", "PageUp"].includes(event.key)) {
    event.preventDefault();
    if (options().length > 0) move(event.key);
  } else if (event.key === "Enter") {
    event.preventDefault();
    list().querySelector("[aria-selected=true]")?.click();
  }
}

const isTyping = target => target.closest?.("input, textarea, select, [contenteditable]") !== null;

function single(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (isTyping(event.target) || document.querySelector("dialog[open]") || document.getElementById("keys")?.dataset.single !== "on") return;
  if (event.key === "/") {
    event.preventDefault();
    open();
  } else if (event.key === "?") {
    event.preventDefault();
    document.getElementById("keys").showModal();
  } else if (event.key.length === 1) {
    const keys = event.timeStamp - begunAt < sequence && begun ? `${begun} ${event.key}` : event.key;
    const link = document.querySelector(`#keys [data-keys="${CSS.escape(keys)}"]`);
    begun = link || begun ? "" : event.key;
    begunAt = event.timeStamp;
    if (link) {
      event.preventDefault();
      link.click();
    }
  }
}

document.addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k" && palette()) {
    event.preventDefault();
    if (palette().open) palette().close();
    else open();
  } else if (palette()?.open) {
    inPalette(event);
  } else {
    single(event);
  }
});

document.addEventListener("input", event => {
  if (event.target !== box()) return;
  clearTimeout(timer);
  timer = setTimeout(offer, pause);
});

document.addEventListener("click", event => {
  const followed = event.target.closest?.("dialog.palette a");
  const dialog = event.target.closest?.("dialog.palette");
  if (followed || event.target === dialog) dialog.close();
});

// A page that takes another's place leaves no dialog of it open.
globalThis.Blazor?.addEventListener("enhancedload", () => {
  for (const dialog of document.querySelectorAll("dialog.palette[open]")) dialog.close();
});
