// Draws the network of the page's address: a click on a thing tells what is told of it, each with its words.
"use strict";

const place = document.getElementById("network");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const LINES = { asserted: ["soft", "solid"], reported: ["warn", "dashed"], planned: ["person", "dotted"], denied: ["link", "dotted"] };

// The same network is drawn alike each time: its layout takes its chances from one seed.
function seeded(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const size = (node) => Math.min(12 + 4 * Math.sqrt(node.data("degree")), 48);

// Relations of one kind of telling between two things are one line in the drawing, however many they are.
function bundled(edges) {
  const lines = new Map();
  for (const { data } of edges) {
    const key = [data.source, data.target, data.status, data.modality].join(" ");
    const line = lines.get(key) ?? { data: { ...data, id: key, told: [], articles: 0 } };
    line.data.told.push(data);
    line.data.label = [...new Set(line.data.told.map(({ label }) => label))].slice(0, 3).join(", ");
    line.data.articles = Math.max(line.data.articles, data.articles);
    lines.set(key, line);
  }
  return [...lines.values()];
}

function style() {
  const kinds = ["person", "organization", "place", "group", "thing"];
  return [
    {
      selector: "node",
      style: {
        label: "data(label)", "font-family": "system-ui, DejaVu Sans, sans-serif", "font-size": 12, color: colour("ink"),
        "text-outline-color": colour("card"), "text-outline-width": 2, "text-valign": "bottom", "text-margin-y": 3,
        "text-wrap": "ellipsis", "text-max-width": 130, "min-zoomed-font-size": 7,
        width: (node) => size(node), height: (node) => size(node),
        "background-color": colour("thing"),
      },
    },
    ...kinds.map((kind) => ({ selector: `node[kind = "${kind}"]`, style: { "background-color": colour(kind) } })),
    { selector: 'node[kind = "incident"]', style: { "background-color": colour("link"), shape: "diamond" } },
    { selector: 'node[kind = "place"]', style: { shape: "round-rectangle" } },
    { selector: "node[?middle]", style: { "border-width": 4, "border-color": colour("ink"), "font-size": 14 } },
    {
      selector: "edge",
      style: {
        width: (edge) => Math.min(1 + edge.data("articles"), 6), "curve-style": "bezier", "target-arrow-shape": "triangle",
        "arrow-scale": 0.8, "font-family": "system-ui, DejaVu Sans, sans-serif", "font-size": 9, color: colour("soft"),
        "text-rotation": "autorotate", "text-background-color": colour("card"), "text-background-opacity": 0.85,
        "min-zoomed-font-size": 9, label: "data(label)",
      },
    },
    ...Object.entries(LINES).map(([modality, [name, line]]) => ({
      selector: `edge[modality = "${modality}"]`,
      style: { "line-color": colour(name), "target-arrow-color": colour(name), "line-style": line },
    })),
    ...["former", "designate"].map((status) => ({ selector: `edge[status = "${status}"]`, style: { opacity: 0.45 } })),
    { selector: ".quiet", style: { label: "" } },
    { selector: ".away", style: { opacity: 0.15 } },
    { selector: ":selected", style: { "border-width": 3, "border-color": colour("ink") } },
  ];
}

function link(text, href) {
  const found = document.createElement("a");
  found.href = href;
  found.append(text);
  return found;
}

function told(edge, { label, status, modality, href }) {
  const item = document.createElement("li");
  item.append(link(edge.source().data("label"), edge.source().data("href")), ` ${label} `);
  item.append(link(edge.target().data("label"), edge.target().data("href")), " ");
  for (const how of [status, modality].filter((each) => !["", "current", "asserted"].includes(each))) {
    const badge = document.createElement("span");
    badge.className = `badge ${how}`;
    badge.append(how);
    item.append(badge, " ");
  }
  item.append(link("words", href));
  return item;
}

function choose(graph, chosen) {
  const panel = document.getElementById("chosen");
  graph.elements().removeClass("away");
  if (graph.edges().length > 30) graph.edges().addClass("quiet");
  panel.replaceChildren();
  if (!chosen) return;
  const lines = chosen.isNode() ? chosen.connectedEdges() : chosen;
  graph.elements().difference(lines.union(lines.connectedNodes()).union(chosen)).addClass("away");
  lines.union(lines.connectedNodes()).union(chosen).removeClass("quiet");
  const head = document.createElement("h2");
  if (chosen.isNode()) head.append(link(chosen.data("label"), chosen.data("href")), ` · ${chosen.data("kind")}`);
  const list = document.createElement("ul");
  list.append(...lines.toArray().flatMap((edge) => edge.data("told").map((each) => told(edge, each))));
  panel.append(head, list);
}

function save(graph) {
  const picture = graph.png({ output: "blob", full: true, scale: 2, bg: colour("card"), maxWidth: 8000, maxHeight: 8000 });
  const anchor = link("", URL.createObjectURL(picture));
  anchor.download = "network.png";
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
}

function look(graph) {
  const field = document.getElementById("find");
  const byName = new Map(graph.nodes().map((node) => [node.data("label"), node]));
  document.getElementById("drawn").append(...[...byName.keys()].map((name) => new Option("", name)));
  field.addEventListener("change", () => {
    const node = byName.get(field.value);
    if (!node) return;
    choose(graph, node);
    graph.animate({ center: { eles: node }, zoom: 1.4, duration: 250 });
  });
}

// Names are as large as the page's words, however far away the whole is; where two would meet, the busier thing's is read.
function label(graph) {
  const far = Math.min(1 / Math.max(graph.zoom(), 0.2), 4), kept = [];
  const nodes = graph.nodes().sort((a, b) => b.data("degree") - a.data("degree"));
  const meets = (a) => kept.some((b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2);
  nodes.removeClass("quiet");
  nodes.style({ "font-size": 12 * far, "text-max-width": 130 * far, "text-outline-width": 2 * far });
  graph.edges().style({ "font-size": 10 * Math.min(far, 2) });
  nodes.forEach((node) => {
    const box = node.boundingBox({ includeNodes: false, includeEdges: false, includeOverlays: false });
    if (meets(box)) node.addClass("quiet");
    else kept.push(box);
  });
}

function arrange(graph) {
  const chance = Math.random;
  Math.random = seeded(7);
  try {
    const few = graph.nodes().length <= 120;
    graph.layout({
      name: "fcose", animate: false, quality: "default", packComponents: true, tile: true,
      nodeSeparation: few ? 100 : 60, idealEdgeLength: few ? 110 : 55, nodeRepulsion: few ? 12000 : 5000, gravity: 0.3,
    }).run();
  } finally {
    Math.random = chance;
  }
  graph.fit(undefined, 30);
  label(graph);
  if (graph.edges().length > 30) graph.edges().addClass("quiet");
}

async function draw() {
  const answer = await fetch(place.dataset.source);
  if (!answer.ok) return;
  const { elements } = await answer.json();
  // Links are relative to the file that they stand in, which a site has elsewhere than its page.
  for (const { data } of [...elements.nodes, ...elements.edges]) data.href = new URL(data.href, answer.url).href;
  place.parentElement.hidden = false;
  const many = elements.nodes.length > 500;
  const graph = cytoscape({
    container: place, elements: { nodes: elements.nodes, edges: bundled(elements.edges) }, style: style(),
    hideEdgesOnViewport: many, textureOnViewport: many,
  });
  arrange(graph);
  look(graph);
  let waiting;
  graph.on("zoom", () => {
    clearTimeout(waiting);
    waiting = setTimeout(label, 150, graph);
  });
  graph.on("tap", (event) => choose(graph, event.target === graph ? null : event.target));
  graph.on("dbltap", "node", (event) => location.assign(event.target.data("href")));
  document.getElementById("fit").addEventListener("click", () => graph.animate({ fit: { padding: 30 }, duration: 250 }));
  document.getElementById("png").addEventListener("click", () => save(graph));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => graph.style(style()));
  window.kg = { graph };
}

if (place) draw();
