// Passkeys (WebAuthn): the browser makes one or signs with one, and the form carries its answer to the server. Everything else
// works without scripts; the forms that need one are shown only where the browser knows passkeys. A passkey is for a name: none
// can be made for a bare network address, such as 127.0.0.1 (for localhost it can).
const isNamed = !/^[\d.]+$|:/.test(location.hostname);
const known = isNamed && typeof PublicKeyCredential !== "undefined" && "parseRequestOptionsFromJSON" in PublicKeyCredential;

function show() {
  if (known) {
    for (const form of document.querySelectorAll("form[data-passkey]")) form.hidden = false;
  }
}

async function ask(form) {
  const answer = await fetch(form.dataset.passkeyOptions, { method: "POST", body: new FormData(form) });
  if (!answer.ok) throw new Error(answer.statusText);
  const options = await answer.json();
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

document.addEventListener("submit", async event => {
  const form = event.target;
  if (!form.matches("form[data-passkey]")) return;
  event.preventDefault();
  const failed = form.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  try {
    form.elements.answer.value = JSON.stringify(await ask(form));
    form.submit();
  } catch {
    failed.hidden = false; // the person turned it down, or it took too long: the browser does not say which
  }
});

globalThis.Blazor?.addEventListener("enhancedload", show);
show();
