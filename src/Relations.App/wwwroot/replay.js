// The replay of a partnership: the slider goes where it is left, and the arrows, Home and End go from step to step wherever the focus is
// among the steps. Without this script its links and its form do the same.
const pause = 250; // milliseconds after which a slider that is moved by key is taken to rest

let timer;

const steps = () => document.querySelector("form[data-replay]");

document.addEventListener("input", event => {
  const form = steps();
  if (!form || event.target.form !== form || event.target.name !== "step") return;
  clearTimeout(timer);
  timer = setTimeout(() => form.isConnected && form.requestSubmit(), pause);
});

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const form = steps();
  if (!form?.contains(event.target) || event.target.name === "step") return; // the slider knows these keys itself
  const link = form.querySelector(`[data-step="${event.key}"][href]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
