/** What lies under a point: tests compare it with places worked out elsewhere. */
export interface Picked {
  readonly kind: "arc" | "token" | "head" | "mlp" | "box" | "link" | "cache";
  readonly layer: number | null;
  readonly head: number | null;
  readonly token: number | null;
  readonly query: number | null;
  readonly key: number | null;
}

/** What a drawn view tells those who test it. */
export interface Probe {
  /** What lies at a point of the stage, in CSS pixels from its upper left corner. */
  pick(x: number, y: number): Picked | null;
  /** Draw playback at time `t` (0 to 1); the same `t` gives the same picture. */
  renderAt(t: number): void;
  /** What the last frame took. */
  stats(): { readonly calls: number; readonly arcs: number; readonly frameMs: number };
}

const probes = new WeakMap<Element, Probe>();

/** Make a drawn view answer tests; the answer takes it back. */
export function offerProbe(stage: Element, probe: Probe): () => void {
  probes.set(stage, probe);
  return () => probes.delete(stage);
}

/** The probe of the view on a stage, if it has one. */
export function probeOf(stage: Element): Probe | null {
  return probes.get(stage) ?? null;
}
