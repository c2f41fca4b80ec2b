// The viewer takes the place of a card's picture when the card comes near the screen; until then, on
// paper, and wherever it cannot run, the picture stands. See docs/viewer.md.

function startedViewer() {
  if (!globalThis.auditkitViewer) globalThis.auditkitStartViewer();
  return globalThis.auditkitViewer;
}

const openViewer = (section) => startedViewer().mount(section);

const openViewerWhenNear = whenNear(openViewer);

/** Open the viewer of a card when it comes near the screen. */
function watchViewer(card) {
  if ("DecompressionStream" in globalThis) openViewerWhenNear(all(".viewer:has(script.scene)", card));
}

/** Turn the picture of all examples into one to turn. */
function setUpProjector() {
  if (!("DecompressionStream" in globalThis)) return;
  whenNear((section) => startedViewer().mountProjector(section))(all(".projector:has(script.projection)"));
}
