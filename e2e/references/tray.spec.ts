import { createHash } from "node:crypto";
import type { Locator } from "playwright/test";
import { findBarriers } from "../fixtures/find-barriers.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, imageOf, newGate, press } from "../fixtures/studio-screen.ts";
import { makePicture, namesIn, trayOf } from "./make-picture.ts";

const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const picker = "Add reference pictures";

test("arrows move a reference, Delete takes it out, and undo puts it back where it was", async ({
  page,
}) => {
  await page.goto("/");
  for (const colour of ["red", "green", "blue"]) {
    await page.getByLabel(picker).setInputFiles(await makePicture(`${colour}.png`, colour));
    await expect.poll(async () => (await namesIn(page)).at(-1)).toBe(`${colour}.png`);
  }
  const tray = trayOf(page);
  expect(await findBarriers(page)).toEqual([]);
  await tray.getByRole("button", { name: "blue.png, reference 3 of 3" }).press("ArrowLeft");
  await expect.poll(() => namesIn(page)).toEqual(["red.png", "blue.png", "green.png"]);
  await expect(tray.getByRole("button", { name: "blue.png, reference 2 of 3" })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => namesIn(page)).toEqual(["blue.png", "red.png", "green.png"]);

  await page.keyboard.press("Delete");
  await expect.poll(() => namesIn(page)).toEqual(["red.png", "green.png"]);
  await expect(tray.getByRole("button", { name: "red.png, reference 1 of 2" })).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => namesIn(page)).toEqual(["blue.png", "red.png", "green.png"]);

  await tray.getByRole("listitem").nth(0).dragTo(tray.getByRole("listitem").nth(2));
  await expect.poll(() => namesIn(page)).toEqual(["red.png", "green.png", "blue.png"]);
  await tray.getByRole("button", { name: /^green/ }).click();
  await tray.getByRole("menuitem", { name: "Move earlier" }).click();
  await expect.poll(() => namesIn(page)).toEqual(["green.png", "red.png", "blue.png"]);
});

test("beside a tray the prompt stands below it and Generate at the right of both", async ({
  page,
}) => {
  const boxOf = async (part: Locator) => {
    const box = await part.boundingBox();
    return { top: box?.y ?? 0, left: box?.x ?? 0, ...endOf(box) };
  };
  await page.goto("/");
  await page.getByLabel(picker).setInputFiles(await makePicture("teal.png", "teal"));
  await expect.poll(() => namesIn(page)).toEqual(["teal.png"]);
  const tray = await boxOf(trayOf(page));
  const prompt = await boxOf(page.getByLabel("Prompt"));
  const generate = await boxOf(page.getByRole("button", { name: /^Generate/ }));
  const form = await boxOf(page.getByRole("form", { name: "Composer" }));

  expect(prompt.top).toBeGreaterThanOrEqual(tray.bottom);
  expect(Math.abs(prompt.left - tray.left)).toBeLessThan(20);
  expect(generate.left).toBeGreaterThanOrEqual(prompt.right);
  expect(form.right - generate.right).toBeLessThan(20);
  expect(form.bottom - generate.bottom).toBeLessThan(20);
});

function endOf(box: { x: number; y: number; width: number; height: number } | null) {
  return { right: (box?.x ?? 0) + (box?.width ?? 0), bottom: (box?.y ?? 0) + (box?.height ?? 0) };
}

test("the tray is there after a reload, and is pressed as it was", async ({ page, gateway }) => {
  const mark = newGate();
  const teal = await makePicture("teal.png", "teal");
  await page.goto("/");
  await page.getByLabel(picker).setInputFiles(teal);
  await expect.poll(() => namesIn(page)).toEqual(["teal.png"]);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await page.reload();
  await expect.poll(() => namesIn(page)).toEqual(["teal.png"]);

  await press(page, `an owl ${mark}`);
  await expect(imageOf(page, `an owl ${mark}`)).toBeVisible();
  expect(chargesOf(gateway, mark)[0]?.references).toEqual([hashOf(teal.buffer)]);
});

test("what is no picture says why and what to do, and is tried again or removed", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByLabel("Prompt").fill("a fox");
  const heic = {
    name: "IMG_1.heic",
    mimeType: "image/heic",
    buffer: Buffer.from("\0\0\0\x18ftypheic\0\0\0\0heic"),
  };
  await page.getByLabel(picker).setInputFiles(heic);
  await expect(page.getByText(/HEIC picture.*Save it as PNG, JPEG or WebP/)).toBeVisible();
  await expect(page.getByRole("button", { name: /A picture did not arrive/ })).toBeDisabled();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(/HEIC picture/)).toBeVisible();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(trayOf(page)).toHaveCount(0);
  await expect(page.getByLabel("Prompt")).toBeFocused();
  await expect(page.getByRole("button", { name: /^Generate/ })).toBeEnabled();
});

test("a remix brings its references, and what was in the tray is an undo away", async ({
  page,
}) => {
  const mark = newGate();
  await page.goto("/");
  await page.getByLabel(picker).setInputFiles(await makePicture("red.png", "red"));
  await expect.poll(() => namesIn(page)).toEqual(["red.png"]);
  await press(page, `a fox ${mark}`);
  await expect(imageOf(page, `a fox ${mark}`)).toBeVisible();
  await trayOf(page)
    .getByRole("button", { name: /^red.png/ })
    .press("Delete");
  await page.getByLabel(picker).setInputFiles(await makePicture("blue.png", "blue"));
  await expect.poll(() => namesIn(page)).toEqual(["blue.png"]);

  await imageOf(page, `a fox ${mark}`).hover();
  await cardOf(page, `a fox ${mark}`).getByRole("button", { name: "Remix" }).click();
  await expect.poll(() => namesIn(page)).toEqual([`a fox ${mark}`]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => namesIn(page)).toEqual(["blue.png"]);
});
