import type { APIRequestContext, Locator, Page } from "playwright/test";
import { createStudioApi, endOf, pressed } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, newGate, waitForFeed } from "../fixtures/studio-screen.ts";

/** Makes generations of one picture each, the last of them last, and tells their prompts. */
async function makeMany(request: APIRequestContext, url: string, count: number) {
  const api = createStudioApi(request, url);
  const mark = newGate();
  const prompts = Array.from({ length: count }, (_, at) => `heron ${at} of ${mark}`);
  const { sequence } = await (await request.get(`${url}/api/generations?limit=1`)).json();
  const ids: string[] = [];
  for (const prompt of prompts) {
    ids.push((await pressed(await api.press({ prompt, size: "256x256" }))).id);
  }
  const left = new Map(ids.map((id) => [id, endOf(id)]));
  await api.readEvents(sequence, (event) => {
    for (const [id, isEnd] of left) if (isEnd(event)) left.delete(id);
    return left.size === 0;
  });
  return prompts;
}

const feedOf = (page: Page) => page.getByRole("region", { name: "Generations" });

/** Some thirty screens are scrolled through. */
const often = { intervals: [100] };

/** Scrolls up until a card is there and is seen. Not by the wheel: the browser goes on with that after it was told to be done. */
async function scrollTo(page: Page, card: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await feedOf(page).evaluate((feed) => feed.scrollBy(0, -2000));
      return card.isVisible();
    }, often)
    .toBe(true);
  await card.scrollIntoViewIfNeeded();
}

const topOf = async (card: Locator) => Math.round((await card.boundingBox())?.y ?? Number.NaN);

test("a picture opened from the studio leads back to exactly where one was, by Escape and by Back", async ({
  page,
  request,
  studio,
}) => {
  const prompts = await makeMany(request, studio.url, 25);
  await page.goto("/");
  const card = cardOf(page, `${prompts[1]}`);
  // It comes with the second page of the feed.
  await scrollTo(page, card);
  const before = await topOf(card);
  const picture = card.getByRole("link", { name: `${prompts[1]}` });

  await picture.click();
  await expect(page).toHaveURL(/\/gallery\/./);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/$/);
  await expect(picture).toBeFocused();
  expect(await topOf(card)).toBe(before);

  await picture.click();
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
  await page.goBack();
  await expect(picture).toBeFocused();
  expect(await topOf(card)).toBe(before);
});

test("what comes while one reads further up moves nothing, and a button leads to it", async ({
  page,
  request,
  studio,
}) => {
  const prompts = await makeMany(request, studio.url, 8);
  const api = createStudioApi(request, studio.url);
  await page.goto("/");
  const newest = page.getByRole("button", { name: "Newest" });
  await expect(newest).toHaveCount(0);
  const card = cardOf(page, `${prompts[2]}`);
  await scrollTo(page, card);
  await expect(newest).toBeVisible();
  const before = await topOf(card);

  const arrival = `a bittern that arrives ${newGate()}`;
  await api.make({ prompt: arrival, size: "256x256" });
  const arrived = page.getByRole("button", { name: "1 new" });
  await expect(arrived).toBeVisible();
  expect(await topOf(card)).toBe(before);

  await arrived.click();
  await expect(cardOf(page, arrival)).toBeInViewport();
  await expect(page.getByRole("button", { name: /^Newest$| new$/ })).toHaveCount(0);
});

test("of a long feed only what is near is drawn, and what has the focus", async ({
  page,
  request,
  studio,
}) => {
  const prompts = await makeMany(request, studio.url, 65);
  await page.goto("/");
  const oldest = cardOf(page, `${prompts[0]}`);
  await scrollTo(page, oldest);
  const cards = page.getByRole("article");
  await expect.poll(() => cards.count()).toBeLessThan(50);
  await expect(cardOf(page, `${prompts[30]}`)).toHaveCount(0);

  const focused = oldest.getByRole("link", { name: `${prompts[0]}` });
  await focused.focus();
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 2000);
      return cardOf(page, `${prompts.at(-1)}`).isVisible();
    }, often)
    .toBe(true);
  await expect.poll(() => cards.count()).toBeLessThan(50);
  await expect(focused).toBeFocused();
});

test("what is older is asked for again while one waits for it, when the studio could not be reached", async ({
  page,
  request,
  studio,
}) => {
  const [oldest] = await makeMany(request, studio.url, 22);
  let asked = 0;
  await page.route(/\/api\/generations\?.*before=/, async (route) => {
    asked += 1;
    if (asked === 1) await route.abort("connectionfailed");
    else await route.continue();
  });
  await page.goto("/");
  await waitForFeed(page);
  await expect
    .poll(async () => {
      await feedOf(page).evaluate((feed) => feed.scrollTo(0, -feed.scrollHeight));
      return asked;
    }, often)
    .toBeGreaterThan(0);
  await expect(cardOf(page, `${oldest}`)).toBeVisible();
  expect(asked).toBe(2);
});
