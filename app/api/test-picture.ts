import sharp from "sharp";

/** The file of a picture of so many pixels. */
export function testPicture(width = 8, height = 8): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
}

/** What sends one. */
export async function testUpload() {
  const body = new Uint8Array(await testPicture());
  return { headers: { "content-type": "image/png" }, body };
}
