import { expect, test } from "../fixtures/studio-fixture.ts";
import { boxOf, expectSeenAt, fitButton, openPicture, pointAt, zoomIn } from "./zoomed-picture.ts";

const part = { x: 0.3, y: 0.7 };

test("a click shows all pixels and keeps what is under it, and the next shows all of the picture", async ({
  page,
  studio,
  request,
}) => {
  await openPicture({ page, studio, request });
  const before = await boxOf(page);
  const point = await pointAt(page, part);

  await page.mouse.click(point.x, point.y);
  await expect(fitButton(page)).toBeVisible();
  await expect.poll(async () => Math.round((await boxOf(page)).width)).toBe(1536);
  await expectSeenAt(page, point, part);

  await page.mouse.click(point.x, point.y);
  await expect(zoomIn(page)).toBeVisible();
  await expect.poll(() => boxOf(page)).toEqual(before);
});

test("the wheel zooms where it is turned, a drag and the arrows move the picture, and Z fits it", async ({
  page,
  studio,
  request,
}) => {
  await openPicture({ page, studio, request }, 2);
  const url = page.url();
  const point = await pointAt(page, part);
  await page.mouse.move(point.x, point.y);
  for (const _ of "123") await page.mouse.wheel(0, -300);
  await expect(fitButton(page)).toBeVisible();
  await expectSeenAt(page, point, part);

  await page.mouse.down();
  await page.mouse.move(point.x + 40, point.y - 30, { steps: 4 });
  await page.mouse.up();
  await expectSeenAt(page, { x: point.x + 40, y: point.y - 30 }, part);
  await expect(fitButton(page)).toBeVisible();

  await page.keyboard.press("ArrowRight");
  await expectSeenAt(page, { x: point.x - 56, y: point.y - 30 }, part);
  expect(page.url()).toBe(url);

  await page.keyboard.press("z");
  await expect(zoomIn(page)).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page).not.toHaveURL(url);
});

test("a window that becomes another shows no ground beside what is zoomed, and all of what is not", async ({
  page,
  studio,
  request,
}) => {
  await openPicture({ page, studio, request });
  await page.setViewportSize({ width: 900, height: 700 });
  const stage = zoomIn(page).or(fitButton(page)).locator("..");
  const gaps = async () => {
    const [picture, room] = [await boxOf(page), await stage.boundingBox()];
    if (!room) throw new Error("There is no stage.");
    const right = room.x + room.width - (picture.x + picture.width);
    return { left: picture.x - room.x, right };
  };
  await expect.poll(async () => Math.min(...Object.values(await gaps()))).toBeGreaterThanOrEqual(0);

  await page.setViewportSize({ width: 1600, height: 900 });
  // Its right edge lies at the stage's.
  const corner = await pointAt(page, { x: 0.98, y: 0.5 });
  await page.mouse.click(corner.x, corner.y);
  await expect(fitButton(page)).toBeVisible();
  await expect.poll(async () => Math.abs((await gaps()).right)).toBeLessThan(1);
  await page.setViewportSize({ width: 900, height: 700 });
  await expect.poll(async () => Math.max(...Object.values(await gaps()))).toBeLessThan(1);
});
