// While a partnership is open: says quietly that facts were recorded since. The page itself stays as it is under the reader's
// hands. A page that nobody looks at asks for nothing: browsers keep few connections to one server.
let source;

function follow() {
  source?.close();
  const place = document.querySelector("[data-live]");
  if (!place || document.visibilityState !== "visible") return;
  source = new EventSource(place.dataset.live);
  source.addEventListener("facts", (told) => {
    place.querySelector("span").textContent = told.data;
    place.querySelector("a").hidden = false;
  });
}

document.addEventListener("visibilitychange", follow);
addEventListener("pagehide", () => source?.close());
Blazor.addEventListener("enhancedload", follow);
follow();
