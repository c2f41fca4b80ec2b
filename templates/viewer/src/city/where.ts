import type { Times } from "../layout/times.ts";
import type { Scene } from "../schema.ts";
import type { ShownBox } from "./bodies.ts";

const LONGEST = 14;

/** Where the pulse is, in a few words; a time of null is when everything is lit. */
export function sayWhere(scene: Scene, times: Times, time: number | null): string {
  const { order, from, to, tokens } = times.course;
  const layers = from === 0 && to === scene.layers - 1 ? "all layers" : from === to ? `layer ${from}` : `layers ${from} to ${to}`;
  if (time === null) return order === "token" ? `all tokens, ${layers}; cache: ${count(tokens)}` : layers;
  const { layer, isAbove, token } = times.place(time);
  const height = !isAbove ? `layer ${layer}` : layer === scene.layers - 1 ? "output" : `after layer ${layer}`;
  if (token === null) return height;
  return `token ${token} “${shorten(scene.tokens[token] ?? "?")}”, ${height}; cache: ${count(times.cached(time))}`;
}

/** The boxes that are there at a time: what is stored is not before the pulse has passed. */
export function presentAt(boxes: readonly ShownBox[], time: number | null): readonly ShownBox[] {
  return time === null ? boxes : boxes.filter(({ tone, when }) => tone !== "stored" || when < time);
}

const count = (tokens: number) => `${tokens} token${tokens === 1 ? "" : "s"}`;

const shorten = (name: string) => (name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1)}…`);
