import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * Puts beside each script and style sheet of a folder what a server sends of it: `.br` and `.gz`, as small as they can be made. To do that
 * for each request would take the server longer than to make the page.
 */
export async function compressStatic(folder: string): Promise<void> {
  await Promise.all(globSync(path.join(folder, "**/*.{js,css}")).map(compressFile));
}

async function compressFile(file: string): Promise<void> {
  const body = await readFile(file);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  const [br, gz] = await Promise.all([toBrotli(body, { params }), toGzip(body, { level: 9 })]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}
