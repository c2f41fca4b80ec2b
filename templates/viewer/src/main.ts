import { make, message } from "./dom.ts";
import { openInPage } from "./page.ts";
import { openProjection } from "./projection.ts";
import { Shell } from "./shell.ts";
import { type Picked, probeOf } from "./views/probe.ts";
import { Projector } from "./views/projector.ts";

/** Viewers by the sections they stand in. */
const shells = new Map<HTMLElement, Shell>();
/** How many pixels of each viewer's height are on the screen. */
const visible = new Map<HTMLElement, number>();
let awake: HTMLElement | null = null;

/** A viewer that is only scrolled past makes no drawing context: it has to stay the chosen one for so long. */
const SETTLING_MS = 150;
let settling: { readonly chosen: HTMLElement | null; readonly timer: ReturnType<typeof setTimeout> } | null = null;

const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting, intersectionRect } of entries) {
    if (isIntersecting) visible.set(target as HTMLElement, intersectionRect.height);
    else visible.delete(target as HTMLElement);
  }
  chooseAwake();
}, { threshold: Array.from({ length: 11 }, (_, tenth) => tenth / 10) });

/** One viewer at a time holds a drawing context: the one in use, until another takes more than twice its room on the screen. */
function chooseAwake(): void {
  const chosen = chosenNow();
  if (settling?.chosen === chosen) return;
  forgetSettling();
  if (chosen !== awake) settling = { chosen, timer: setTimeout(() => wake(chosen), SETTLING_MS) };
}

function chosenNow(): HTMLElement | null {
  const [largest] = [...visible].sort((a, b) => b[1] - a[1]);
  const used = (awake && visible.get(awake)) ?? 0;
  if (largest && largest[1] > 2 * used) return largest[0];
  return used ? awake : null;
}

function forgetSettling(): void {
  if (settling) clearTimeout(settling.timer);
  settling = null;
}

/** Let one viewer draw at once, or none. */
function wake(section: HTMLElement | null): void {
  forgetSettling();
  if (awake === section) return;
  if (awake) shells.get(awake)?.sleep();
  awake = section;
  if (section) shells.get(section)?.wake();
}

/** Bring the viewer of an example to life; a second call does nothing. Failures are shown in the section. */
async function mount(section: HTMLElement): Promise<void> {
  const example = section.querySelector<HTMLElement>("script.scene")?.dataset["example"];
  if (example === undefined || "viewer" in section.dataset) return;
  section.dataset["viewer"] = "opening";
  try {
    const shell = new Shell(section, await openInPage(example));
    shells.set(section, shell);
    section.dataset["viewer"] = "open";
    for (const sign of ["pointerdown", "focusin"]) section.addEventListener(sign, () => wake(section));
    observer.observe(section);
  } catch (error) {
    section.dataset["viewer"] = "failed";
    const reason = error instanceof Error ? error.message : String(error);
    section.prepend(make("div", { className: "viewer-note" }, message(`The interactive view could not be opened: ${reason}`)));
  }
}

/** Bring the cloud of all examples to life; a second call does nothing. Failures are shown in the section. */
async function mountProjector(section: HTMLElement): Promise<void> {
  const block = section.querySelector("script.projection");
  if (!block || "viewer" in section.dataset) return;
  section.dataset["viewer"] = "opening";
  try {
    new Projector(section, await openProjection(block.textContent ?? ""));
    section.dataset["viewer"] = "open";
  } catch (error) {
    section.dataset["viewer"] = "failed";
    section.prepend(message(`The projection could not be opened: ${error instanceof Error ? error.message : String(error)}`));
  }
}

function probe(section: HTMLElement) {
  const shell = shells.get(section);
  return shell ? probeOf(shell.stage) : null;
}

declare global {
  var auditkitViewer: {
    mount(section: HTMLElement): Promise<void>;
    mountProjector(section: HTMLElement): Promise<void>;
    pick(section: HTMLElement, x: number, y: number): Picked | null;
    renderAt(section: HTMLElement, t: number): void;
    stats(section: HTMLElement): { calls: number; arcs: number; frameMs: number } | null;
  };
}

globalThis.auditkitViewer = {
  mount,
  mountProjector,
  pick: (section, x, y) => probe(section)?.pick(x, y) ?? null,
  renderAt: (section, t) => probe(section)?.renderAt(t),
  stats: (section) => probe(section)?.stats() ?? null,
};
