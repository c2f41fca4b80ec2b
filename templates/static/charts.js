// Charts answer to the pointer once they are near the screen. Until then, on paper, and if anything
// fails, the picture that is already in the page stands for them.

const POINT = "Point at a mark to read its numbers.";
const refuse = () => Promise.reject(new Error("This page loads nothing."));

function describe(value) {
  if (value === null || typeof value !== "object") return String(value);
  return Object.entries(value).map(([name, entry]) => `${name}: ${entry}`).join(" · ");
}

async function drawChart(figure, readout) {
  const { View, parse, expressionInterpreter } = await library("vega");
  const plot = one(".plot", figure);
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
  await view.runAsync();
  plot.classList.add("is-live");
}

async function openChart(figure) {
  const readout = one(".readout", figure);
  try {
    await drawChart(figure, readout);
    readout.textContent = POINT;
  } catch (error) {
    one(".live", figure)?.remove();
    readout.textContent = `This chart stays a picture: ${error.message}`;
  }
  readout.hidden = false;
}

function setUpCharts() {
  if (CAN_UNPACK) whenNear(openChart)(all("figure.chart"));
}
