/** A colour as OKLab: lightness 0–1 and two opponent axes. Mixing here keeps a sunset from turning grey. */
interface Lab {
  lightness: number;
  a: number;
  b: number;
}

/** Red, green and blue, each 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The colour that lies `share` (0–1) of the way from one to the other, as the eye sees it. Hex in, hex out. */
export function mix(from: string, to: string, share: number): string {
  const [start, end] = [toLab(from), toLab(to)];
  return toHex({
    lightness: start.lightness + (end.lightness - start.lightness) * share,
    a: start.a + (end.a - start.a) * share,
    b: start.b + (end.b - start.b) * share,
  });
}

/** The same hue, lighter or darker (`lightness` −1 to 1 is added) and more or less vivid (`chroma` multiplies). */
export function shift(
  hex: string,
  { lightness = 0, chroma = 1 }: { lightness?: number; chroma?: number },
): string {
  const lab = toLab(hex);
  return toHex({
    lightness: Math.min(1, Math.max(0, lab.lightness + lightness)),
    a: lab.a * chroma,
    b: lab.b * chroma,
  });
}

/** What a colour looks like under coloured light; `amount` 0 is white light. */
export function multiply(hex: string, light: string, amount: number): string {
  const [base, by] = [toRgb(hex), toRgb(light)];
  return rgbToHex([
    base[0] * (1 - amount + (amount * by[0]) / 255),
    base[1] * (1 - amount + (amount * by[1]) / 255),
    base[2] * (1 - amount + (amount * by[2]) / 255),
  ]);
}

/** `#rrggbb` as numbers. */
export function toRgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Numbers as `#rrggbb`, cut to 0–255. */
export function rgbToHex(rgb: Rgb): string {
  return `#${rgb
    .map((part) =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** How light a colour looks, 0–1. */
export function lightnessOf(hex: string): number {
  return toLab(hex).lightness;
}

/** A colour by lightness (0–1), chroma (0 is grey) and hue (radians), in OKLCh. */
export interface Lch {
  lightness: number;
  chroma: number;
  hue: number;
}

/** `#rrggbb` as lightness, chroma and hue. */
export function toLch(hex: string): Lch {
  const { lightness, a, b } = toLab(hex);
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

/** Lightness, chroma and hue as `#rrggbb`, cut to what a screen can show. */
export function fromLch({ lightness, chroma, hue }: Lch): string {
  return toHex({ lightness, a: chroma * Math.cos(hue), b: chroma * Math.sin(hue) });
}

// The matrices are Björn Ottosson's: https://bottosson.github.io/posts/oklab/
function toLab(hex: string): Lab {
  const [red, green, blue] = toRgb(hex);
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const middle = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    lightness: 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    a: 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  };
}

function toHex({ lightness, a, b }: Lab): string {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return rgbToHex([
    toGamma(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    toGamma(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    toGamma(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ]);
}

function toLinear(part: number): number {
  const value = part / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toGamma(value: number): number {
  const cut = Math.max(0, value);
  return 255 * (cut <= 0.0031308 ? cut * 12.92 : 1.055 * cut ** (1 / 2.4) - 0.055);
}
