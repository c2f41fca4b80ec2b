import { cross, dot, middleOf, minus, plus, times, unit, type Vector } from "./vector.ts";

/** Vertical field of view in degrees. */
export const FOV = 30;

/** Share of the frame that an outline takes at most. */
const FILLED = 0.97;
const STRAIGHT_DOWN = 89.999;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const TANGENT = Math.tan(radians(FOV) / 2);

/** Where the eye is: azimuth 0 looks along -z and grows towards +x, elevation grows upwards; both in degrees. */
export interface Angles {
  readonly azimuth: number;
  readonly elevation: number;
}

/** Views with a name. */
export const PRESETS = {
  orbit: { azimuth: 24, elevation: 14 },
  front: { azimuth: 0, elevation: 0 },
  side: { azimuth: 90, elevation: 0 },
  top: { azimuth: 0, elevation: 90 },
} as const satisfies Record<string, Angles>;

/** Size of a picture in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** An eye that looks at a centre. `toward` points from the centre to the eye; the three directions are unit vectors. */
export interface Camera {
  readonly centre: Vector;
  readonly toward: Vector;
  readonly right: Vector;
  readonly up: Vector;
  readonly distance: number;
  readonly frame: Frame;
}

/** A point of the picture: pixels from the upper left corner, and the depth before the eye in units of the scene. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

/** The camera from which points fill the frame, turned about the middle of their box; `zoom` above 1 comes nearer. */
export function cameraAt(outline: readonly Vector[], angles: Angles, frame: Frame, zoom = 1): Camera {
  const { toward, right, up } = directions(angles);
  const aspect = frame.width / frame.height;
  const centre = middleOf(outline);
  const needed = outline.map((point) => {
    const from = minus(point, centre);
    const across = Math.max(Math.abs(dot(from, right)) / (TANGENT * aspect), Math.abs(dot(from, up)) / TANGENT);
    return dot(from, toward) + across / FILLED;
  });
  return { centre, toward, right, up, distance: Math.max(...needed) / zoom, frame };
}

/** Where a point is seen. */
export function project(camera: Camera, point: Vector): Spot {
  const from = minus(point, camera.centre);
  const depth = camera.distance - dot(from, camera.toward);
  const { width, height } = camera.frame;
  const x = (1 + dot(from, camera.right) / (depth * TANGENT * (width / height))) * (width / 2);
  const y = (1 - dot(from, camera.up) / (depth * TANGENT)) * (height / 2);
  return { x, y, depth };
}

/** Where the eye is. */
export function eyeOf({ centre, toward, distance }: Camera): Vector {
  return plus(centre, times(toward, distance));
}

/** The direction in which a point of the picture lies, seen from the eye; a step along it is one unit of depth. */
export function rayThrough({ toward, right, up, frame }: Camera, x: number, y: number): Vector {
  const across = ((2 * x) / frame.width - 1) * TANGENT * (frame.width / frame.height);
  const along = (1 - (2 * y) / frame.height) * TANGENT;
  return plus(times(toward, -1), plus(times(right, across), times(up, along)));
}

function directions({ azimuth, elevation }: Angles): Pick<Camera, "toward" | "right" | "up"> {
  const [a, e] = [radians(azimuth), radians(elevation)];
  const toward: Vector = [Math.cos(e) * Math.sin(a), Math.sin(e), Math.cos(e) * Math.cos(a)];
  const above: Vector = elevation > STRAIGHT_DOWN ? [0, 0, -1] : [0, 1, 0];
  const right = unit(cross(above, toward));
  return { toward, right, up: cross(toward, right) };
}
