// Moving from example to example, and the keyboard. Every key has a button or a link beside it.

/** Cards in the order of the table, filtered as the table is; all cards where there is no table. */
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
  const next = at < 0 ? cards[0] : cards[at + by];
  if (next) showCard(next);
  else announce(cards.length ? "No further example" : "No example is shown");
}

function markTarget() {
  const card = document.getElementById(location.hash.slice(1));
  all(".card.current").forEach((other) => other.classList.remove("current"));
  if (!card?.matches("[data-card]")) return;
  card.classList.add("current");
  goTo(card);
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
  help: () => one("#help").showModal(),
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
  if (!one("[data-card]")) one(".steps").hidden = true;
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", (event) => {
    const action = event.target.closest?.("[data-do]")?.dataset.do;
    if (action) ACTIONS[action]();
  });
  addEventListener("hashchange", markTarget);
  markTarget();
}
