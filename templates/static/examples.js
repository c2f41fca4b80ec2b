// The table of examples: search, filters and order, kept in the address so that a view can be sent.

const FIELDS = ["q", "result", "label", "slice", "confidence", "disagreement", "flag", "sort", "explained", "detailed"];
const NUMBERS = new Set(["number", "confidence", "margin", "disagreement"]);

/** The state in the address of this table, e.g. `#examples?q=good&result=wrong`, or null. */
function stateInAddress(index) {
  const [id, query] = location.hash.slice(1).split("?", 2);
  return id === index.id && query !== undefined ? new URLSearchParams(query) : null;
}

function stateOfForm(form) {
  const state = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value !== "" && FIELDS.includes(name)) state.set(name, value);
  }
  return state;
}

function fillForm(form, state) {
  for (const control of [...form.elements].filter((c) => FIELDS.includes(c.name))) {
    const value = state.get(control.name) ?? "";
    if (control.type === "checkbox") control.checked = value !== "";
    else if (control.name === "sort") chooseSort(control, value);
    else control.value = value;
  }
}

/** A heading may ask for an order that the list does not offer: then it is added to the list. */
function chooseSort(select, value) {
  if (![...select.options].some((option) => option.value === value)) {
    const heading = one(`th[data-key="${CSS.escape(value.replace(/^-/, ""))}"]`, select.closest("[data-index]"));
    const name = (heading?.textContent ?? value).replaceAll("\u00ad", "");
    const words = `${name}, ${value.startsWith("-") ? "descending" : "ascending"}`;
    select.append(make("option", { value, textContent: words }));
  }
  select.value = value;
}

function inRange(text, range) {
  const [low, high] = range.split("-").map(Number);
  return text !== "" && Number(text) >= low && (high === undefined || Number(text) < high);
}

/** One test per filter: does the row stay? */
const TESTS = {
  q: (row, value) => row.haystack.includes(value.toLowerCase()),
  result: (row, value) => row.data.outcome === value,
  label: (row, value) => row.data.predicted === value || row.data.gold === value,
  slice: (row, value) => row.data.slice === value,
  confidence: (row, value) => inRange(row.data.confidence, value),
  disagreement: (row, value) => row.data.disagreement !== "" && Number(row.data.disagreement) >= Number(value),
  flag: (row, value) => row.flags.includes(value),
  explained: (row, value) => (row.data.explained || "none") === value,
  detailed: (row) => "detailed" in row.data,
};

function readRow(element) {
  const data = element.dataset;
  const text = one(".preview", element).textContent;
  const haystack = [text, data.predicted, data.gold, data.id, data.slice, data.flags].join("\n").toLowerCase();
  return { element, data, haystack, flags: JSON.parse(data.flags) };
}

function rowKey(name) {
  return ({ data }) => (NUMBERS.has(name) ? (data[name] === "" ? "" : Number(data[name])) : data[name]);
}

function orderRows(rows, sort) {
  const name = sort.replace(/^-/, "") || "number";
  return sortRows(rows, rowKey(name), sort.startsWith("-") ? "descending" : "ascending");
}

/** Rows that stand where they belong stay: moving thousands lays out all of them again. */
function putInOrder({ body }, elements) {
  const there = [...body.rows];
  if (elements.some((element, at) => there[at] !== element)) body.append(...elements);
}

/** What is chosen in a control, as the page words it; null where nothing is. */
function chosenWords(control, value) {
  if (control.type === "checkbox") return one("span", control.closest("label")).textContent;
  const title = one("span", control.closest("label")).textContent;
  const chosen = control.type === "search" ? `“${value}”` : control.selectedOptions[0].textContent;
  return [`${title}: `, make("bdi", { textContent: chosen })];
}

/** The order of the rows in words: that of the data unless another was asked for. */
function orderWords(form, sort) {
  return sort ? `sorted by ${form.elements.sort.selectedOptions[0].textContent}` : "in the order of the data";
}

/** Say above the table which examples it shows and in which order: a caption must not be older than its rows. */
function describeState(table, state, shown) {
  const filters = [...state].filter(([name]) => name in TESTS);
  const words = filters.flatMap(([name, value], at) => [
    at ? "; " : " (", chosenWords(table.form.elements[name], value),
  ].flat());
  const much = filters.length ? `${shown} of ${table.rows.length} examples` : "All examples";
  table.caption.replaceChildren(
    much, ...words, ...(filters.length ? [")"] : []), `, ${orderWords(table.form, state.get("sort") ?? "")}`,
  );
  table.caption.closest("[aria-label]").setAttribute("aria-label", table.caption.textContent);
  table.nothing.hidden = shown > 0;
  one(".shown", table.form).textContent = shown
    ? `Showing ${shown} of ${table.rows.length} examples.`
    : `No example passes these filters: 0 of ${table.rows.length} are shown.`;
}

/** A row that stands where all others are filtered away; it can clear the filters. */
function nothingRow(form, columns) {
  const clear = make("button", { type: "button", className: "quiet" }, "Clear filters");
  clear.addEventListener("click", () => { form.reset(); form.elements.q.focus(); });
  const cell = make("td", { colSpan: columns }, "No example passes these filters. ", clear);
  return make("tr", { className: "nothing", hidden: true }, cell);
}

/** Show what the state asks for, and say what and how much that is. */
function applyState(table, state) {
  const filters = [...state].filter(([name]) => name in TESTS);
  let shown = 0;
  for (const row of table.rows) {
    const stays = filters.every(([name, value]) => TESTS[name](row, value));
    row.element.hidden = !stays;
    shown += stays;
  }
  const sort = state.get("sort") ?? "";
  putInOrder(table, orderRows(table.rows, sort).map((row) => row.element));
  const sorted = table.headings.find((h) => h.dataset.key === (sort.replace(/^-/, "") || "number"));
  markSorted(table.headings, sorted, sort.startsWith("-") ? "descending" : "ascending");
  describeState(table, state, shown);
}

function rememberState(index, state) {
  const query = state.toString();
  history.replaceState(null, "", query ? `#${index.id}?${query}` : `#${index.id}`);
}

function setUpIndex(index) {
  const element = one("table", index);
  const table = {
    form: one("form", index),
    body: element.tBodies[0],
    rows: [...element.tBodies[0].rows].map(readRow),
    headings: [...element.tHead.rows[0].cells],
    caption: element.caption,
  };
  table.nothing = nothingRow(table.form, table.headings.length);
  element.append(make("tbody", {}, table.nothing));
  const update = () => {
    const state = stateOfForm(table.form);
    applyState(table, state);
    rememberState(index, state);
  };
  wireHeadings(table, update);
  wireForm(table.form, update);
  const fromAddress = () => {
    const state = stateInAddress(index);
    if (!state || state.toString() === stateOfForm(table.form).toString()) return;
    fillForm(table.form, state);
    applyState(table, state);
    goTo(index);
  };
  applyState(table, new URLSearchParams());
  table.form.hidden = false;
  fromAddress();
  addEventListener("hashchange", fromAddress);
}

function wireHeadings({ headings, form }, update) {
  headings.filter((h) => h.dataset.key).forEach((heading) => addSortButton(heading, (direction) => {
    chooseSort(form.elements.sort, (direction === "descending" ? "-" : "") + heading.dataset.key);
    update();
    announce(`Sorted by ${heading.textContent.replaceAll("\u00ad", "")}, ${direction}`);
  }));
}

function wireForm(form, update) {
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(update));
}

function setUpExamples() {
  all("[data-index]").forEach(setUpIndex);
}
