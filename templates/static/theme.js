// Theme and the switch that shows the source of every number.

const THEMES = ["auto", "light", "dark"];
const redraws = [];

/** Call `draw` whenever colours change. */
function onTheme(draw) {
  redraws.push(draw);
}

function currentTheme() {
  return document.documentElement.dataset.theme ?? "auto";
}

function showTheme() {
  one('[data-do="theme"]').textContent = `Theme: ${currentTheme()}`;
  redraws.forEach((draw) => draw());
}

function nextTheme() {
  const theme = THEMES[(THEMES.indexOf(currentTheme()) + 1) % THEMES.length];
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem("auditkit-theme", theme);
  } catch { /* Remembered for this visit only. */ }
  showTheme();
  announce(`Theme: ${theme}`);
}

function toggleSources() {
  const on = document.documentElement.classList.toggle("with-sources");
  const button = one('[data-do="sources"]');
  button.setAttribute("aria-pressed", String(on));
  announce(on ? "Sources of numbers are shown" : "Sources of numbers are hidden");
}

function setUpTheme() {
  showTheme();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
}
