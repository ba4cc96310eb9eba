// The quick log, made faster: what a date was taken for and which partnership is guessed are shown while somebody types. What
// cannot be sent waits in this browser, under the key of its form, and is sent once there is a line again: recorded once.
const outbox = "relations.outbox ";
const draftsKey = "relations.draft ";
const address = "/log";
const pause = 250; // milliseconds without a key before a question is asked
const patience = 30_000; // milliseconds after which a line counts as broken
const again = 20_000; // milliseconds between two attempts to send what waits

const told = () => document.getElementById("outbox");
const account = () => told()?.dataset.account;
const waiting = () => Object.keys(localStorage).filter(key => account() && key.startsWith(`${outbox}${account()} `));

// What a date was taken for.
const timers = new WeakMap();

async function understand(input) {
  const form = input.form;
  const hint = document.getElementById(`${input.id}-hint`);
  const typed = input.value;
  const question = new URLSearchParams({ q: typed, today: form.querySelector("[data-today]").value, coming: input.dataset.coming ?? "false" });
  try {
    const answer = await fetch(`${input.dataset.date}?${question}`);
    if (!answer.ok || input.value !== typed) return;
    const { date, words } = await answer.json();
    hint.textContent = typed.trim() === "" ? "" : words;
    if (input.name === "when") form.querySelector("[data-understood]").value = date ?? "";
  } catch {
    hint.textContent = ""; // it is understood when it is sent
  }
}

async function guess(form) {
  const hint = form.querySelector("[data-guess]");
  const chosen = [...form.querySelectorAll("input[data-chosen]")]
    .filter(input => /\.(organisation|owedBy)$/.test(input.name) && /^[0-9a-f-]{36}$/.test(input.value)).map(input => ["organisation", input.value]);
  if (!hint || chosen.length === 0) return;
  try {
    const answer = await fetch(`${hint.dataset.guess}?${new URLSearchParams(chosen)}`);
    if (answer.ok) hint.textContent = (await answer.json()).words;
  } catch {
    // it is guessed when it is sent
  }
}

function later(key, act) {
  clearTimeout(timers.get(key));
  timers.set(key, setTimeout(act, pause));
}

document.addEventListener("input", event => {
  const input = event.target;
  if (!input.matches?.("form[data-outbox] input[data-date]")) return;
  if (input.name === "when") input.form.querySelector("[data-understood]").value = "";
  later(input, () => understand(input));
});

document.addEventListener("change", event => {
  const form = event.target.form;
  if (form?.matches("form[data-outbox]") && event.target.matches("[data-choices]")) later(form, () => guess(form));
});

// Sending. The answer of a form that needs another look takes the page's place.
function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
  document.dispatchEvent(new Event("relations:shown"));
}

const isRecorded = answer => answer.redirected && new URL(answer.url).pathname.startsWith("/meetings/");
const post = entries => fetch(address, { method: "POST", body: new URLSearchParams(entries), signal: AbortSignal.timeout(patience) });

document.addEventListener("submit", async event => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches("form[data-outbox]") || event.submitter?.name) return;
  event.preventDefault();
  const entries = [...new FormData(form)];
  try {
    const answer = await post(entries);
    if (isRecorded(answer)) location.assign(answer.url);
    else if (answer.redirected) throw new Error(answer.url); // signed out meanwhile: it waits
    else show(await answer.text());
  } catch {
    store(form, entries);
  }
});

function store(form, entries) {
  const kept = entries.filter(([name]) => !name.startsWith("_")).map(([name, value]) => [name, name === "understood" && value === "" ? "*" : value]);
  const key = kept.find(([name]) => name === "key")[1];
  localStorage.setItem(`${outbox}${account()} ${key}`, JSON.stringify({ at: Date.now(), title: document.querySelector("h1").textContent.trim(), entries: kept }));
  localStorage.removeItem(draftsKey + form.dataset.draft);
  sessionStorage.removeItem(draftsKey);
  empty(form);
  form.dispatchEvent(new Event("relations:kept", { bubbles: true }));
  tell();
  told().focus();
}

// The form is ready for the next meeting, under a key of its own.
function empty(form) {
  for (const field of form.querySelectorAll("input[type=text], textarea, [data-chosen], [data-understood]")) field.value = "";
  for (const part of form.querySelectorAll("[data-new-of]")) part.hidden = true;
  form.elements.namedItem("key").value = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
}

function tell(...more) {
  const place = told();
  if (!place) return;
  const count = waiting().length;
  const words = document.createElement("p");
  words.textContent = place.dataset.waiting.replace("{0}", count);
  place.replaceChildren(...(count > 0 ? [words] : []), ...more);
}

function line(words, href, text) {
  const made = document.createElement("p");
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  made.append(`${words} `, link);
  return made;
}

// The page gives the token that a form needs; it is that of who is signed in now.
async function send(key) {
  const item = JSON.parse(localStorage.getItem(key));
  const page = await fetch(address, { signal: AbortSignal.timeout(patience) });
  if (!page.ok || page.redirected) return null;
  const form = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("form[data-outbox]");
  if (form?.dataset.draft !== `${account()} ${address}`) return null;
  const own = [...form.querySelectorAll("input[type=hidden]")].filter(input => input.name.startsWith("_")).map(input => [input.name, input.value]);
  const answer = await post([...own, ...item.entries]);
  const { sent, open, failed, correct } = told().dataset;
  if (isRecorded(answer)) {
    localStorage.removeItem(key);
    return line(sent, answer.url, open);
  }

  // What is refused needs its writer: it becomes the draft of the form, unless another is being written there.
  const draft = draftsKey + form.dataset.draft;
  if (answer.status !== 422 || localStorage.getItem(draft)) return null;
  localStorage.setItem(draft, JSON.stringify(item));
  localStorage.removeItem(key);
  return line(failed, address, correct);
}

async function flush() {
  const keys = waiting();
  if (keys.length === 0 || navigator.onLine === false) return tell();
  const lines = [];
  try {
    for (const key of keys) lines.push(await send(key));
  } catch {
    // the line broke again
  }
  const news = lines.filter(made => made);
  if (news.length > 0 || told().childElementCount === 0) tell(...news);
}

// Of several windows one sends; where a browser has no locks, the key of each form still sees to it that it is recorded once.
const flushAlone = () => navigator.locks ? navigator.locks.request(outbox, { ifAvailable: true }, lock => lock && flush()) : flush();

function prepare() {
  const form = document.querySelector("form[data-outbox]");
  if (form && form.dataset.day === undefined) {
    const now = new Date();
    const two = number => String(number).padStart(2, "0");
    form.dataset.day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    form.querySelector("[data-today]").value = form.dataset.day;
  }

  flushAlone();
}

addEventListener("online", flushAlone);
setInterval(() => { if (waiting().length > 0) flushAlone(); }, again);
globalThis.Blazor?.addEventListener("enhancedload", prepare);
prepare();
