type Child = Node | string;

/** A new element. Properties are set as properties, never as markup; strings among the children become text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, properties: Partial<HTMLElementTagNameMap[Tag]> = {}, ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A new SVG element with attributes. */
export function draw<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag, attributes: Readonly<Record<string, string | number>> = {}, ...children: Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Set attributes that have no property, such as aria-*; null removes one. */
export function set<Some extends Element>(element: Some, attributes: Readonly<Record<string, string | null>>): Some {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  return element;
}

/** A labelled list to choose from; `options` are [value, text]. */
export function choice(
  label: string, options: ReadonlyArray<readonly [string, string]>, value: string, chosen: (value: string) => void,
): HTMLLabelElement {
  const select = make("select", {}, ...options.map(([name, text]) => make("option", { value: name }, text)));
  select.value = value;
  select.addEventListener("change", () => chosen(select.value));
  return make("label", { className: "viewer-control" }, make("span", {}, label), select);
}

/** A button that does something; `hint` is its name for those who do not see its sign. */
export function button(text: string, act: () => void, hint?: string): HTMLButtonElement {
  const element = make("button", { type: "button", textContent: text });
  if (hint) set(element, { "aria-label": hint, title: hint });
  element.addEventListener("click", act);
  return element;
}

/** A visible line that says why something is not drawn. */
export function message(text: string): HTMLParagraphElement {
  return make("p", { className: "viewer-message" }, text);
}

/** Add a listener; the answer removes it again. */
export function listen<Name extends keyof HTMLElementEventMap>(
  target: EventTarget, name: Name, heard: (event: HTMLElementEventMap[Name]) => void, options?: AddEventListenerOptions,
): () => void {
  target.addEventListener(name, heard as EventListener, options);
  return () => target.removeEventListener(name, heard as EventListener, options);
}
