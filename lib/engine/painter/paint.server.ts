import sharp, { type Sharp } from "sharp";
import type { PaintEvent, PaintJob } from "./paint-job.ts";
import { createRandom } from "./random.ts";

/** Paints a job: partials first, then the picture. */
export async function* paint(job: PaintJob): AsyncGenerator<PaintEvent> {
  const random = createRandom(job.seed, job.prompt);
  const hue = random.whole(0, 359);
  const ridges = [0.5, 0.62, 0.75, 0.88].map((level, index) => {
    const y = (level + random.between(-0.04, 0.04)) * job.height;
    const bend = random.between(-0.2, 0.2) * job.height;
    return `<path d="M0 ${y}Q${job.width / 2} ${y + bend} ${job.width} ${y}V${job.height}H0z" fill="hsl(${hue + 20 * index} 40% ${70 - 14 * index}%)"/>`;
  });
  const ground = job.isTransparent
    ? ""
    : `<rect width="100%" height="100%" fill="hsl(${hue} 60% 86%)"/>`;
  const sun = `<circle cx="${job.width * random.between(0.25, 0.75)}" cy="${job.height * 0.35}" r="${Math.min(job.width, job.height) * 0.12}" fill="#fff3c4"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${job.width}" height="${job.height}">${ground}${sun}${ridges.join("")}</svg>`;
  const picture = sharp(Buffer.from(svg));

  for (let index = 0; index < job.partials; index += 1) {
    const bytes = await picture
      .clone()
      .resize(640, 640, { fit: "inside" })
      .blur(12 / (index + 1))
      .webp({ quality: 60 })
      .toBuffer();
    yield { type: "partial", bytes };
  }

  yield {
    type: "picture",
    bytes: await encode(picture, job).toBuffer(),
    delivered: {
      size: `${job.width}x${job.height}`,
      quality: job.quality,
      output_format: job.format,
      background: job.isTransparent ? "transparent" : "opaque",
      seed: job.seed,
      notes: ["Painted by the built-in painter, which is no AI model.", ...job.notes],
    },
  };
}

function encode(picture: Sharp, job: PaintJob): Sharp {
  const flat = job.isTransparent ? picture : picture.flatten({ background: "#ffffff" });
  if (job.format === "jpeg") return flat.jpeg({ quality: job.encodingQuality ?? 90 });
  if (job.format === "webp") return flat.webp({ quality: job.encodingQuality ?? 90 });
  return flat.png({ compressionLevel: 6 });
}
