/**
 * Takes the pictures under `docs/screens`: every state of the screens, 1440 and 390 pixels wide, light and dark, of the built
 * studio with a small history of its own. Names given as parameters limit it to those states.
 */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright";
import sharp from "sharp";
import { findBrowser } from "../../e2e/fixtures/find-browser.ts";
import { openScene } from "./open-scene.ts";
import { states } from "./states/index.ts";

process.chdir(path.join(import.meta.dirname, "../.."));
const wanted = process.argv.slice(2);
const folder = "docs/screens";
await mkdir(folder, { recursive: true });

const found = await findBrowser();
const browser = await chromium.launch({
  executablePath: found.path,
  env: { ...process.env, ...found.env },
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const scene = await openScene();
const shots = await mkdtemp(path.join(tmpdir(), "atelier-screens-"));

try {
  for (const { name, prepare, place = "/", act } of states) {
    await prepare?.(scene);
    if (wanted.length > 0 && !wanted.includes(name)) continue;

    for (const width of [1440, 390]) {
      for (const colorScheme of ["light", "dark"] as const) {
        const isPhone = width < 768;
        const context = await browser.newContext({
          viewport: { width, height: isPhone ? 844 : 900 },
          colorScheme,
          hasTouch: isPhone,
          isMobile: isPhone,
          reducedMotion: "reduce",
        });
        const page = await context.newPage();
        await page.goto(scene.url + place, { waitUntil: "load" });
        await page.getByRole("main").waitFor();
        // Before, the feed may be laid out for another window, and hidden.
        if (place === "/") await page.locator("[data-slot=feed][data-measured]").waitFor();
        await act?.(page, { isPhone, scene });
        await page.evaluate(waitForPictures);
        const shot = path.join(shots, "shot.png");
        await page.screenshot({ path: shot });
        await sharp(shot)
          .webp({ quality: 82 })
          .toFile(`${folder}/${name}-${width}-${colorScheme}.webp`);
        await context.close();
      }
    }
    console.log(name);
  }
} finally {
  await browser.close();
  await scene.close();
  await rm(shots, { recursive: true });
}

/** Those in sight: what lies further away is not loaded before somebody goes there. */
async function waitForPictures(): Promise<void> {
  await document.fonts.ready;
  const inSight = [...document.images].filter((image) => {
    const { top, bottom } = image.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  });
  await Promise.all(inSight.map((image) => image.decode().catch(() => {})));
}
