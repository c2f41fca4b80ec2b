// Runs before the first paint: marks that scripts run, and brings back the theme chosen before.
// Knows how to fill a card, because cards must be read even if the report's own script fails.
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("auditkit-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch { /* Storage is closed to this page: the system's theme it is. */ }

/** Put into the page what a card keeps in its noscript element; say whether there was anything. */
globalThis.auditkitFill = (card) => {
  const kept = card.querySelector("noscript");
  if (!kept) return false;
  const parsed = document.createElement("template");
  parsed.innerHTML = kept.textContent; // Markup of this very file; see docs/adr/0012.
  kept.replaceWith(parsed.content);
  return true;
};
addEventListener("load", () => {
  if (document.documentElement.classList.contains("wired")) return;
  document.querySelectorAll("[data-card]").forEach(globalThis.auditkitFill);
});
