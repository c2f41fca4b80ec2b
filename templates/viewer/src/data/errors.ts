import { ARRAY_RULES } from "../schema.ts";
import type { StoredArray } from "./decode.ts";

type Name = keyof typeof ARRAY_RULES;

/**
 * By how much numbers of an array may be off because they are stored as integers: half a step at most. The answer takes
 * the stored integer, because steps of squares grow with it. Floats and indices are as exact as the evidence.
 */
export function errorsOf({ entry }: StoredArray): (stored: number) => number {
  const { dtype, rule, most } = ARRAY_RULES[entry.name as Name];
  if (dtype === "f4" || most === 1) return () => 0;
  if (rule === "linear") return () => (0.5 / most) * entry.scale;
  return (stored) => ((Math.abs(stored) + 0.25) / most ** 2) * entry.scale;
}
