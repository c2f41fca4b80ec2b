// Changing one word: what the table of changes says about it, with buttons in place of its rows.

const POKE_HINT = "Choose a word to see what was measured when it is changed. Arrow keys move along the words.";
const CHANGES = [["mask", "Mask", "masked"], ["delete", "Delete", "deleted"], ["swap", "Swap", "swapped"]];

/** Words with the cells of their changes, as the table has them. */
function readChanges(section) {
  return all("table.changes tbody tr", section).map((row) => ({
    word: one(".what", row).textContent,
    cells: Object.fromEntries(all("td.edit", row).map((cell) => [cell.dataset.kind, cell])),
  }));
}

/** Colour the words by one letter each; a dash is a word that is gone. */
function colourWords(buttons, codes) {
  buttons.forEach((button, at) => {
    const letter = codes[at] ?? "?";
    if (letter === "-") button.className = "gone";
    else if (letter === "?") button.removeAttribute("class");
    else button.className = heatClass(letter);
  });
}

/** What a cell says, in one sentence. */
function changeLine(word, cell, done, before) {
  const [margin, attention] = all("data", cell).map((number) => number.textContent);
  const instead = one(".instead", cell)?.textContent;
  const answer = one(".badge bdi", cell)?.textContent;
  const how = instead === undefined ? done : `${done} for “${instead}”`;
  if (margin === undefined) return `“${word}” ${how}: the model gave no answer.`;
  const label = answer === undefined ? "the prediction stays the same" : `the prediction is now ${answer}`;
  const look = attention === undefined ? "" : `; attention changed by ${attention}`;
  return `“${word}” ${how}: margin ${margin} (before ${before}), ${label}${look}.`;
}

function editTools(kinds, choose, reset) {
  const buttons = kinds.map(([kind, title]) => {
    const button = make("button", { type: "button" }, title);
    button.addEventListener("click", () => choose(kind));
    return [kind, button];
  });
  const undo = make("button", { type: "button" }, "As it was");
  undo.addEventListener("click", reset);
  const tools = make("div", { className: "edit-tools" }, ...buttons.map(([, button]) => button), undo);
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", "What is done to a word");
  return { tools, buttons: new Map(buttons) };
}

/** Only one of the words is on the tab's way; arrow keys move among them. */
function walkWords(list, buttons) {
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  buttons.forEach((button, at) => { button.tabIndex = at === 0 ? 0 : -1; });
  list.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const from = buttons.indexOf(event.target);
    if (step === undefined || from < 0) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(buttons.length - 1, from + step));
    buttons[from].tabIndex = -1;
    buttons[to].tabIndex = 0;
    buttons[to].focus();
  });
}

function buildStrip(section, changes) {
  const state = { kind: "mask", at: -1 };
  const before = one("p data", section).textContent;
  const readout = make("p", { className: "readout" }, POKE_HINT);
  readout.setAttribute("aria-live", "polite");
  const words = changes.map(({ word }, at) => {
    const button = make("button", { type: "button", ariaPressed: "false", dir: "auto" }, word);
    button.addEventListener("click", () => { state.at = at; draw(); });
    return button;
  });
  const { tools, buttons } = editTools(CHANGES, (kind) => { state.kind = kind; draw(); }, () => { state.at = -1; draw(); });
  const list = make("div", { className: "edit-words" }, ...words);
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", "Words of the text");
  walkWords(list, words);

  function draw() {
    for (const [kind, button] of buttons) button.setAttribute("aria-pressed", String(kind === state.kind));
    words.forEach((button, at) => button.setAttribute("aria-pressed", String(at === state.at)));
    const change = changes[state.at];
    const cell = change?.cells[state.kind];
    const done = CHANGES.find(([kind]) => kind === state.kind)[2];
    colourWords(words, cell ? cell.dataset.codes : section.dataset.codes);
    if (!change) readout.textContent = POKE_HINT;
    else readout.textContent = cell ? changeLine(change.word, cell, done, before) : `“${change.word}” was not ${done}.`;
  }

  draw();
  return make("div", { className: "edit-strip" }, tools, list, readout);
}

/** Put the strip above the table of changes. */
function wirePokes(card) {
  const section = one(".edits", card);
  const changes = section ? readChanges(section) : [];
  if (!changes.length) return;
  const strip = buildStrip(section, changes);
  const scale = one(".edits-scale", section);
  scale.hidden = false;
  strip.append(scale);
  one(".edits-table", section).before(strip);
}
