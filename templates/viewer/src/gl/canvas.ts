import { Color, ColorManagement, LinearSRGBColorSpace, PerspectiveCamera, Scene, type Object3D, WebGLRenderer } from "three";
import { type Camera, eyeOf, FOV } from "../layout/camera.ts";
import type { Colour } from "../palette.ts";

const NEAREST = 0.05;
const DENSEST = 2;

/** What every shader needs to know of the frame. The objects are shared, so one change reaches all of them. */
export interface Shared {
  /** Size of the frame in CSS pixels. */
  readonly frame: { value: [number, number] };
  /** Background that things far away fade into. */
  readonly mist: { value: [number, number, number] };
  /** Depths at which fading begins and is complete. */
  readonly mistDepth: { value: [number, number] };
  /** Colour of what the pulse passes. */
  readonly glow: { value: [number, number, number] };
  /** Where the pulse is, in floors from the ground; below 0 there is none. */
  readonly time: { value: number };
  /** How long its light lingers; 1 is usual. */
  readonly linger: { value: number };
  /** Time after which the pulse comes again, and lines that it passed before fall back; 0 where it comes once. */
  readonly again: { value: number };
}

/** This browser cannot draw in three dimensions. */
export class NoWebGL2 extends Error {
  constructor() {
    super("This browser draws nothing in three dimensions (no WebGL2).");
  }
}

/** A drawing surface that knows shapes, colours and a camera, and nothing of what they mean. */
export class Canvas3D {
  readonly element = document.createElement("canvas");
  readonly shared: Shared = {
    frame: { value: [1, 1] }, mist: { value: [1, 1, 1] }, mistDepth: { value: [1, 2] }, glow: { value: [1, 1, 1] }, time: { value: -1 }, linger: { value: 1 }, again: { value: 0 },
  };
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #eye = new PerspectiveCamera(FOV);
  readonly #forgetLost: () => void;

  /** Throws `NoWebGL2` where there is none; `lost` is called if the context goes away later. */
  constructor(lost: () => void) {
    ColorManagement.enabled = false;
    const context = this.element.getContext("webgl2", { antialias: devicePixelRatio < DENSEST, alpha: false, powerPreference: "low-power" });
    if (!context) throw new NoWebGL2();
    this.#renderer = new WebGLRenderer({ canvas: this.element, context });
    this.#renderer.outputColorSpace = LinearSRGBColorSpace;
    this.#renderer.setPixelRatio(Math.min(devicePixelRatio, DENSEST));
    this.element.addEventListener("webglcontextlost", lost);
    this.#forgetLost = () => this.element.removeEventListener("webglcontextlost", lost);
  }

  /** Draw this from now on; what is added later lies above what does not hide it. */
  add(object: Object3D): void {
    object.frustumCulled = false;
    object.renderOrder = this.#scene.children.length;
    this.#scene.add(object);
  }

  resize(width: number, height: number): void {
    this.#renderer.setSize(width, height, false);
    this.shared.frame.value = [width, height];
  }

  /** Colours of the theme. */
  tint(mist: Colour, glow: Colour): void {
    this.#renderer.setClearColor(new Color(...mist));
    this.shared.mist.value = [...mist];
    this.shared.glow.value = [...glow];
  }

  /** Draw one frame as a camera sees it; things fade from the depth `near` on until `far`. */
  render(camera: Camera, near: number, far: number): void {
    this.shared.mistDepth.value = [near, far];
    this.#eye.aspect = camera.frame.width / camera.frame.height;
    this.#eye.near = Math.max(NEAREST, near * 0.2);
    this.#eye.far = far * 2;
    this.#eye.up.set(...camera.up);
    this.#eye.position.set(...eyeOf(camera));
    this.#eye.lookAt(...camera.centre);
    this.#eye.updateProjectionMatrix();
    this.#renderer.render(this.#scene, this.#eye);
  }

  /** Wait until everything that was asked for is drawn. */
  finish(): void {
    const context = this.#renderer.getContext();
    context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, new Uint8Array(4));
  }

  /** Draw calls of the last frame. */
  get calls(): number {
    return this.#renderer.info.render.calls;
  }

  /** Give the context back. */
  dispose(): void {
    this.#forgetLost();
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
    this.element.remove();
  }
}
