// Tables sorted by buttons in their headings.

/** What a cell sorts by: its number as measured, a number as printed, or its text. */
function cellKey(cell) {
  const number = one("data[value]", cell);
  if (number) return number.value === "" ? "" : Number(number.value);
  const text = cell.textContent.trim();
  if (text === "" || text === "–" || text === "undefined") return "";
  const value = Number(text.replaceAll("−", "-").replaceAll(",", "").replace(/%$/, ""));
  return Number.isNaN(value) ? text : value;
}

/** Put a button into a heading; `sort` is called with the direction, "ascending" or "descending". */
function addSortButton(heading, sort) {
  const label = one(".label", heading);
  const button = make("button", { type: "button", className: "sort" });
  button.append(...(label ? [label] : [...heading.childNodes]));
  heading.prepend(button);
  heading.setAttribute("aria-sort", "none");
  button.addEventListener("click", () => {
    sort(heading.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending");
  });
}

/** Mark which heading a table is sorted by. */
function markSorted(headings, sorted, direction) {
  for (const heading of headings.filter((h) => h.hasAttribute("aria-sort"))) {
    heading.setAttribute("aria-sort", heading === sorted ? direction : "none");
  }
}

/** Order rows by a key; equal ones stay in place, missing ones stay last in both directions. */
function sortRows(rows, key, direction) {
  const sign = direction === "descending" ? -1 : 1;
  const keyed = rows.map((row) => [key(row), row]);
  keyed.sort(([a], [b]) => (a === "" || b === "" ? compareKeys(a, b) : sign * compareKeys(a, b)));
  return keyed.map(([, row]) => row);
}

function setUpTable(table) {
  const headings = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  headings.forEach((heading, column) => addSortButton(heading, (direction) => {
    body.append(...sortRows([...body.rows], (row) => cellKey(row.cells[column]), direction));
    markSorted(headings, heading, direction);
    announce(`Sorted by ${one(".label", heading)?.textContent ?? heading.textContent}, ${direction}`);
  }));
}

/** On a phone, say which tables go on beyond the edge; see `.goes-on` in screen.css. */
const widths = new ResizeObserver((entries) => {
  for (const { target } of entries) target.classList.toggle("goes-on", target.scrollWidth > target.clientWidth + 1);
});

function markWideTables(from = document) {
  all(".scroll:has(> table)", from).forEach((scroll) => widths.observe(scroll));
}

function setUpTables() {
  markWideTables();
  all("table[data-sortable]").forEach(setUpTable);
}
