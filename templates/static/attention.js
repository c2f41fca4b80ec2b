// Attention maps: unpacked when a card comes near the screen, one layer and head at a time.

async function unpack(base64) {
  const packed = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The map of one layer and head as numbers from 0 to 255; head -1 is the mean of all heads. */
function mapOf({ weights, heads, tokens }, layer, head) {
  const size = tokens * tokens;
  const at = (h) => weights.subarray((layer * heads + h) * size, (layer * heads + h + 1) * size);
  if (head >= 0) return Float32Array.from(at(head));
  const mean = new Float32Array(size);
  for (let h = 0; h < heads; h += 1) at(h).forEach((weight, i) => { mean[i] += weight / heads; });
  return mean;
}

/** Colours of the scale without a sign, as the style sheet has them now. */
function ramp(card) {
  const probe = make("span", { hidden: true });
  card.append(probe);
  const colours = Array.from({ length: 9 }, (_, step) => {
    probe.className = `u${step}`;
    return getComputedStyle(probe).backgroundColor;
  });
  probe.remove();
  return colours;
}

const shorten = (label) => (label.length > 12 ? `${label.slice(0, 11)}…` : label);
const SMALLEST_LABELLED = 11;

/** Cell and margin in pixels: tokens are named at the edges where a name fits beside its cell. */
function measureMap({ canvas, tokens, labels }) {
  const cell = Math.max(4, Math.min(20, Math.floor(520 / tokens)));
  if (cell < SMALLEST_LABELLED) return { cell, margin: 1, names: [] };
  const pen = canvas.getContext("2d");
  pen.font = getComputedStyle(canvas).font;
  const names = labels.map(shorten);
  return { cell, names, margin: Math.ceil(Math.max(...names.map((name) => pen.measureText(name).width))) + 8 };
}

function fitCanvas(canvas, side) {
  const dense = devicePixelRatio || 1;
  canvas.width = side * dense;
  canvas.height = side * dense;
  canvas.style.width = `${side}px`;
  const pen = canvas.getContext("2d");
  pen.scale(dense, dense);
  return pen;
}

function drawLabels(pen, { names, at, cell, margin }) {
  pen.textBaseline = "middle";
  for (let i = 0; i < names.length; i += 1) {
    const place = margin + (i + 0.5) * cell;
    pen.textAlign = "right";
    pen.globalAlpha = i === at.query ? 1 : 0.7;
    pen.fillText(names[i], margin - 5, place);
    pen.save();
    pen.translate(place, margin - 5);
    pen.rotate(-Math.PI / 2);
    pen.textAlign = "left";
    pen.globalAlpha = i === at.key ? 1 : 0.7;
    pen.fillText(names[i], 0, 0);
    pen.restore();
  }
  pen.globalAlpha = 1;
}

function drawMap(view) {
  const { canvas, tokens, map, at } = view;
  Object.assign(view, measureMap(view));
  const { cell, margin } = view;
  const pen = fitCanvas(canvas, margin + cell * tokens + 1);
  const look = getComputedStyle(canvas);
  const largest = map.reduce((a, b) => Math.max(a, b), 1);
  const colours = ramp(view.card);
  map.forEach((weight, i) => {
    pen.fillStyle = colours[Math.round((8 * weight) / largest)];
    pen.fillRect(margin + (i % tokens) * cell, margin + Math.floor(i / tokens) * cell, cell, cell);
  });
  pen.lineWidth = 2;
  pen.strokeStyle = look.color;
  pen.strokeRect(margin + at.key * cell, margin + at.query * cell, cell, cell);
  pen.font = look.font;
  pen.fillStyle = look.color;
  drawLabels(pen, view);
  view.scale.textContent = `full colour = ${(largest / 255).toFixed(3)}, largest of this map`;
}

function readCell(view) {
  const { at, tokens, map, labels, readout } = view;
  const weight = map[at.query * tokens + at.key] / 255;
  readout.textContent = `“${labels[at.query]}” looks at “${labels[at.key]}” with ${weight.toFixed(3)}`
    + ` (position ${at.query} to ${at.key}, counted from 0)`;
}

function moveTo(view, query, key) {
  const clamp = (value) => Math.max(0, Math.min(view.tokens - 1, value));
  view.at = { query: clamp(query), key: clamp(key) };
  drawMap(view);
  readCell(view);
}

function wireMap(view) {
  const { canvas } = view;
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  canvas.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    moveTo(view, view.at.query + step[0], view.at.key + step[1]);
  });
  const point = (event) => {
    const box = canvas.getBoundingClientRect();
    const scale = canvas.clientWidth / (view.margin + view.cell * view.tokens + 1);
    const at = (distance) => Math.floor((distance / scale - view.margin) / view.cell);
    moveTo(view, at(event.clientY - box.top), at(event.clientX - box.left));
  };
  canvas.addEventListener("pointermove", point);
  canvas.addEventListener("click", point);
}

function choice(label, names, first) {
  const select = make("select", {}, ...names.map((name, i) => make("option", { value: String(first + i) }, name)));
  return [make("label", { className: "control" }, make("span", {}, label), select), select];
}

/** Names of layers or heads, which are counted from 0 throughout the report. */
const count = (length) => Array.from({ length }, (_, i) => String(i));

function buildMap(section, script) {
  const { layers, heads, tokens } = Object.fromEntries(Object.entries(script.dataset).map(([k, v]) => [k, Number(v)]));
  const [layerLabel, layer] = choice("Layer", count(layers), 0);
  const [headLabel, head] = choice("Head", ["mean of all", ...count(heads)], -1);
  layer.value = String(layers - 1);
  const canvas = make("canvas", { tabIndex: 0 });
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", `Attention map, ${tokens} by ${tokens} tokens. Arrow keys move from cell to cell.`);
  const readout = make("p", { className: "readout" });
  readout.setAttribute("aria-live", "polite");
  const scale = make("p");
  const live = make("div", { className: "attention-live" },
    make("div", { className: "legend" }, layerLabel, headLabel, scale), make("div", { className: "map-box" }, canvas), readout);
  const card = section.closest("[data-card]");
  const labels = all("table.scores tbody th", card).map((heading) => heading.textContent);
  return { layers, heads, tokens, layer, head, canvas, readout, scale, live, card, labels, at: { query: 0, key: 0 } };
}

async function drawAttention(section) {
  const script = one("script.weights", section);
  const view = buildMap(section, script);
  view.weights = await unpack(script.textContent);
  const choose = () => {
    view.map = mapOf(view, Number(view.layer.value), Number(view.head.value));
    moveTo(view, view.at.query, view.at.key);
  };
  view.layer.addEventListener("change", choose);
  view.head.addEventListener("change", choose);
  one(".attention-static", section).before(view.live);
  section.classList.add("is-live");
  choose();
  wireMap(view);
  onTheme(() => drawMap(view));
}

const drawWhenNear = whenNear(drawAttention);

/** Draw the maps of a card when they come near the screen. */
function watchAttention(card) {
  if ("DecompressionStream" in globalThis) drawWhenNear(all(".attention:has(script.weights)", card));
}
