import type { APIRequestContext, Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect } from "../fixtures/studio-fixture.ts";
import { focusOnceAlive } from "../fixtures/studio-screen.ts";

export interface Point {
  x: number;
  y: number;
}

export const prompt = "a striped lighthouse";

interface Opening {
  page: Page;
  request: APIRequestContext;
  studio: { url: string };
}

/** Makes pictures that are larger than the window, and opens the newest. */
export async function openPicture({ page, studio, request }: Opening, n = 1): Promise<void> {
  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt, size: "1536x1024", n });
  const ids = images.map(({ id }) => id).sort();
  await page.goto(`/gallery/${ids.at(-1)}`);
  await focusOnceAlive(zoomIn(page));
}

export const zoomIn = (page: Page) => page.getByRole("button", { name: "Zoom in" });
export const fitButton = (page: Page) => page.getByRole("button", { name: "Fit to the window" });

export async function boxOf(page: Page) {
  const box = await page.getByRole("img", { name: prompt }).first().boundingBox();
  if (!box) throw new Error("There is no picture.");
  return box;
}

/** A point of the window in the picture, as parts of its width and height. */
export async function pointAt(page: Page, { x, y }: Point): Promise<Point> {
  const box = await boxOf(page);
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}

/** What of the picture is seen there, as parts of its width and height. */
async function seenAt(page: Page, point: Point): Promise<Point> {
  const box = await boxOf(page);
  return { x: (point.x - box.x) / box.width, y: (point.y - box.y) / box.height };
}

export async function expectSeenAt(page: Page, point: Point, part: Point): Promise<void> {
  const off = async () => {
    const seen = await seenAt(page, point);
    return Math.hypot(seen.x - part.x, seen.y - part.y);
  };
  await expect.poll(off).toBeLessThan(0.01);
}
