import { city } from "./city.ts";
import { compare } from "./compare.ts";
import { flow } from "./flow.ts";
import { heads } from "./heads.ts";
import { matrix } from "./matrix.ts";
import { model } from "./model.ts";
import { neurons } from "./neurons.ts";
import type { View } from "./view.ts";

/** All views, in the order of their tabs. The first is shown at the beginning. */
export const VIEWS: readonly View[] = [city, heads, model, matrix, neurons, compare, flow];
