import type { Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, imageOf, newGate } from "../fixtures/studio-screen.ts";

const pictures = "**/api/images/*/*";

/** Whether the bytes of the picture are on the screen. */
const isDrawn = (page: Page, prompt: string) =>
  imageOf(page, prompt).evaluate(
    (image) => image instanceof HTMLImageElement && image.naturalWidth > 0,
  );

test("a picture that could not be loaded says so, and is tried again by a press, or once there is a connection again", async ({
  page,
  request,
  studio,
}) => {
  const api = createStudioApi(request, studio.url);
  // Each has its own: what was loaded once is not asked for again.
  const [prompt, later] = [`a ruff ${newGate()}`, `a later ruff ${newGate()}`];
  const missingOf = (name: string) => page.getByRole("img", { name: `Missing picture: ${name}` });
  const missing = missingOf(prompt);
  const card = cardOf(page, prompt);
  await api.make({ prompt, size: "256x256" });

  await page.route(pictures, (route) => route.fulfill({ status: 503 }));
  await page.goto("/");
  await expect(missing).toBeVisible();
  await expect(card.getByText("The file could not be loaded.")).toBeVisible();
  await card.getByRole("button", { name: "Try again" }).click();
  await expect(missing).toBeVisible();
  await page.unroute(pictures);
  await card.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => isDrawn(page, prompt)).toBe(true);
  await expect(card.getByRole("button", { name: "Try again" })).toHaveCount(0);

  await page.route(pictures, (route) => route.fulfill({ status: 503 }));
  await api.make({ prompt: later, size: "256x256" });
  await expect(missingOf(later)).toBeVisible();
  await page.unroute(pictures);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect.poll(() => isDrawn(page, later)).toBe(true);
});

for (const [where, open] of [
  ["the gallery", "/gallery"],
  ["its own page", null],
] as const) {
  test(`in ${where}, too, a picture that could not be loaded is tried again by a press`, async ({
    page,
    request,
    studio,
  }) => {
    const prompt = `a reeve ${newGate()}`;
    const { images } = await createStudioApi(request, studio.url).make({ prompt, size: "256x256" });
    await page.route(pictures, (route) => route.fulfill({ status: 503 }));
    await page.goto(open ?? `/gallery/${images[0]?.id}`);
    const main = page.getByRole("main");
    await expect(main.getByText("The file could not be loaded.")).toBeVisible();
    await page.unroute(pictures);
    await main.getByRole("button", { name: "Try again" }).click();
    await expect(main.getByText("The file could not be loaded.")).toHaveCount(0);
    await expect(main.getByRole("button", { name: "Try again" })).toHaveCount(0);
  });
}
