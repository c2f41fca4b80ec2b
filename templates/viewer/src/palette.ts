/** A colour as red, green and blue from 0 to 1. */
export type Colour = readonly [number, number, number];

const NAMES = {
  ink: "--ink",
  soft: "--soft",
  faint: "--faint",
  line: "--line",
  lineStrong: "--line-strong",
  paper: "--paper",
  raised: "--raised",
  sunken: "--sunken",
  accent: "--accent",
  positive: "--support",
  negative: "--oppose",
  plain: "--flow",
  glow: "--glow",
} as const;

/** The colours of the theme the page has now. `plain` is the one hue of quantities without a sign. */
export type Palette = Readonly<Record<keyof typeof NAMES, Colour>>;

/** Read the theme's colours where an element stands, as the style sheets have resolved them. */
export function paletteAt(element: Element): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const read = ([name, property]: [string, string]) => {
    probe.style.color = `var(${property})`;
    return [name, parseColour(getComputedStyle(probe).color)] as const;
  };
  const palette = Object.fromEntries(Object.entries(NAMES).map(read)) as unknown as Palette;
  probe.remove();
  return palette;
}

/** A computed colour, `rgb(r, g, b)` or `color(srgb r g b)`, as numbers from 0 to 1. */
export function parseColour(text: string): Colour {
  const [red = 0, green = 0, blue = 0] = (text.match(/[\d.]+/g) ?? []).map(Number);
  const full = text.startsWith("color") ? 1 : 255;
  return [red / full, green / full, blue / full];
}

/** A colour for style sheets and canvases. */
export function css([red, green, blue]: Colour, alpha = 1): string {
  return `rgb(${Math.round(red * 255)} ${Math.round(green * 255)} ${Math.round(blue * 255)} / ${alpha})`;
}

/** A colour between two, `share` 0 to 1 of the second. */
export function mix(a: Colour, b: Colour, share: number): Colour {
  const at = (i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * share;
  return [at(0), at(1), at(2)];
}

/** The colour of a value: by its sign for a signed quantity, else the one hue. */
export function hueOf(palette: Palette, signed: boolean, value: number): Colour {
  if (!signed) return palette.plain;
  return value < 0 ? palette.negative : palette.positive;
}
