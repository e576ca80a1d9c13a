import type { APIRequestContext, CDPSession, Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { focusOnceAlive } from "../fixtures/studio-screen.ts";
import { phone } from "../phone/phone.ts";

interface Point {
  x: number;
  y: number;
}

const prompt = "a striped lighthouse";

interface Opening {
  page: Page;
  request: APIRequestContext;
  studio: { url: string };
}

/** Makes pictures that are larger than the window, and opens the newest. */
async function openPicture({ page, studio, request }: Opening, n = 1): Promise<void> {
  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt, size: "1536x1024", n });
  const ids = images.map(({ id }) => id).sort();
  await page.goto(`/gallery/${ids.at(-1)}`);
  await focusOnceAlive(zoomIn(page));
}

const zoomIn = (page: Page) => page.getByRole("button", { name: "Zoom in" });
const fitButton = (page: Page) => page.getByRole("button", { name: "Fit to the window" });

async function boxOf(page: Page) {
  const box = await page.getByRole("img", { name: prompt }).first().boundingBox();
  if (!box) throw new Error("There is no picture.");
  return box;
}

/** A point of the window in the picture, as parts of its width and height. */
async function pointAt(page: Page, { x, y }: Point): Promise<Point> {
  const box = await boxOf(page);
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}

/** What of the picture is seen there, as parts of its width and height. */
async function seenAt(page: Page, point: Point): Promise<Point> {
  const box = await boxOf(page);
  return { x: (point.x - box.x) / box.width, y: (point.y - box.y) / box.height };
}

async function expectSeenAt(page: Page, point: Point, part: Point): Promise<void> {
  const off = async () => {
    const seen = await seenAt(page, point);
    return Math.hypot(seen.x - part.x, seen.y - part.y);
  };
  await expect.poll(off).toBeLessThan(0.01);
}

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

test("Shift+F gives the picture the whole screen, also the next one, and Escape gives it back", async ({
  page,
  studio,
  request,
}) => {
  await openPicture({ page, studio, request }, 2);
  const url = page.url();
  await page.keyboard.press("Shift+F");
  await expect(page.getByRole("button", { name: "Leave full screen" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page).not.toHaveURL(url);
  await page.getByRole("button", { name: "Leave full screen" }).click();
  await expect(page.getByRole("button", { name: "Leave full screen" })).toBeHidden();

  await page.getByRole("button", { name: "Full screen" }).click();
  await expect(page.getByRole("button", { name: "Leave full screen" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Leave full screen" })).toBeHidden();
  await expect(page).toHaveURL(/gallery\/[0-9a-f-]+$/);
});

test.describe("with fingers", () => {
  test.use(phone);

  test("two fingers zoom between them, one moves the picture, and a double tap fits it", async ({
    page,
    studio,
    request,
  }) => {
    await openPicture({ page, studio, request }, 2);
    const url = page.url();
    // In the middle of its height: it is lower than the screen, and no ground is shown beside it.
    const part = { x: 0.3, y: 0.5 };
    const point = await pointAt(page, part);
    const hand = await page.context().newCDPSession(page);
    await touch(hand, [
      [at(point, -30), at(point, 30)],
      [at(point, -50), at(point, 50)],
      [at(point, -90), at(point, 90)],
    ]);
    await expect(fitButton(page)).toBeVisible();
    await expectSeenAt(page, point, part);

    // What is a swipe where all is seen moves the picture here.
    await touch(hand, [[point], [at(point, -20)], [at(point, -90)]]);
    await expectSeenAt(page, at(point, -90), part);
    expect(page.url()).toBe(url);

    await doubleTap(hand, point);
    await expect(zoomIn(page)).toBeVisible();
    await doubleTap(hand, point);
    await expect(fitButton(page)).toBeVisible();
    await expectSeenAt(page, point, part);
    await doubleTap(hand, point);
    await expect(zoomIn(page)).toBeVisible();

    await touch(hand, [[point], [at(point, -20)], [at(point, -90)]]);
    await expect(page).not.toHaveURL(url);
  });
});

const at = ({ x, y }: Point, right: number): Point => ({ x: x + right, y });

/** Fingers that go from place to place together. */
async function touch(hand: CDPSession, places: readonly (readonly Point[])[]): Promise<void> {
  for (const [step, points] of places.entries()) {
    const touchPoints = points.map((point, id) => ({ ...point, id }));
    const type = step === 0 ? "touchStart" : "touchMove";
    await hand.send("Input.dispatchTouchEvent", { type, touchPoints });
  }
  await hand.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

async function doubleTap(hand: CDPSession, point: Point): Promise<void> {
  // Their time is told with them: a slow machine makes no two taps of them.
  const timestamp = Date.now() / 1000;
  for (const later of [0, 0.1]) {
    const touchPoints = [{ ...point, id: 0 }];
    await hand.send("Input.dispatchTouchEvent", {
      type: "touchStart",
      touchPoints,
      timestamp: timestamp + later,
    });
    await hand.send("Input.dispatchTouchEvent", {
      type: "touchEnd",
      touchPoints: [],
      timestamp: timestamp + later + 0.03,
    });
  }
}
