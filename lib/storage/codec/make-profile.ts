type Point = readonly [x: number, y: number];
type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

/** CIE 1931 chromaticities: of the white, and of red, green and blue. */
export interface Chromaticities {
  white: Point;
  primaries: readonly [Point, Point, Point];
}

/** Of sRGB, as BT.709 has them. */
const usual: Chromaticities = {
  white: [0.3127, 0.329],
  primaries: [
    [0.64, 0.33],
    [0.3, 0.6],
    [0.15, 0.06],
  ],
};

/** The white of the profile connection space (ICC.1, 6.3.1). */
const d50: Vector = [0.9642, 1, 0.8249];

/** Bradford's, by which one white is seen as another. */
const bradford: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];

/**
 * An ICC profile (ICC.1:2010, version 4) of a picture whose light is its samples to the power of `exponent`, with the primaries of
 * sRGB unless others are given. Null when the chromaticities are those of no light.
 */
export function makeProfile({
  exponent,
  chromaticities,
  isGrey,
}: {
  exponent: number;
  chromaticities: Chromaticities | null;
  isGrey: boolean;
}): Buffer | null {
  const curve = Buffer.concat([Buffer.from("para"), Buffer.alloc(8), fixed(exponent)]);
  const white: [string, Buffer] = ["wtpt", xyz(d50)];
  if (isGrey) return assemble("GRAY", [white, ["kTRC", curve]]);

  const colorants = colorantsOf(chromaticities ?? usual);
  if (!colorants.flat().every((value) => Number.isFinite(value) && Math.abs(value) < 4))
    return null;
  const [red, green, blue] = colorants;
  return assemble("RGB ", [
    white,
    ["rXYZ", xyz(red)],
    ["gXYZ", xyz(green)],
    ["bXYZ", xyz(blue)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ]);
}

/** What full red, green and blue are under D50. */
function colorantsOf({ white, primaries }: Chromaticities): Matrix {
  const columns = transpose(map(primaries, toXyz));
  const shares = apply(invert(columns), toXyz(white));
  const [from, to] = [apply(bradford, toXyz(white)), apply(bradford, d50)];
  const adapt = (color: Vector) => {
    const [a, b, c] = apply(bradford, color);
    const seen: Vector = [(a * to[0]) / from[0], (b * to[1]) / from[1], (c * to[2]) / from[2]];
    return apply(invert(bradford), seen);
  };
  return map(map(primaries, toXyz), ([x, y, z], index) => {
    const share = shares[index] ?? 0;
    return adapt([x * share, y * share, z * share]);
  });
}

function toXyz([x, y]: Point): Vector {
  return [x / y, 1, (1 - x - y) / y];
}

function map<T>(
  [a, b, c]: readonly [T, T, T],
  change: (value: T, index: number) => Vector,
): Matrix {
  return [change(a, 0), change(b, 1), change(c, 2)];
}

function apply([a, b, c]: Matrix, vector: Vector): Vector {
  return [dot(a, vector), dot(b, vector), dot(c, vector)];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function transpose([a, b, c]: Matrix): Matrix {
  return [
    [a[0], b[0], c[0]],
    [a[1], b[1], c[1]],
    [a[2], b[2], c[2]],
  ];
}

function invert([a, b, c]: Matrix): Matrix {
  const determinant = dot(a, cross(b, c));
  return transpose(
    map([cross(b, c), cross(c, a), cross(a, b)], ([x, y, z]) => [
      x / determinant,
      y / determinant,
      z / determinant,
    ]),
  );
}

function xyz(vector: Vector): Buffer {
  return Buffer.concat([Buffer.from("XYZ "), Buffer.alloc(4), ...vector.map(fixed)]);
}

/** s15Fixed16Number. */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(Math.max(-32_768, Math.min(32_767, value)) * 65_536));
  return bytes;
}

const headerBytes = 128;

/** The header, the table of tags, and what they are, each at a multiple of four (they all are). */
function assemble(space: "RGB " | "GRAY", tags: readonly [name: string, data: Buffer][]): Buffer {
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  let offset = headerBytes + table.length;
  tags.forEach(([name, data], index) => {
    table.write(name, 4 + 12 * index, "latin1");
    table.writeUInt32BE(offset, 8 + 12 * index);
    table.writeUInt32BE(data.length, 12 + 12 * index);
    offset += data.length;
  });

  const header = Buffer.alloc(headerBytes);
  header.writeUInt32BE(offset, 0);
  header.writeUInt32BE(0x04_20_00_00, 8);
  header.write(`mntr${space}XYZ `, 12, "latin1");
  header.write("acsp", 36, "latin1");
  d50.forEach((value, index) => {
    fixed(value).copy(header, 68 + 4 * index);
  });
  return Buffer.concat([header, table, ...tags.map(([, data]) => data)]);
}
