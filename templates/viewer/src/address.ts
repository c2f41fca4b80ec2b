import { type Bus, fromHash, toHash, within } from "./bus.ts";
import type { Scene } from "./schema.ts";

/** Keep an example's selection and the page's address alike; the answer unlinks them. */
export function linkAddress(bus: Bus, scene: Scene): () => void {
  const size = { layers: scene.layers, heads: scene.heads, tokens: scene.tokens.length };
  let isReading = false;
  const read = () => {
    const found = fromHash(location.hash);
    if (found?.example !== bus.example) return;
    isReading = true;
    bus.set(within(found.selection, size));
    isReading = false;
  };
  const write = () => {
    if (!isReading) history.replaceState(history.state, "", toHash(bus.example, bus.now));
  };
  read();
  const unsubscribe = bus.subscribe(write);
  addEventListener("hashchange", read);
  return () => {
    unsubscribe();
    removeEventListener("hashchange", read);
  };
}
