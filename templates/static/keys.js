// Moving from example to example, and the keyboard. Every key has a button or a link beside it.

/** Where a row of the table leads to if its card is on another page, else null. */
const pageOf = (element) => (element?.matches("tr[id]") ? one("a[href]", element) : null);

/** Cards in the order of the table, filtered as the table is; all cards where there is no table.
    Where cards are on pages of their own, the rows that lead to them. */
function cardsInOrder() {
  const rows = all("[data-index] tbody tr").filter((row) => !row.hidden);
  const cards = rows.map((row) => document.getElementById(`ex-${row.dataset.id}`)).filter(Boolean);
  return rows.length ? cards : all("[data-card]");
}

/** The card a reader is at: the one in the address while it is on the screen, else the topmost one. */
function currentCard(cards) {
  const onScreen = (card) => {
    const box = card.getBoundingClientRect();
    return box.bottom > 80 && box.top < innerHeight * 0.6;
  };
  const chosen = one(".card.current");
  return chosen && onScreen(chosen) ? chosen : cards.find(onScreen);
}

function showCard(card) {
  fillCard(card);
  all(".card.current").forEach((other) => other.classList.remove("current"));
  card.classList.add("current");
  const address = `#${card.id}`;
  if (location.hash.startsWith("#ex-")) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  goTo(card);
}

function step(by) {
  const cards = cardsInOrder();
  const at = cards.indexOf(currentCard(cards));
  const isRow = pageOf(cards[0]) !== null;
  const next = at < 0 ? cards[0] : cards[isRow ? at : at + by];
  const beyond = one(`a[rel="${by > 0 ? "next" : "prev"}"]`);
  if (isRow && next) location.assign(pageOf(next).href);
  else if (next) showCard(next);
  else if (beyond) location.assign(`${beyond.href}#${beyond.dataset.nearest}`);
  else announce(cards.length ? "No further example" : "No example is shown");
}

/** Id of the card that an address leads into: links of a chain have addresses of their own, and what
    stands behind a tilde is the viewer's. */
const cardId = (hash) => hash.slice(1).replace(/~.*$/, "").replace(/^(ex-[0-9a-f]{16}(?:-[0-9]+)?)-[a-z].*$/, "$1");

/** What an address means within its card: its viewer behind a tilde, else the element of that name, else the card. */
function placeInCard(card) {
  const viewer = location.hash.includes("~") ? one(".viewer", card) : null;
  return viewer ?? document.getElementById(location.hash.slice(1)) ?? card;
}

/** Mark the card in the address; if it is on another page, go there. */
function markTarget() {
  const id = cardId(location.hash);
  const card = document.getElementById(id);
  const elsewhere = pageOf(card);
  if (elsewhere) location.replace(elsewhere.href.replace(/#.*$/, location.hash));
  all(".card.current").forEach((other) => other.classList.remove("current"));
  if (!card?.matches("[data-card]")) return;
  fillCard(card);
  card.classList.add("current");
  goTo(placeInCard(card));
}

function search() {
  const field = one('[data-index] [name="q"]');
  if (!field) return;
  goTo(field, "center");
  field.select();
}

const ACTIONS = {
  theme: nextTheme,
  sources: toggleSources,
  next: () => step(1),
  previous: () => step(-1),
  search,
  help: () => one("#help")?.showModal(),
  "close-help": () => one("#help").close(),
};
const KEYS = { j: "next", k: "previous", "/": "search", "?": "help", e: "sources", t: "theme" };

function onKey(event) {
  const typing = event.target.closest?.("input, select, textarea, dialog[open]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
  event.preventDefault();
  ACTIONS[KEYS[event.key]]();
}

function setUpKeys() {
  one(".tools").hidden = false;
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", (event) => {
    const action = event.target.closest?.("[data-do]")?.dataset.do;
    if (action) ACTIONS[action]();
  });
  addEventListener("hashchange", markTarget);
}
