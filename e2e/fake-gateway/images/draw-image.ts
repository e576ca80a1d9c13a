import { createHash } from "node:crypto";
import sharp from "sharp";

export interface DrawImageOptions {
  prompt: string;
  /** The same prompt and seed draw the same picture. */
  seed: number;
  width: number;
  height: number;
  format: "png" | "jpeg" | "webp";
  /** For `jpeg` and `webp`; 100 by default. */
  quality?: number;
  isTransparent?: boolean;
  /** With a photograph's grain, which makes its file as large as a photograph's. */
  hasGrain?: boolean;
  /** Each is seen in the picture, small, in a row at its foot. */
  references?: readonly Buffer[];
  /** For a sketch of it: the same picture, with no more detail than this many pixels along its longer side. */
  detail?: number;
}

/** Draws a quiet landscape of exactly this size and format, with the prompt as its caption. */
export async function drawImage(options: DrawImageOptions): Promise<Buffer> {
  const {
    width,
    height,
    format,
    quality = 90,
    hasGrain = false,
    references = [],
    detail,
  } = options;
  const scale = detail ? detail / Math.max(width, height) : 1;
  const image = sharp(Buffer.from(landscapeOf(options)), { density: 72 }).resize(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
    { fit: "fill" },
  );
  const sized = detail
    ? sharp(await image.png().toBuffer()).resize(width, height, { fit: "fill", kernel: "cubic" })
    : image;
  const layers = [
    ...(hasGrain
      ? [{ input: await drawGrain({ width, height }), blend: "soft-light" as const }]
      : []),
    ...(await drawReferences(references, { width, height })),
  ];
  const drawn = layers.length > 0 ? sized.composite(layers) : sized;

  // PNG is paid in time: the lowest compression is four times as fast, and nobody keeps these files.
  if (format === "png") {
    return drawn.png({ compressionLevel: 1, adaptiveFiltering: hasGrain }).toBuffer();
  }
  return drawn.toFormat(format, { quality: Math.max(1, quality) }).toBuffer();
}

async function drawReferences(
  references: readonly Buffer[],
  { width, height }: { width: number; height: number },
): Promise<{ input: Buffer; left: number; top: number }[]> {
  const side = Math.floor(Math.min(width / (references.length + 1), height / 4));
  const small = references.map((reference) =>
    sharp(reference).resize(side, side, { fit: "cover" }).png().toBuffer(),
  );
  const drawn = await Promise.all(small);
  const top = Math.max(0, Math.floor(height * 0.88) - side);
  return drawn.map((input, at) => ({ input, left: Math.floor(side / 4) + at * side, top }));
}

/** Noise of several pixels to the grain, so that something of it is left in a thumbnail. */
async function drawGrain({ width, height }: { width: number; height: number }): Promise<Buffer> {
  const noise = sharp({
    create: {
      width: Math.ceil(width / 5),
      height: Math.ceil(height / 5),
      channels: 3,
      background: "gray",
      noise: { type: "gaussian", mean: 128, sigma: 20 },
    },
  });
  const grain = sharp(await noise.png({ compressionLevel: 0 }).toBuffer());
  return grain.resize(width, height, { fit: "fill" }).png({ compressionLevel: 0 }).toBuffer();
}

function landscapeOf({
  prompt,
  seed,
  width,
  height,
  isTransparent = false,
}: DrawImageOptions): string {
  const digest = createHash("sha256").update(`${seed}\n${prompt}`).digest();
  const part = (index: number) => (digest[index] ?? 0) / 255;
  const hue = Math.round(part(0) * 360);
  const colour = (turn: number, saturation: number, lightness: number) =>
    `hsl(${(hue + turn) % 360} ${saturation}% ${lightness}%)`;

  const hill = (index: number) => {
    const base = height * (0.5 + index * 0.13);
    const rise = height * 0.22;
    const [left, middle, right] = [1, 2, 3].map((at) => base - rise * part(at + index * 4));
    return `<path fill="${colour(20 + index * 14, 38, 46 - index * 9)}" d="M0 ${left} C ${width * 0.3} ${middle}, ${width * 0.65} ${right}, ${width} ${base - rise * part(4 + index * 4)} V ${height} H 0 Z"/>`;
  };
  const fontSize = Math.max(8, Math.min(width, height) / 28);

  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="sky" x1="0" y1="0" x2="${part(20).toFixed(2)}" y2="1">
      <stop offset="0" stop-color="${colour(200, 55, 58)}"/><stop offset="1" stop-color="${colour(330, 70, 84)}"/>
    </linearGradient></defs>
    ${isTransparent ? "" : `<rect width="100%" height="100%" fill="url(#sky)"/>`}
    <circle cx="${width * (0.15 + 0.7 * part(21))}" cy="${height * (0.18 + 0.2 * part(22))}" r="${Math.min(width, height) * (0.06 + 0.07 * part(23))}" fill="${colour(40, 90, 90)}"/>
    ${[0, 1, 2].map(hill).join("")}
    <text x="${width / 2}" y="${height - fontSize * 1.4}" font-family="sans-serif" font-size="${fontSize}" fill="#fff" fill-opacity=".85" text-anchor="middle">${captionOf(prompt)}</text>
  </svg>`;
}

/** The prompt without its markers, short, and without what XML cannot hold. */
function captionOf(prompt: string): string {
  const text = prompt
    .replaceAll(/\[\[[^\]]*\]\]/g, "")
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim();
  const short = [...text].length > 44 ? `${[...text].slice(0, 43).join("")}…` : text;

  return short.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
