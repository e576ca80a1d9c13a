import { rm } from "node:fs/promises";
import path from "node:path";
import type { APIRequestContext, Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { copyAsNewBuild } from "../operator/copy-as-new-build.ts";
import { waitUntilKept } from "./kept-studio.ts";
import { phone } from "./phone.ts";

test.use({ ...phone, serviceWorkers: "allow" });

test("of an old build nothing is shown once there is a new one, and offline a document and its files are of one build", async ({
  page,
  studio,
}) => {
  const newRoot = await copyAsNewBuild();
  await page.goto("/");
  await waitUntilKept(page, 0);
  expect(await keptBuild(page, "/")).toBe("old");
  await studio.stop();
  await studio.start(newRoot);

  await page.goto("/");
  expect(await shownBuild(page)).toBe("new");
  await page.goto("/gallery");
  expect(await shownBuild(page)).toBe("new");
  for (const document of ["/", "/gallery", "/offline"]) {
    await expect.poll(() => keptBuild(page, document)).toBe("new");
  }
  await studio.stop();
  for (const address of ["/", "/gallery"]) {
    await page.goto(address);
    await expect(page.getByText("This is what was seen last")).toBeVisible();
    expect(await shownBuild(page)).toBe("new");
  }
  await studio.start();
  await rm(newRoot, { recursive: true });
});

test("a document whose files cannot all be had is not kept: what was kept before it still opens", async ({
  page,
  request,
  studio,
}) => {
  const prompt = "a lightship";
  await createStudioApi(request, studio.url).make({ prompt, size: "256x256" });
  const newRoot = await copyAsNewBuild();
  await page.goto("/");
  await waitUntilKept(page, 1);
  // As while an update is under way: the document is there, and one of its files is not.
  const ofStudio = await chunksOf(request, "/");
  const [ofGallery = ""] = (await chunksOf(request, "/gallery")).filter(
    (name) => !ofStudio.includes(name),
  );
  await studio.stop();
  await rm(path.join(newRoot, ".next/static/chunks", `new-${ofGallery.slice(4)}`));
  await studio.start(newRoot);
  await page.goto("/");
  await expect.poll(() => keptBuild(page, "/")).toBe("new");
  await studio.stop();

  await page.goto("/gallery");
  await expect(page.getByText("This is what was seen last")).toBeVisible();
  const picture = page.getByRole("grid", { name: "Pictures" }).getByAltText(prompt);
  await expect(picture).toBeVisible();
  expect(await shownBuild(page)).toBe("old");
  await studio.start();
  await rm(newRoot, { recursive: true });
});

/** The names of the scripts that a document names. */
async function chunksOf(request: APIRequestContext, address: string): Promise<string[]> {
  const text = await (await request.get(address)).text();
  return [...(text.match(/(?<=\/_next\/static\/chunks\/)[\w.~-]+\.js/g) ?? [])];
}

type Build = "old" | "new" | "mixed" | "none";

/** Of which build the scripts of this page are. */
async function shownBuild(page: Page): Promise<Build> {
  return buildOf(await page.evaluate(() => [...document.scripts].map(({ src }) => src)));
}

/** Of which build a kept document is, all of whose scripts are kept as well; with another, or none, it is mixed. */
async function keptBuild(page: Page, address: string): Promise<Build> {
  const sources = await page.evaluate(async (address) => {
    const text = await (await caches.match(address))?.text();
    const named = [...new Set(text?.match(/\/_next\/static\/chunks\/[\w.~-]+\.js/g))];
    const kept = await Promise.all(named.map((name) => caches.match(name)));
    return named.map((name, at) => (kept[at] ? name : `${name} /chunks/missing`));
  }, address);
  return buildOf(sources);
}

function buildOf(sources: readonly string[]): Build {
  const chunks = [...(sources.join(" ").match(/(?<=\/chunks\/)[\w.~-]+/g) ?? [])];
  const isNew = chunks.map((name) => name.startsWith("new-"));
  if (chunks.length === 0) return "none";
  if (chunks.includes("missing")) return "mixed";
  return isNew.every(Boolean) ? "new" : isNew.some(Boolean) ? "mixed" : "old";
}
