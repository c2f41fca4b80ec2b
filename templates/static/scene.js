// The viewer takes the place of a card's picture when the card comes near the screen; until then, on
// paper, and wherever it cannot run, the picture stands. See docs/viewer.md.

/** Hand a section to the viewer by the name of what mounts it; the viewer says itself what it cannot open. */
async function openViewer(section, mount) {
  try {
    const viewer = await library("viewer");
    await viewer[mount](section);
  } catch (error) {
    section.dataset.viewer = "failed";
    const textContent = `The interactive view could not be opened: ${error.message}`;
    section.prepend(make("div", { className: "viewer-note" }, make("p", { className: "viewer-message", textContent })));
  }
}

const mountWhenNear = whenNear((section) => openViewer(section, "mount"));
const mountProjectorWhenNear = whenNear((section) => openViewer(section, "mountProjector"));

/** Open the viewer of a card when it comes near the screen. */
function watchViewer(card) {
  if (CAN_UNPACK) mountWhenNear(all(".viewer:has(script.scene)", card));
}

/** Turn the picture of all examples into one to turn. */
function setUpProjector() {
  if (CAN_UNPACK) mountProjectorWhenNear(all(".projector:has(script.projection)"));
}
