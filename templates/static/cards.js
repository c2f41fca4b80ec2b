// Example cards: which method colours the texts, and the numbers of the token under the pointer.
// A card comes as one inert piece and is filled when it is needed, so that a page of thousands opens
// at once; the rest are filled while nothing else is to be done, so that the browser's search finds all.

const STEPS = 8;
const LONGEST = 40;
const HINT = "Point at a token to read its scores; all of them are in the table below.";
const MOST_READ_OUT = 3;
const FILL_MARGIN = "1200px";
let chosenMethod = null;

/** The class that a letter of `data-codes` stands for; the inverse of auditkit.render.heat.code. */
function heatClass(letter) {
  const at = letter.charCodeAt(0);
  if (at < 97) return `u${at - 65}`;
  const step = at - 97 - STEPS;
  return step === 0 ? "z" : step > 0 ? `p${step}` : `n${-step}`;
}

/** The headings of the table of numbers, each with the colours of its method; none where there is only one. */
const methodsOf = (card) => all("table.scores thead [data-codes]", card);

/** The title of a method, from the heading of its numbers. */
const titleOf = (heading) => heading.firstChild.textContent.trim();

function colourCard(card, { dataset }, title) {
  for (const span of all("[data-t]", card)) span.className = heatClass(dataset.codes[span.dataset.c ?? span.dataset.t]);
  one(".method-name", card).textContent = title;
  const signed = "signed" in dataset;
  const plain = one(".scale-plain", card) ?? makePlainScale(card);
  one(".scale-signed", card).hidden = !signed;
  plain.hidden = signed;
  if (!signed) showFull(one(".full-score", plain), dataset);
}

/** The scale of methods without a direction, after that of the others. */
function makePlainScale(card) {
  const steps = [["u0", "0"], ["u4", ""], ["u8", "more"]].map(([className, text]) => make("span", { className }, text));
  const full = make("span", { className: "full" }, "no direction; full colour = ", make("data", { className: "full-score" }), ", largest of this method");
  const scale = make("p", { className: "scale scale-plain" }, ...steps, " ", full);
  one(".scale-signed", card).after(scale);
  return scale;
}

/** The score that gets full colour, with its place in the evidence. */
function showFull(score, { full, fullValue, fullEvidence }) {
  score.textContent = full;
  score.value = fullValue;
  if (fullEvidence) score.dataset.evidence = fullEvidence;
  else delete score.dataset.evidence;
}

/** Colour a text by the method that was chosen in one of them. */
function colourAsChosen(card) {
  const select = one('[name="method"]', card);
  const heading = select && methodsOf(card).find(({ dataset }) => dataset.method === chosenMethod);
  if (!heading) return;
  select.value = chosenMethod;
  colourCard(card, heading, titleOf(heading));
}

/** What the table of numbers says about a piece of the text, in one line: of each token that lies on it. */
function pieceLine(card, piece) {
  const tokens = tokensOf(piece);
  if (tokens.length === 1) return tokenLine(card, tokens[0]);
  const start = `${tokens.length} tokens share “${piece.textContent}”, coloured by their sum: `;
  if (tokens.length <= MOST_READ_OUT) return start + tokens.map((token) => tokenLine(card, token)).join("  +  ");
  const rows = one("table.scores", card).tBodies[0].rows;
  return `${start}${tokens.map((token) => `“${rows[token].cells[0].textContent}”`).join(" + ")}. Their scores are in the table below.`;
}

/** The tokens that lie on a piece of the text, in order. */
function tokensOf(piece) {
  return [...(piece.dataset.also?.split(" ") ?? []), piece.dataset.t].map(Number);
}

/** What the table of numbers says about a token, in one line. */
function tokenLine(card, token) {
  const table = one("table.scores", card);
  const cells = [...table.tBodies[0].rows[token].cells];
  const names = [...table.tHead.rows[0].cells].map((heading) => heading.firstChild.textContent);
  const label = cells[0].textContent;
  const scores = cells.slice(1).map((cell, i) => `${names[i + 1]} ${cell.textContent.replace("±", " ±")}`);
  return `“${label.length > LONGEST ? `${label.slice(0, LONGEST)}…` : label}”  ${scores.join("  ·  ")}`;
}

/** Colour the table of numbers like the text, every method by its own scores, when it is opened. */
function colourNumbers(card) {
  const codes = methodsOf(card).map(({ dataset }) => dataset.codes);
  const table = one("table.scores", card);
  if (!table || !codes.length) return;
  [...table.tBodies[0].rows].forEach((row, token) => {
    codes.forEach((letters, at) => row.cells[at + 1].classList.add(heatClass(letters[token])));
  });
}

/** Rows of the table of numbers know their token, so that what is chosen elsewhere is marked in them. */
function numberTokens(card) {
  all("table.scores tbody tr", card).forEach((row, token) => { row.dataset.token = String(token); });
}

/** A line as wide as any token with its scores; it keeps room for all of them and is never seen. */
function longestLine(table) {
  const rows = [...table.tBodies[0].rows];
  const longest = (at) => rows.map((row) => row.cells[at].textContent).reduce((a, b) => (b.length > a.length ? b : a), "");
  const scores = [...table.tHead.rows[0].cells].slice(1).map((heading, i) => `${titleOf(heading)} ${longest(i + 1).replace("±", " ±")}`);
  return `“${"W".repeat(Math.min(longest(0).length, LONGEST) + 1)}” ${scores.join("  ·  ")}`;
}

function wireReadout(card) {
  const legend = one(".legend", card);
  if (!legend) return;
  const line = make("span", { textContent: HINT });
  legend.append(make("p", { className: "readout", dataset: { longest: longestLine(one("table.scores", card)) } }, line));
  const show = ({ target }) => {
    const piece = target.closest?.("[data-t]");
    if (piece) line.textContent = pieceLine(card, piece);
  };
  const text = one("[data-text]", card);
  text.addEventListener("pointerover", show);
  text.addEventListener("click", show);
}

/** A token that is clicked in the text or in the table of numbers is chosen in the viewer too. */
function wireTokens(card) {
  const example = card.id.replace(/^ex-/, "");
  card.addEventListener("click", ({ target }) => {
    const place = target.closest?.("[data-t], tr[data-token]");
    if (!place) return;
    const token = Number(place.dataset.t ?? place.dataset.token);
    document.dispatchEvent(new CustomEvent("auditkit:select", { detail: { example, token } }));
  });
}

function wireChoice(card) {
  const methods = methodsOf(card);
  if (!methods.length) return;
  const select = make("select", { name: "method" }, ...methods.map((heading) => make("option", { value: heading.dataset.method }, titleOf(heading))));
  const legend = one(".legend", card);
  legend.prepend(make("label", { className: "control colour-by" }, make("span", {}, "Colour by"), select));
  one(".coloured", legend).classList.add("unseen");
  select.addEventListener("change", () => {
    const place = card.getBoundingClientRect().top;
    chosenMethod = select.value;
    all("[data-card]").forEach(colourAsChosen);
    scrollBy(0, card.getBoundingClientRect().top - place);
  });
  if (chosenMethod) colourAsChosen(card);
}

/** Fill a card and make it answer; a card that is filled already stays as it is. */
function fillCard(card) {
  if (!globalThis.auditkitFill(card)) return;
  numberTokens(card);
  wireReadout(card);
  wireTokens(card);
  wireChoice(card);
  one("details.numbers", card)?.addEventListener("toggle", () => colourNumbers(card), { once: true });
  markWideTables(card);
  watchViewer(card);
  wirePokes(card);
}

function setUpCards() {
  const cards = all("[data-card]");
  whenNear(fillCard, FILL_MARGIN)(cards);
  addEventListener("load", () => whenIdle(cards, fillCard));
  document.addEventListener("auditkit:fill", ({ detail }) => {
    cards.filter(({ id }) => id === `ex-${detail.example}`).forEach(fillCard);
  });
  addEventListener("beforeprint", () => cards.forEach(fillCard));
}
