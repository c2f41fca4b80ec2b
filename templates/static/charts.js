// Charts answer to the pointer once they are near the screen. Until then, on paper, and if anything
// fails, the picture that is already in the page stands for them.

const POINT = "Point at a mark to read its numbers.";
const refuse = () => Promise.reject(new Error("This page loads nothing."));

function describe(value) {
  if (value === null || typeof value !== "object") return String(value);
  return Object.entries(value).map(([name, entry]) => `${name}: ${entry}`).join(" · ");
}

function drawChart(figure) {
  if (!globalThis.auditkitVega) globalThis.auditkitStartVega();
  const { View, parse, expressionInterpreter } = globalThis.auditkitVega;
  const plot = one(".plot", figure);
  const readout = one(".readout", figure);
  const live = make("div", { className: "live", ariaHidden: "true" });
  plot.append(live);
  const view = new View(parse(JSON.parse(one(".spec", figure).textContent), {}, { ast: true }), {
    expr: expressionInterpreter,
    renderer: "svg",
    container: live,
    hover: true,
    loader: { load: refuse, sanitize: refuse },
    tooltip: (_, event, item, value) => {
      if (value !== undefined && value !== null) readout.textContent = describe(value);
    },
  });
  readout.textContent = POINT;
  readout.hidden = false;
  view.runAsync().then(
    () => plot.classList.add("is-live"),
    () => live.remove(),
  );
}

function setUpCharts() {
  if (!globalThis.auditkitStartVega) return;
  whenNear((figure) => {
    try {
      drawChart(figure);
    } catch {
      one(".live", figure)?.remove();
    }
  })(all("figure.chart"));
}
