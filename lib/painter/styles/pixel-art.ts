import type { Pixels } from "#lib/painter/render/pixels.ts";

/** Large pixels across the short side, and colours. */
const gridSide = 112;
const coloursMax = 28;

/** A coarse grid in few colours, with an ordered pattern where two of them meet, as on an old console. */
export function paintPixelArt(pixels: Pixels): Pixels {
  const { width, height } = pixels;
  const cell = Math.max(1, Math.round(Math.min(width, height) / gridSide));
  const grid = shrink(pixels, cell);
  const palette = choosePalette(grid);
  quantise(grid, palette);

  const data = new Uint8ClampedArray(width * height * 4);
  const [source, target] = [new Uint32Array(grid.data.buffer), new Uint32Array(data.buffer)];
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(grid.height - 1, Math.floor(y / cell)) * grid.width;
    for (let x = 0; x < width; x += 1)
      target[y * width + x] = source[row + Math.min(grid.width - 1, Math.floor(x / cell))] ?? 0;
  }
  return { width, height, data };
}

/** Each cell's colour: its middle rather than its mean, so that thin lines stay lines; a cell is solid or empty. */
function shrink({ width, height, data }: Pixels, cell: number): Pixels {
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const small = new Uint8ClampedArray(columns * rows * 4);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const to = (row * columns + column) * 4;
      const sum = [0, 0, 0, 0];
      let count = 0;
      for (
        let y = row * cell + (cell >> 2);
        y < Math.min(height, (row + 1) * cell - (cell >> 2));
        y += 1
      ) {
        for (
          let x = column * cell + (cell >> 2);
          x < Math.min(width, (column + 1) * cell - (cell >> 2));
          x += 1
        ) {
          const at = (y * width + x) * 4;
          for (let part = 0; part < 4; part += 1)
            sum[part] = (sum[part] ?? 0) + (data[at + part] ?? 0);
          count += 1;
        }
      }
      for (let part = 0; part < 3; part += 1)
        small[to + part] = vivid((sum[part] ?? 0) / Math.max(1, count));
      small[to + 3] = (sum[3] ?? 0) / Math.max(1, count) > 127 ? 255 : 0;
    }
  }
  return { width: columns, height: rows, data: small };
}

function vivid(part: number): number {
  return (part - 128) * 1.1 + 128;
}

type Colour = readonly [number, number, number];

/** Median cut: the box of colours with the widest side is halved until there are enough. */
function choosePalette({ data }: Pixels): Colour[] {
  const all: Colour[] = [];
  for (let at = 0; at < data.length; at += 4)
    if (data[at + 3] !== 0) all.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
  let boxes: Colour[][] = all.length > 0 ? [all] : [];

  while (boxes.length > 0 && boxes.length < coloursMax) {
    const widest = boxes
      .map((box) => ({ box, ...widestSide(box) }))
      .sort((one, other) => other.score - one.score)[0];
    if (!widest || widest.score <= 0) break;
    const sorted = widest.box.sort(
      (one, other) => (one[widest.part] ?? 0) - (other[widest.part] ?? 0),
    );
    const middle = sorted.length >> 1;
    boxes = [
      ...boxes.filter((box) => box !== widest.box),
      sorted.slice(0, middle),
      sorted.slice(middle),
    ];
  }
  return boxes.map((box) => {
    const mean = (part: 0 | 1 | 2) =>
      box.reduce((sum, colour) => sum + colour[part], 0) / box.length;
    return [mean(0), mean(1), mean(2)];
  });
}

function widestSide(box: readonly Colour[]): { part: 0 | 1 | 2; score: number } {
  const spans = ([0, 1, 2] as const).map((part) => {
    let [low, high] = [255, 0];
    for (const colour of box)
      [low, high] = [Math.min(low, colour[part]), Math.max(high, colour[part])];
    return { part, score: box.length > 1 ? (high - low) * Math.sqrt(Math.sqrt(box.length)) : 0 };
  });
  return spans.sort((one, other) => other.score - one.score)[0] ?? { part: 0, score: 0 };
}

const pattern = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5] as const;

function quantise({ width, height, data }: Pixels, palette: readonly Colour[]): void {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const lean = ((pattern[(y & 3) * 4 + (x & 3)] ?? 0) / 15 - 0.5) * 9;
      let [best, nearest] = [Number.POSITIVE_INFINITY, palette[0]];
      for (const colour of palette) {
        const distance =
          ((data[at] ?? 0) + lean - colour[0]) ** 2 * 0.9 +
          ((data[at + 1] ?? 0) + lean - colour[1]) ** 2 * 1.4 +
          ((data[at + 2] ?? 0) + lean - colour[2]) ** 2 * 0.7;
        if (distance < best) [best, nearest] = [distance, colour];
      }
      if (nearest) data.set(nearest, at);
    }
  }
}
