// The progress of work in the background, without asking for the page again. Without this script the page is asked for by hand.
const pause = 1_000; // milliseconds between two looks
let timer;

async function look() {
  const shown = document.querySelector("[data-progress]");
  if (!shown) return;
  try {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-progress]");
    if (!answer.ok) throw new Error(answer.statusText);
    if (!now) return location.reload();
    shown.querySelector("progress").value = now.querySelector("progress").value;
    shown.querySelector("[role=status]").textContent = now.querySelector("[role=status]").textContent;
  } catch {
    // the line is away; the work goes on
  }
  later();
}

function later() {
  clearTimeout(timer);
  if (document.querySelector("[data-progress]")) timer = setTimeout(look, pause);
}

globalThis.Blazor?.addEventListener("enhancedload", later);
later();
