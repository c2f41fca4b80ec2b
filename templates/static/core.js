// Small helpers. Data enters the page through textContent only, never as markup.

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

/** A function of elements: for each, `draw(element)` is called once, when it comes near the screen. */
function whenNear(draw, margin = "400px") {
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((e) => e.isIntersecting)) {
      observer.unobserve(entry.target);
      draw(entry.target);
    }
  }, { rootMargin: margin });
  return (elements) => elements.forEach((element) => observer.observe(element));
}

/** Call `work(item)` for each item while nothing else is to be done, a few at a time. */
function whenIdle(items, work) {
  const wait = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 30));
  const left = items.values();
  const some = (deadline) => {
    const end = performance.now() + Math.min(deadline?.timeRemaining() ?? 8, 12);
    for (const item of left) {
      work(item);
      if (performance.now() >= end) {
        wait(some);
        return;
      }
    }
  };
  wait(some);
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
