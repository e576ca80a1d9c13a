import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { StoredFile } from "../evidence.ts";
import { hashOf } from "../hash-of.ts";

/** Every file of the store under a final name; what died unfinished lies in `incoming` and does not count. */
export async function readFiles(directory: string): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for (const folder of await readdir(directory)) {
    if (folder === "incoming") continue;
    for (const name of await readdir(join(directory, folder))) {
      const content = await readFile(join(directory, folder, name));
      files.push({
        name: `${folder}/${name}`,
        bytes: content.length,
        hash: hashOf(content),
        isImage: await isImage(content),
      });
    }
  }
  return files;
}

async function isImage(content: Buffer): Promise<boolean> {
  try {
    await sharp(content, { failOn: "warning" }).raw().toBuffer();
    return true;
  } catch {
    return false;
  }
}
