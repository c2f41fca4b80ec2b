import { InstancedBufferAttribute, InstancedBufferGeometry, type BufferGeometry, GLSL3, Mesh, RawShaderMaterial, DoubleSide } from "three";
import type { Shared } from "./canvas.ts";

/** How one kind of shape is drawn: its body, shaders, and the numbers each instance has. */
export interface Kind {
  readonly body: BufferGeometry;
  readonly vertex: string;
  readonly fragment: string;
  /** Name of an instance's attribute -> how many numbers it has. */
  readonly attributes: Readonly<Record<string, number>>;
  readonly isOpaque: boolean;
  /** Whether bodies in front hide it. */
  readonly isHidden: boolean;
}

/** Many shapes of one kind in one draw call. */
export class Instances<Name extends string> {
  readonly mesh: Mesh<InstancedBufferGeometry, RawShaderMaterial>;
  readonly #sizes: Readonly<Record<string, number>>;

  constructor(kind: Kind & { readonly attributes: Readonly<Record<Name, number>> }, shared: Shared) {
    this.#sizes = kind.attributes;
    const material = new RawShaderMaterial({
      glslVersion: GLSL3,
      vertexShader: kind.vertex,
      fragmentShader: kind.fragment,
      uniforms: { ...shared },
      side: DoubleSide,
      transparent: !kind.isOpaque,
      depthWrite: kind.isOpaque,
      depthTest: kind.isHidden,
    });
    this.mesh = new Mesh(geometryOf(kind.body), material);
    this.mesh.visible = false;
  }

  /** Replace all instances; `write` fills the numbers of the instance at a place. */
  fill(count: number, numbersOf: (at: number) => Readonly<Record<Name, readonly number[]>>): void {
    const arrays = Object.fromEntries(Object.entries(this.#sizes).map(([name, size]) => [name, new Float32Array(size * count)]));
    for (let at = 0; at < count; at += 1) {
      for (const [name, numbers] of Object.entries<readonly number[]>(numbersOf(at))) arrays[name]!.set(numbers, at * this.#sizes[name]!);
    }
    const fresh = geometryOf(this.mesh.geometry);
    for (const [name, array] of Object.entries(arrays)) fresh.setAttribute(name, new InstancedBufferAttribute(array, this.#sizes[name]!));
    fresh.instanceCount = count;
    this.mesh.geometry.dispose();
    this.mesh.geometry = fresh;
    this.mesh.visible = count > 0;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

function geometryOf(body: BufferGeometry): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.setIndex(body.getIndex());
  for (const name of ["position", "normal", "uv"]) {
    const attribute = body.getAttribute(name);
    if (attribute) geometry.setAttribute(name, attribute);
  }
  return geometry;
}
