/** Draws the icons that are no SVG, from public/icon.svg: `node scripts/icons.ts`, when the mark has changed. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";

const folder = path.join(import.meta.dirname, "../public");
const svg = readFileSync(path.join(folder, "icon.svg"), "utf8");

for (const size of [192, 512]) await draw(svg, { name: `icon-${size}`, size });
// These are cut to a form by whoever shows them: the ground reaches to the edges, and the mark lies within the inner 80 %.
const whole = svg.replace(/ rx="15"/, "");
await draw(whole, { name: "icon-180", size: 180 });
await draw(whole, { name: "icon-maskable-512", size: 512 });
// Android draws a notification's badge from nothing but what is opaque.
await draw(svg.replace(/<rect width="64"[^>]*>/, ""), { name: "badge-96", size: 96 });

async function draw(text: string, { name, size }: { name: string; size: number }): Promise<void> {
  const image = sharp(Buffer.from(text), { density: (72 * size) / 64 }).resize(size, size);
  writeFileSync(path.join(folder, `${name}.png`), await image.png().toBuffer());
}
