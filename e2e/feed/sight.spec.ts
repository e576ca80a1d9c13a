import type { Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  imageOf,
  isHitInItsMiddle,
  newGate,
  press,
  waitForFeed,
} from "../fixtures/studio-screen.ts";

const small = { size: "256x256" };

/** How much moves for as long as it is there. */
function movingIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      document
        .getAnimations()
        .filter(
          ({ playState, effect }) =>
            playState === "running" && effect?.getComputedTiming().iterations === Infinity,
        ).length,
  );
}

test("of all stops of Tab one is in the feed, however much it shows", async ({
  page,
  request,
  studio,
}) => {
  const api = createStudioApi(request, studio.url);
  for (let at = 0; at < 3; at += 1) await api.make({ prompt: `a dunlin ${at}`, ...small, n: 4 });
  await page.goto("/");
  await waitForFeed(page);
  await expect(imageOf(page, "a dunlin 2")).toHaveCount(4);

  const feed = page.getByRole("region", { name: "Generations" });
  const stops = await feed.evaluate(async (region) => {
    // What is marked is marked after what came last.
    await new Promise(requestAnimationFrame);
    return [...region.querySelectorAll<HTMLElement>("a, button, summary")].filter(
      (one) => one.tabIndex === 0 && one.checkVisibility() && !one.closest("[popover]"),
    ).length;
  });
  expect(stops).toBe(1);
});

test("how large pictures are is kept for the next visit, which shows them so from the start", async ({
  page,
  request,
  studio,
}) => {
  const prompt = `a knot ${newGate()}`;
  await createStudioApi(request, studio.url).make({ prompt, ...small, n: 4 });
  await page.goto("/");
  const large = page.getByRole("button", { name: "Large", exact: true });
  const widthOf = async () => (await imageOf(page, prompt).first().boundingBox())?.width ?? 0;
  const before = await widthOf();
  await large.click();
  await expect(large).toHaveAttribute("aria-pressed", "true");
  await expect.poll(widthOf).toBeGreaterThan(before);

  const width = await widthOf();
  await page.reload();
  await expect(large).toHaveAttribute("aria-pressed", "true");
  await expect.poll(widthOf).toBe(width);
});

test("what is made tells how long that usually takes, and moves, but for those who want no motion", async ({
  page,
  gateway,
}) => {
  const [before, gate] = [`a plover before ${newGate()}`, newGate()];
  await page.goto("/");
  await press(page, before, { n: 5 });
  await expect(imageOf(page, before)).toHaveCount(5);
  expect(await movingIn(page)).toBe(0);

  await press(page, `a plover ${gate} [[hold:${gate}]]`);
  await gateway.reached(gate);
  const card = cardOf(page, `a plover ${gate}`);
  await expect(card.getByText(/^usually \d+–\d+ s$|^already longer than usual$/)).toBeVisible();
  // The colours of the field drift, and the pill has a ring that turns.
  await expect.poll(() => movingIn(page)).toBeGreaterThan(1);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect.poll(() => movingIn(page)).toBe(0);
  gateway.release(gate);
  await expect(imageOf(page, `a plover ${gate}`)).toBeVisible();
});

test("how long it usually takes is told by all that was made, also where none of it is loaded", async ({
  page,
  request,
  studio,
  gateway,
}) => {
  const [before, gate] = [`a dotterel before ${newGate()}`, newGate()];
  const { generations, remove } = createStudioApi(request, studio.url);
  await page.goto("/");
  await press(page, before, { n: 6 });
  await expect(imageOf(page, before)).toHaveCount(6);
  for (const generation of await generations()) await remove(generation);
  await page.goto("/");
  await press(page, `a dotterel ${gate} [[hold:${gate}]]`);
  await gateway.reached(gate);
  const card = cardOf(page, `a dotterel ${gate}`);
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(card.getByText(/^usually \d+–\d+ s$|^already longer than usual$/)).toBeVisible();
  gateway.release(gate);
});

test("a long prompt is shown whole by a press, beside its picture and where it is written", async ({
  page,
  request,
  studio,
}) => {
  const long = `a turnstone ${newGate()} ${"on a wet and windy beach in the late autumn ".repeat(16)}`;
  await createStudioApi(request, studio.url).make({ prompt: long.trim(), ...small });
  await page.goto("/");
  await waitForFeed(page);
  const card = cardOf(page, long);
  const words = card.getByRole("heading");
  const isCut = () => words.evaluate((one) => one.scrollHeight > one.clientHeight + 1);
  expect(await isCut()).toBe(true);
  await card.getByRole("button", { name: "Show all" }).click();
  await expect.poll(isCut).toBe(false);
  await card.getByRole("button", { name: "Show less" }).click();
  await expect.poll(isCut).toBe(true);

  const prompt = page.getByRole("textbox", { name: "Prompt" });
  const heightOf = async () => (await prompt.boundingBox())?.height ?? 0;
  await page.getByRole("button", { name: "Write at full height" }).click();
  await expect.poll(heightOf).toBeGreaterThan(400);
  await prompt.press("Escape");
  await expect.poll(heightOf).toBeLessThan(120);
});

test("Stop of ten pictures is at hand wherever one looks among them, and nothing lies over it", async ({
  page,
  request,
  studio,
  gateway,
}) => {
  const gate = newGate();
  await createStudioApi(request, studio.url).make({ prompt: "an older avocet", ...small });
  await page.goto("/");
  await page.getByRole("button", { name: "Large", exact: true }).click();
  await press(page, `an avocet ${gate} [[hold:${gate}]]`, { n: 10 });
  await gateway.reached(gate);
  const card = cardOf(page, `an avocet ${gate}`);
  const stop = card.getByRole("button", { name: "Stop" });
  await expect.poll(() => isHitInItsMiddle(stop)).toBe(true);
  await card.getByRole("listitem").nth(2).scrollIntoViewIfNeeded();
  await expect.poll(() => isHitInItsMiddle(stop)).toBe(true);
  gateway.release(gate);
  await expect(imageOf(page, `an avocet ${gate}`)).toHaveCount(10);
});

test("at twice the size nothing is cut off at the side, and what one writes and presses is in sight", async ({
  page,
  request,
  studio,
}) => {
  await createStudioApi(request, studio.url).make({ prompt: "a stint", ...small, n: 4 });
  // 1440 × 900, as a browser that is zoomed to 200 % lays it out.
  await page.setViewportSize({ width: 720, height: 450 });
  for (const address of ["/gallery", "/settings", "/"]) {
    await page.goto(address);
    await expect(page.getByRole("main")).toBeVisible();
    const beyond = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await beyond(), address).toBe(0);
  }
  await page.getByLabel("Prompt").fill("a stint at dusk");
  const generate = page.getByRole("button", { name: /^Generate/ });
  await expect.poll(() => isHitInItsMiddle(generate)).toBe(true);
  await expect.poll(() => isHitInItsMiddle(page.getByLabel("Prompt"))).toBe(true);
});
