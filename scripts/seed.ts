/**
 * Fills a studio that does not run with images to try it with, as many as one likes:
 *   npm run seed -- --images 100000 [--data DIR]
 * into DATA_DIR and DATABASE_URL, or another data folder.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "#lib/platform/errors.ts";
import { readPlace, runTool } from "./maintain/run-tool.ts";
import { seedLibrary } from "./seed/seed-library.ts";

const usage = "Say how many, a whole number from 1 to 10,000,000: npm run seed -- --images 1000";

await runTool("The seeding", async () => {
  const { values } = parseArgs({
    options: {
      images: { type: "string" },
      data: { type: "string" },
      settings: { type: "string", default: ".env" },
    },
  });
  const images = Number(values.images);
  if (!Number.isInteger(images) || images < 1 || images > 10_000_000) {
    throw new AppError("invalid_request", usage);
  }

  const place = readPlace(values.settings);
  const dataDir = values.data === undefined ? place.dataDir : resolve(values.data);
  let told = 0;
  await seedLibrary({
    dataDir,
    databaseUrl: place.databaseUrl,
    images,
    onProgress(done) {
      const tenths = Math.floor((10 * done) / images);
      if (tenths > told) console.log(`${done} of ${images}`);
      told = tenths;
    },
  });
  const seconds = (performance.now() / 1_000).toFixed(1);
  console.log(`${images} images are in ${dataDir} (${seconds} s).`);
  return true;
});
