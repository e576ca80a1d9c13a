import type { Locator } from "playwright/test";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { makePicture, namesIn, trayOf } from "./make-picture.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const picker = "Add reference pictures";

async function smallestSide(target: Locator): Promise<number> {
  const box = await target.boundingBox();
  return Math.min(box?.width ?? 0, box?.height ?? 0);
}

async function rightOf(target: Locator): Promise<number> {
  const box = await target.boundingBox();
  return (box?.x ?? 0) + (box?.width ?? 0);
}

test("on a phone references are picked, moved and removed by finger, and nothing is smaller than one", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByLabel("Prompt").tap();
  for (const colour of ["red", "green"]) {
    await page.getByLabel(picker).setInputFiles(await makePicture(`${colour}.png`, colour));
    await expect.poll(async () => (await namesIn(page)).at(-1)).toBe(`${colour}.png`);
  }
  const tray = trayOf(page);
  const second = tray.getByRole("button", { name: "green.png, reference 2 of 2" });
  expect(await smallestSide(second)).toBeGreaterThanOrEqual(44);
  expect(await smallestSide(page.getByLabel(picker))).toBeGreaterThanOrEqual(44);
  // One under the other, at the end of their lines.
  const earlierPrompts = page.getByRole("button", { name: "Written before" });
  expect(await rightOf(earlierPrompts)).toBe(await rightOf(page.getByLabel(picker)));
  await second.tap();
  const earlier = tray.getByRole("menuitem", { name: "Move earlier" });
  expect(await smallestSide(earlier)).toBeGreaterThanOrEqual(44);
  await earlier.tap();
  await expect.poll(() => namesIn(page)).toEqual(["green.png", "red.png"]);
  await tray.getByRole("button", { name: /^green.png/ }).tap();
  await tray.getByRole("menuitem", { name: "Remove" }).tap();
  await expect.poll(() => namesIn(page)).toEqual(["red.png"]);
});
