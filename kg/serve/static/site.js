// A site without a server: search over search.json, and the words of a claim marked where a link leads to them.
"use strict";

const root = new URL("..", document.currentScript.src);
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

async function search(words) {
  const main = document.querySelector("main");
  document.querySelector("#q").value = words;
  const wanted = fold(words).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (!wanted.length) return;
  const rows = await (await fetch(new URL("search.json", root))).json();
  const has = (text) => {
    const found = fold(text).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((word) => found.some((each) => each.startsWith(word)));
  };
  const list = Object.assign(document.createElement("ul"), { className: "hits" });
  // A thing is found by its name before its other names.
  const found = new Map(rows.filter(([text]) => has(text)).reverse().map((row) => [row[2], row]));
  for (const [text, kind, file] of [...found.values()].reverse().slice(0, 50)) {
    const link = Object.assign(document.createElement("a"), { href: new URL(file, root).href, textContent: text });
    const label = Object.assign(document.createElement("span"), { className: "kind", textContent: ` ${kind}` });
    const item = document.createElement("li");
    item.append(link, label);
    list.append(item);
  }
  main.querySelector("h1").textContent = `“${words}”`;
  main.append(list.children.length ? list : "Nothing has all these words in its names, headline or quotation.");
}

// From the anchor before them, so many letters are the words of the claim.
function mark(name) {
  const note = document.getElementById(name);
  if (note) {
    note.classList.add("chosen");
    for (let box = note; box; box = box.parentElement?.closest("details")) box.open = true;
    note.querySelector("details").open = true;
  }
  const [, start, end] = location.hash.match(/^#char=(\d+),(\d+)$/) ?? [];
  const anchor = document.getElementById(`char=${start},${end}`);
  if (!anchor || !globalThis.Highlight) return;
  const range = new Range();
  range.setStartAfter(anchor);
  let left = end - start;
  const walker = document.createTreeWalker(anchor.closest(".text"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
    if (!(anchor.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    range.setEnd(node, Math.min(left, node.length));
    left -= node.length;
  }
  CSS.highlights.set("evidence", new Highlight(range));
  anchor.scrollIntoView({ block: "center" });
}

const asked = new URLSearchParams(location.search);
if (asked.has("q")) search(asked.get("q"));
if (asked.has("claim")) mark(asked.get("claim"));
