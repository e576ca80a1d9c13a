import type { CDPSession } from "playwright/test";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { phone } from "../phone/phone.ts";
import {
  expectSeenAt,
  fitButton,
  openPicture,
  type Point,
  pointAt,
  zoomIn,
} from "./zoomed-picture.ts";

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
