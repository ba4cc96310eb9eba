// Draws the network above its list, on the one page that has it. The library is asked for there and nowhere else.
let drawing;
let place;

async function draw() {
  const found = document.querySelector("[data-network]");
  if (found === place && drawing) return;
  drawing?.destroy();
  drawing = undefined;
  place = found;
  if (!place) return;

  const [library, answer] = await Promise.all([import(new URL(place.dataset.library, document.baseURI)), fetch(place.dataset.network)]);
  if (!answer.ok || place !== found || !found.isConnected) return;
  const { nodes, edges } = await answer.json();

  // The library writes a style sheet into the page, which the page's policy forbids; it does not where there is one by that name.
  if (!document.getElementById(ownSheet)) document.head.append(Object.assign(document.createElement("meta"), { id: ownSheet }));
  place.hidden = false;
  const radius = 60 * Math.sqrt(nodes.length);
  drawing = library.default({
    container: place.querySelector(".network-drawing"),
    elements: [
      ...nodes.map((n, i) => ({
        data: { ...n, size: 14 + 6 * Math.log2(1 + n.weight) },
        position: { x: radius * Math.cos((2 * Math.PI * i) / nodes.length), y: radius * Math.sin((2 * Math.PI * i) / nodes.length) },
      })),
      ...edges.map((e) => ({ data: { source: e.from, target: e.to, width: 1 + Math.log2(e.weight), isPart: e.isPart } })),
    ],
    style: style(nodes.length),
    // From the same places it always comes to the same drawing; nothing moves before the reader's eyes.
    layout: { name: "cose", animate: false, randomize: false, fit: true, padding: 24, nodeRepulsion: () => 12000, idealEdgeLength: () => 60 },
    minZoom: 0.1,
    maxZoom: 4,
    userZoomingEnabled: false, // the wheel scrolls the page
    boxSelectionEnabled: false,
    autoungrabify: true,
  });
  drawing.on("tap", "node", (tapped) => location.assign(tapped.target.data("address")));
  drawing.on("mouseover", "node", (over) => (place.title = over.target.data("name")));
  drawing.on("mouseout", "node", () => place.removeAttribute("title"));
}

const ownSheet = "__________cytoscape_stylesheet";

// The page's own colours, as the browser made them out of light and dark.
function style(count) {
  const page = getComputedStyle(place.querySelector(".network-drawing"));
  const [ink, paper, line, accent] = [page.color, page.backgroundColor, page.borderTopColor, page.outlineColor];
  const scale = Math.max(1, Math.sqrt(count) / 6); // many are drawn small, and their names are to be read
  return [
    {
      selector: "node",
      style: {
        width: "data(size)", height: "data(size)", "background-color": accent, label: "data(label)", color: ink, "font-size": 12 * scale,
        "font-family": page.fontFamily, "text-valign": "bottom", "text-margin-y": 3, "text-max-width": 120 * scale, "text-wrap": "ellipsis",
        "text-background-color": paper, "text-background-opacity": 0.8, "text-background-padding": 1,
      },
    },
    { selector: "node[?isChosen]", style: { shape: "diamond", "border-width": 3, "border-color": ink } },
    { selector: "edge", style: { width: "data(width)", "line-color": line, "curve-style": "haystack" } },
    { selector: "edge[?isPart]", style: { "line-style": "dashed", "curve-style": "straight" } },
  ];
}

document.addEventListener("click", (click) => {
  const button = click.target.closest?.(".network-buttons button");
  if (!button || !drawing) return;
  const middle = { x: drawing.width() / 2, y: drawing.height() / 2 };
  if (button.dataset.zoom) drawing.zoom({ level: drawing.zoom() * Number(button.dataset.zoom), renderedPosition: middle });
  else if (button.dataset.pan) {
    const [x, y] = button.dataset.pan.split(" ").map(Number);
    drawing.panBy({ x: x * 80, y: y * 80 });
  } else drawing.fit(undefined, 24);
});

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawing?.style(style(drawing.nodes().length)));
Blazor.addEventListener("enhancedload", draw);
draw();
