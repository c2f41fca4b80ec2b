// Libraries come packed, which makes a page lighter by half a megabyte. The first call for one unpacks it
// and runs it as a script, which the page's policy admits by the hash of its text, and no other text.

const GLOBALS = { vega: "auditkitVega", viewer: "auditkitViewer" };
const CAN_UNPACK = "DecompressionStream" in globalThis;
const asked = new Map();

async function unpacked(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

async function run(name) {
  try {
    const block = one(`script.library[data-name="${name}"]`);
    document.head.append(make("script", { textContent: await unpacked(block.textContent) }));
  } catch {
    // What the browser says of damaged bytes helps no reader; that nothing ran is said below.
  }
  const offered = globalThis[GLOBALS[name]];
  if (!offered) throw new Error("the script that draws it is damaged in this file.");
  return offered;
}

/** What a library offers; every call for one gets the same answer. */
function library(name) {
  if (!asked.has(name)) asked.set(name, run(name));
  return asked.get(name);
}
