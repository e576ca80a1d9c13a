import type { Page } from "playwright/test";

interface Point {
  x: number;
  y: number;
}

/** A finger that goes from place to place. */
export async function drag(page: Page, places: readonly Point[]): Promise<void> {
  const hand = await page.context().newCDPSession(page);
  for (const [step, point] of places.entries()) {
    const type = step === 0 ? "touchStart" : "touchMove";
    await hand.send("Input.dispatchTouchEvent", { type, touchPoints: [{ ...point, id: 0 }] });
  }
  await hand.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}
