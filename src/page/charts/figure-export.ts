const SVG = "http://www.w3.org/2000/svg";

/** What a saved figure says above the drawing, so that it can stand alone in a report. */
export interface FigureCaption {
  readonly title: string;
  readonly sub: string | null;
}

const PAINTS = ["fill", "stroke"] as const;
const PLAIN = [
  "fill-opacity",
  "stroke-opacity",
  "opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
] as const;
const FONTS = ["font-family", "font-size", "font-weight", "text-anchor"] as const;

/** The drawn figure as a free-standing SVG text: every colour and font resolved, caption above, card colour behind. */
export function standaloneSvg(svg: SVGSVGElement, caption: FigureCaption): string {
  const resolve = colorResolver();
  const clone = svg.cloneNode(true) as SVGSVGElement;
  const sources = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const targets = [clone, ...clone.querySelectorAll<SVGElement>("*")];
  sources.forEach((source, index) => {
    const target = targets[index];
    if (target) inlineStyle(source, target, resolve);
  });
  const width = svg.width.baseVal.value;
  const height = svg.height.baseVal.value;
  const head = caption.sub === null ? 40 : 60;
  const font = getComputedStyle(svg).fontFamily;
  const root = document.createElementNS(SVG, "svg");
  setAll(root, { xmlns: SVG, width: width + 32, height: height + head + 16, "font-family": font });
  const card = getComputedStyle(document.documentElement);
  const back = document.createElementNS(SVG, "rect");
  setAll(back, {
    width: "100%",
    height: "100%",
    fill: resolve(card.getPropertyValue("--surface")),
  });
  root.append(
    back,
    textLine(caption.title, 26, { size: 15, weight: 600, fill: resolve(card.color) }),
  );
  if (caption.sub !== null) {
    const quiet = resolve(card.getPropertyValue("--ink-2"));
    root.append(textLine(caption.sub, 46, { size: 12, weight: 400, fill: quiet }));
  }
  const body = document.createElementNS(SVG, "g");
  setAll(body, { transform: `translate(16 ${head})` });
  body.append(clone);
  root.append(body);
  return new XMLSerializer().serializeToString(root);
}

/** The same as a PNG at twice the resolution. */
export async function figurePng(svgText: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svgText], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error("the canvas gave no picture"));
      }, "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

function inlineStyle(
  source: SVGElement,
  target: SVGElement,
  resolve: (color: string) => string,
): void {
  const style = getComputedStyle(source);
  for (const name of PAINTS) {
    const paint = style.getPropertyValue(name);
    target.setAttribute(name, paint.startsWith("url(") ? paint : resolve(paint));
  }
  for (const name of PLAIN) target.setAttribute(name, style.getPropertyValue(name));
  if (source.localName === "text" || source.localName === "tspan") {
    for (const name of FONTS) target.setAttribute(name, style.getPropertyValue(name));
  }
  target.removeAttribute("style");
  target.removeAttribute("class");
}

/**
 * Any CSS colour as #rrggbb or rgba(): other programs do not know `oklab()`. Painted on one pixel and read back; variables
 * like `light-dark(…)` are resolved by the element that they are set on first.
 */
function colorResolver(): (color: string) => string {
  const known = new Map<string, string>();
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const probe = document.createElement("span");
  return (color) => {
    if (color === "none" || color === "") return "none";
    const seen = known.get(color);
    if (seen !== undefined || context === null) return seen ?? color;
    probe.style.color = color;
    document.body.append(probe);
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    probe.remove();
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
    const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("");
    const text =
      alpha === 255 ? `#${hex}` : `rgba(${red},${green},${blue},${(alpha / 255).toFixed(3)})`;
    known.set(color, text);
    return text;
  };
}

function textLine(
  text: string,
  y: number,
  { size, weight, fill }: { size: number; weight: number; fill: string },
): SVGTextElement {
  const line = document.createElementNS(SVG, "text");
  setAll(line, { x: 16, y, fill, "font-size": size, "font-weight": weight });
  line.textContent = text;
  return line;
}

function setAll(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
