import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { findSmallTargets } from "./find-small-targets.ts";
import { phone } from "./phone.ts";

// A studio of its own: nothing was made there.
test.use({ ...phone, settings: {} });

test("on every screen and sheet of a phone, what can be pressed is at least 44 pixels wide and high", async ({
  page,
  request,
  studio,
}) => {
  const found: Record<string, string[]> = {};
  const look = async (where: string) => {
    found[where] = await findSmallTargets(page);
  };
  await page.goto("/");
  await expect(page.getByRole("heading", { name: /Write a prompt/ })).toBeVisible();
  await look("the first run");

  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt: "a harbour", size: "256x256", n: 2 });
  await api.make({ prompt: "a harbour that was refused", size: "256x256" });
  for (const address of [
    "/",
    "/gallery",
    `/gallery/${images[0]?.id}`,
    "/settings",
    "/offline",
    "/no",
  ]) {
    await page.goto(address);
    await page.waitForLoadState("networkidle");
    await look(address);
  }

  await page.goto("/");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "More" })).toBeVisible();
  await look("More");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Queue" }).click();
  await expect(page.getByRole("dialog", { name: "Queue" })).toBeVisible();
  await look("Queue");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Settings/ }).click();
  await expect(page.getByRole("dialog", { name: "Settings" })).toBeVisible();
  await look("the composer's settings");
  await page.keyboard.press("Escape");
  await page.getByLabel("Prompt").fill("a harbour");
  await look("the composer in use");

  expect(Object.entries(found).filter(([, small]) => small.length > 0)).toEqual([]);
});

test("the bars of a phone together take less than a quarter of its height, and the composer is one line until it is touched", async ({
  page,
}) => {
  await page.goto("/");
  const composer = page.getByRole("form", { name: "Composer" });
  const tabs = page.getByRole("navigation", { name: "Screens" });
  const heightOf = async (bar: typeof tabs) => (await bar.boundingBox())?.height ?? 0;
  const top = await page.getByRole("main").evaluate((main) => {
    const probe = main.appendChild(document.createElement("i"));
    probe.style.cssText = "display: block; height: var(--top-height)";
    const { height } = probe.getBoundingClientRect();
    probe.remove();
    return height;
  });
  const folded = await heightOf(composer);
  expect(top + folded + (await heightOf(tabs))).toBeLessThan(phone.viewport.height / 4);
  expect(folded).toBeLessThan(64);

  await page.waitForLoadState("networkidle");
  await page.getByLabel("Prompt").tap();
  await expect.poll(() => heightOf(composer)).toBeGreaterThan(folded);
});

test("the composer stands above a keyboard that lies over the page, as Safari's does", async ({
  page,
}) => {
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Prompt").tap();
  await page.evaluate(() => {
    Object.defineProperty(visualViewport, "height", {
      value: innerHeight - 336,
      configurable: true,
    });
  });

  const bottom = async () => {
    // Whenever the page begins to listen, it is told.
    await page.evaluate(() => visualViewport?.dispatchEvent(new Event("resize")));
    const box = await page.getByRole("form", { name: "Composer" }).boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  await expect.poll(bottom).toBeLessThanOrEqual(phone.viewport.height - 336);
  await expect.poll(bottom).toBeGreaterThan(phone.viewport.height - 336 - 24);
});
