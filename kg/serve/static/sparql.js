// The editor: kg's prefixes and terms complete, saved queries are examples, and IRIs of the store lead to its pages.
"use strict";

const place = document.getElementById("editor");
const prefixes = JSON.parse(place.dataset.prefixes);
const plain = document.getElementById("plain");
const Yasqe = Yasgui.Yasqe;

// Nothing is asked of the net: what completes is what the store's ontology has.
const words = (list) => list.split(" ");
const own = (kind, list) => ({ ...Yasqe.Autocompleters[kind], name: `kg-${kind}`, persistenceId: null, bulk: true, get: () => list });
Yasqe.defaults.autocompleters = ["variables"];
Yasqe.registerAutocompleter(own("prefixes", Object.entries(prefixes).map(([name, iri]) => `${name}: <${iri}>`)), true);
Yasqe.registerAutocompleter(own("property", words(place.dataset.terms)), true);
Yasqe.registerAutocompleter(own("class", words(place.dataset.kinds)), true);

place.hidden = false;
plain.hidden = true;
const editor = new Yasgui(document.getElementById("yasgui"), {
  requestConfig: { endpoint: `${location.origin}/sparql`, method: "POST", headers: () => ({}) },
  copyEndpointOnNewTab: false,
  endpointCatalogueOptions: { getData: () => [] },
  persistenceId: "kg",
  autofocus: false,
  yasqe: { value: plain.elements.query.value, showQueryButton: true, resizeable: true },
  yasr: { prefixes },
});
window.kg = { editor };

const asked = new URLSearchParams(location.search).get("query");
if (asked) editor.addTab(true, { ...editor.config, name: "asked", yasqe: { value: asked } });

async function examples() {
  const answer = await fetch("/api/queries");
  if (!answer.ok) return;
  const { queries } = await answer.json();
  const list = document.getElementById("examples");
  list.append(...queries.map(({ name, summary }) => new Option(`${name}: ${summary.replace(/ \(--[^()]*\)/, "")}`, name)));
  list.addEventListener("change", () => {
    const found = queries.find(({ name }) => name === list.value);
    if (found) editor.addTab(true, { name: found.name, yasqe: { value: found.sparql } });
  });
}

examples();
