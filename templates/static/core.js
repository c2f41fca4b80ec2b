// Small helpers. Text enters the page through textContent only, never as markup.

/** First element that matches, below `from`. */
const one = (selector, from = document) => from.querySelector(selector);

/** All elements that match, below `from`, as an array. */
const all = (selector, from = document) => [...from.querySelectorAll(selector)];

/** A new element with properties and children; strings become text. */
function make(tag, properties = {}, ...children) {
  const { dataset, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, dataset);
  element.append(...children);
  return element;
}

/** Say something to those who listen instead of look. */
function announce(text) {
  one("#status").textContent = text;
}

/** Call `draw(element)` once for each element, when it comes near the screen. */
function whenNear(elements, draw) {
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((e) => e.isIntersecting)) {
      observer.unobserve(entry.target);
      draw(entry.target);
    }
  }, { rootMargin: "400px" });
  elements.forEach((element) => observer.observe(element));
}

/** Jump to an element and put the focus there. */
function goTo(element, block = "start") {
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.scrollIntoView({ block, behavior: "instant" });
  element.focus({ preventScroll: true });
}

/** Compare two keys: numbers by size, words by alphabet, missing ones last. */
function compareKeys(a, b) {
  if (a === "" || b === "") return (a === "") - (b === "");
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en");
}
