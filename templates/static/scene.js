// The viewer takes the place of a card's picture when the card comes near the screen; until then, on
// paper, and wherever it cannot run, the picture stands. See docs/viewer.md.

function openViewer(section) {
  if (!globalThis.auditkitViewer) globalThis.auditkitStartViewer();
  globalThis.auditkitViewer.mount(section);
}

const openViewerWhenNear = whenNear(openViewer);

/** Open the viewer of a card when it comes near the screen. */
function watchViewer(card) {
  if ("DecompressionStream" in globalThis) openViewerWhenNear(all(".viewer:has(script.scene)", card));
}
