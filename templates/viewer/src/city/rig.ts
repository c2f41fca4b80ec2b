import { type Angles, type Camera, cameraAt, type Frame, PRESETS } from "../layout/camera.ts";
import { between, middleOf, minus, type Vector } from "../layout/vector.ts";

const FLIGHT_MS = 550;
const ZOOM = { least: 0.5, most: 12 } as const;
const ELEVATION = { least: -10, most: 90 } as const;

/** What the camera frames, from where, and how near. */
interface Pose {
  readonly outline: readonly Vector[];
  readonly angles: Angles;
  readonly zoom: number;
}

/** The camera's stand: turns and zooms at once, flies to other places, or jumps where motion is not wanted. */
export class Rig {
  readonly #isStill: boolean;
  #pose: Pose;
  #flight: { readonly from: Pose; readonly to: Pose; readonly since: number } | null = null;

  constructor(outline: readonly Vector[], isStill: boolean) {
    this.#isStill = isStill;
    this.#pose = { outline, angles: PRESETS.orbit, zoom: 1 };
  }

  /** The camera of this moment. */
  camera(frame: Frame): Camera {
    return cameraAt(this.#pose.outline, this.#pose.angles, frame, this.#pose.zoom);
  }

  /** How far things reach before and behind the centre. */
  get radius(): number {
    const middle = middleOf(this.#pose.outline);
    return Math.max(...this.#pose.outline.map((point) => Math.hypot(...minus(point, middle))));
  }

  get angles(): Angles {
    return this.#goal.angles;
  }

  /** Turn by degrees. */
  turn(azimuth: number, elevation: number): void {
    const { angles } = this.#goal;
    const raised = Math.max(ELEVATION.least, Math.min(ELEVATION.most, angles.elevation + elevation));
    this.#jump({ ...this.#goal, angles: { azimuth: angles.azimuth + azimuth, elevation: raised } });
  }

  /** Come nearer by a factor. */
  zoomBy(factor: number): void {
    const zoom = Math.max(ZOOM.least, Math.min(ZOOM.most, this.#goal.zoom * factor));
    this.#jump({ ...this.#goal, zoom });
  }

  /** Go to another frame or angle; what is not named stays. */
  goTo(change: Partial<Pose>, now: number): void {
    const to = { ...this.#goal, ...change };
    if (this.#isStill) this.#jump(to);
    else this.#flight = { from: this.#pose, to, since: now };
  }

  /** Move on to this time; says whether there is more to come. */
  step(now: number): boolean {
    if (!this.#flight) return false;
    const { from, to, since } = this.#flight;
    const share = Math.min(1, Math.max(0, (now - since) / FLIGHT_MS));
    this.#pose = blend(from, to, share * share * (3 - 2 * share));
    if (share === 1) this.#jump(to);
    return share < 1;
  }

  get #goal(): Pose {
    return this.#flight?.to ?? this.#pose;
  }

  #jump(pose: Pose): void {
    this.#flight = null;
    this.#pose = pose;
  }
}

function blend(from: Pose, to: Pose, share: number): Pose {
  const mix = (a: number, b: number) => a + (b - a) * share;
  return {
    outline: to.outline.map((point, at) => between(from.outline[at] ?? point, point, share)),
    angles: {
      azimuth: mix(from.angles.azimuth, to.angles.azimuth),
      elevation: mix(from.angles.elevation, to.angles.elevation),
    },
    zoom: mix(from.zoom, to.zoom),
  };
}
