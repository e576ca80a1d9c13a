import type { Pixels } from "#lib/painter/render/pixels.ts";

/** The light of a picture, and how its two colour axes (yellow to blue, green to red) lie: the middle and the spread of each. */
export interface Colours {
  middle: readonly [light: number, blue: number, red: number];
  spread: readonly [light: number, blue: number, red: number];
}

/** How far a painting goes towards its reference: all the way in colour; in light it keeps its day or night for the most part. */
const share = [0.35, 1, 1] as const;

/** A reference of one colour still leaves things apart, and a loud one does not tear them. */
const stretchMin = 0.45;
const stretchMax = 1.8;

/** The colours of a picture; of what is seen through, those that are seen. */
export function readColours({ data }: Pixels): Colours {
  const sums = [0, 0, 0];
  const squares = [0, 0, 0];
  let weight = 0;
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (data[at + 3] ?? 0) / 255;
    weight += alpha;
    for (const [axis, value] of toAxes(data, at).entries()) {
      sums[axis] = (sums[axis] ?? 0) + value * alpha;
      squares[axis] = (squares[axis] ?? 0) + value * value * alpha;
    }
  }

  const middleOf = (axis: number) => (sums[axis] ?? 0) / Math.max(weight, 1);
  const spreadOf = (axis: number) =>
    Math.sqrt(Math.max(0, (squares[axis] ?? 0) / Math.max(weight, 1) - middleOf(axis) ** 2));
  return {
    middle: [middleOf(0), middleOf(1), middleOf(2)],
    spread: [spreadOf(0), spreadOf(1), spreadOf(2)],
  };
}

/** Gives a painting, in place, the colours of its references, in equal parts. */
export function takeColours(pixels: Pixels, references: readonly Colours[]): void {
  if (references.length === 0) return;

  const own = readColours(pixels);
  const wanted = mix(references);
  const stretch = ([0, 1, 2] as const).map((axis) => {
    const full = wanted.spread[axis] / Math.max(own.spread[axis], 1);
    return 1 + share[axis] * (Math.min(stretchMax, Math.max(stretchMin, full)) - 1);
  });
  const shift = ([0, 1, 2] as const).map(
    (axis) => share[axis] * (wanted.middle[axis] - own.middle[axis]),
  );

  const { data } = pixels;
  for (let at = 0; at < data.length; at += 4) {
    const axes = toAxes(data, at);
    const changed = ([0, 1, 2] as const).map(
      (axis) =>
        (axes[axis] - own.middle[axis]) * (stretch[axis] ?? 1) +
        own.middle[axis] +
        (shift[axis] ?? 0),
    );
    const [light = 0, blue = 0, red = 0] = changed;
    data[at] = light + 1.402 * red;
    data[at + 1] = light - 0.344 * blue - 0.714 * red;
    data[at + 2] = light + 1.772 * blue;
  }
}

/** As JPEG does it (ITU-T T.871): the light, and two axes of colour that hardly depend on it. */
function toAxes(data: Uint8ClampedArray, at: number): [light: number, blue: number, red: number] {
  const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
  const light = 0.299 * red + 0.587 * green + 0.114 * blue;
  return [light, (blue - light) / 1.772, (red - light) / 1.402];
}

function mix(all: readonly Colours[]): Colours {
  const mean = (of: (one: Colours) => Colours["middle"]): [number, number, number] => {
    const part = (axis: 0 | 1 | 2) => all.reduce((sum, one) => sum + of(one)[axis], 0) / all.length;
    return [part(0), part(1), part(2)];
  };
  return { middle: mean(({ middle }) => middle), spread: mean(({ spread }) => spread) };
}
