/** Make a canvas so many CSS pixels wide and high, sharp on this screen, and empty; answers its pen in CSS pixels. */
export function fit(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const dense = devicePixelRatio || 1;
  canvas.width = Math.max(1, Math.round(width * dense));
  canvas.height = Math.max(1, Math.round(height * dense));
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const pen = penOf(canvas);
  pen.setTransform(dense, 0, 0, dense, 0, 0);
  pen.font = getComputedStyle(canvas).font;
  return pen;
}

/** The pen of a canvas; throws where the browser gives none. */
export function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser gives no canvas to draw on.");
  return pen;
}

/** Where on an element a pointer is, in CSS pixels from its upper left corner, whatever size it is shown in. */
export function placeIn(canvas: HTMLCanvasElement, { clientX, clientY }: MouseEvent): readonly [number, number] {
  const box = canvas.getBoundingClientRect();
  const scale = (canvas.width / (devicePixelRatio || 1)) / (box.width || 1);
  return [(clientX - box.left) * scale, (clientY - box.top) * scale];
}

const LONGEST = 12;

/** A token's name where there is little room. */
export function shorten(name: string, longest = LONGEST): string {
  const letters = [...name];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : name;
}

/** The width of the longest of some names, rounded up. */
export function widest(pen: CanvasRenderingContext2D, names: readonly string[]): number {
  return Math.ceil(names.reduce((most, name) => Math.max(most, pen.measureText(name).width), 0));
}
