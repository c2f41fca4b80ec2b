// The contents beside the report, and the start of everything. This script stands before the cards.

/** On narrow screens the contents are a menu that closes once something is chosen. */
function setUpMenu() {
  const menu = one(".menu");
  const narrow = matchMedia("(max-width: 62rem)");
  const fit = () => { menu.open = !narrow.matches; };
  narrow.addEventListener("change", fit);
  menu.addEventListener("click", (event) => {
    if (event.target.closest("a")) fit();
  });
  fit();
}

/** Mark the section that is being read. */
function followReading() {
  const links = new Map(all(".menu a").map((link) => [link.hash.slice(1), link]));
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const link = links.get(target.id);
      if (isIntersecting) link?.setAttribute("aria-current", "true");
      else link?.removeAttribute("aria-current");
    }
  }, { rootMargin: "-15% 0px -80% 0px" });
  all("main > .section").forEach((section) => observer.observe(section));
}

/** Paper shows everything that the screen folds away. */
function unfoldForPrint() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("main details:not([open])");
    opened.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((details) => { details.open = false; }));
}

/** What needs the page to its end. */
function finish() {
  followReading();
  setUpTables();
  setUpCards();
  unfoldForPrint();
  setUpCharts();
  setUpProjector();
  if (!cardsInOrder().length) one(".steps").hidden = true;
  markTarget();
  document.documentElement.classList.add("wired");
}

setUpTheme();
setUpMenu();
setUpExamples();
setUpKeys();
document.addEventListener("DOMContentLoaded", finish);
