import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, imageOf } from "../fixtures/studio-screen.ts";
import { copyAsNewBuild } from "../operator/copy-as-new-build.ts";
import { readCaches, waitUntilKept } from "./kept-studio.ts";
import { phone } from "./phone.ts";

test.use({
  ...phone,
  serviceWorkers: "allow",
});

for (const cause of ["without a network", "while the studio is down"] as const) {
  test(`${cause}, studio and gallery open with their pictures, as what was seen last`, async ({
    page,
    context,
    request,
    studio,
  }) => {
    const prompt = `a ferry ${cause}`;
    await createStudioApi(request, studio.url).make({ prompt, size: "256x256" });
    await page.goto("/");
    await waitUntilKept(page, await countPictures());
    if (cause === "without a network") await context.setOffline(true);
    await studio.stop();

    await page.goto("/");
    await expect(page.getByText("This is what was seen last")).toBeVisible();
    await expect.poll(() => imageOf(page, prompt).evaluate(isDrawn)).toBe(true);
    await page.getByRole("link", { name: "Gallery" }).click();
    const picture = page.getByRole("grid", { name: "Pictures" }).getByAltText(prompt);
    await expect.poll(() => picture.evaluate(isDrawn)).toBe(true);
    await expect(page.getByText("This is what was seen last")).toBeVisible();
    await page.goto("/settings");
    await expect(page.getByRole("heading", { name: "This screen needs the studio" })).toBeVisible();

    await page.goto("/");
    await expect(cardOf(page, prompt)).toBeVisible();
    await studio.start();
    await context.setOffline(false);
    await expect(page.getByText("This is what was seen last")).toBeHidden();

    async function countPictures(): Promise<number> {
      const answer = await request.get(`${studio.url}/api/images`);
      return (await answer.json()).images.length;
    }
  });
}

test("no answer of the API is in any cache", async ({ page, request, studio }) => {
  await createStudioApi(request, studio.url).make({ prompt: "a pier", size: "256x256" });
  await page.goto("/");
  await page.goto("/gallery");
  await expect.poll(async () => Object.keys(await readCaches(page)).length).toBe(2);
  await expect
    .poll(async () => (await readCaches(page))["atelier-thumbnails"]?.length)
    .toBeGreaterThan(0);
  await page.getByRole("link", { name: "Studio", exact: true }).click();
  await expect(page.getByLabel("Prompt")).toBeVisible();

  const kept = Object.values(await readCaches(page)).flat();
  const allowed =
    /^(\/|\/gallery|\/offline|\/_next\/static\/[^?]+|\/api\/images\/[0-9a-f-]{36}\/640)$/;
  expect(kept.filter((address) => !allowed.test(address))).toEqual([]);
});

test("a new build's worker takes over at once, and nothing of the old build is kept", async ({
  page,
  studio,
}) => {
  const newRoot = await copyAsNewBuild();
  await page.goto("/");
  await expect.poll(() => shellsOf()).toEqual([expect.stringMatching(/^atelier-shell-(?!new)/)]);
  await expect
    .poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)))
    .toBe(true);
  await studio.stop();
  await studio.start(newRoot);

  await page.reload();
  await expect.poll(() => shellsOf()).toEqual([expect.stringMatching(/^atelier-shell-new/)]);
  await studio.stop();
  await page.goto("/");
  await expect(page.getByText("This is what was seen last")).toBeVisible();
  const scripts = await page.evaluate(() => [...document.scripts].map(({ src }) => src));
  expect(scripts.filter((src) => /\/chunks\/(?!new-)/.test(src))).toEqual([]);
  await studio.start();
  await rm(newRoot, { recursive: true });

  async function shellsOf(): Promise<string[]> {
    return Object.keys(await readCaches(page)).filter((name) => name.startsWith("atelier-shell"));
  }
});

// The last: each page that is opened after it keeps 200 pictures.
test("of a large library the thumbnails of the newest 200 are kept, and the gallery shows them offline", async ({
  page,
  context,
  request,
  studio,
}) => {
  await studio.stop();
  const seed = [
    "scripts/seed.ts",
    "--images",
    "230",
    "--data",
    studio.dataDir,
    "--settings",
    "none",
  ];
  await promisify(execFile)(process.execPath, seed);
  await studio.start();
  const oldestKept = (await listImages(await listImages()))[99];
  await page.goto("/");
  await waitUntilKept(page, 200);
  await studio.stop();
  await context.setOffline(true);

  await page.goto("/gallery");
  const grid = page.getByRole("grid", { name: "Pictures" });
  const picture = grid.locator(`a[href="/gallery/${oldestKept}"] img`);
  await expect(async () => {
    await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight }));
    await expect(picture).toBeInViewport({ timeout: 1_000 });
  }).toPass();
  await expect.poll(() => picture.evaluate(isDrawn)).toBe(true);
  await studio.start();

  async function listImages(newer: string[] = []): Promise<string[]> {
    const before = newer.length > 0 ? `&before=${newer.at(-1)}` : "";
    const answer = await request.get(`${studio.url}/api/images?limit=100${before}`);
    return (await answer.json()).images.map(({ id }: { id: string }) => id);
  }
});

function isDrawn(element: Element): boolean {
  return element instanceof HTMLImageElement && element.complete && element.naturalWidth > 0;
}
