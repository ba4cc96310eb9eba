// Scripts that only some pages need are asked for when such a page is shown, so that a first page stays light on a poor line.
const isWanted = part => document.querySelector(part.dataset.for)
  || (part.dataset.kept && Object.keys(localStorage).some(key => key.startsWith(part.dataset.kept)));

function ask() {
  for (const part of document.querySelectorAll("meta[name=part]")) {
    if (isWanted(part)) import(new URL(part.content, document.baseURI)); // a browser asks for each once
  }
}

globalThis.Blazor?.addEventListener("enhancedload", ask);
ask();
