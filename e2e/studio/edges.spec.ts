import type { Locator, Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, newGate, openDetails } from "../fixtures/studio-screen.ts";

const phone = { width: 390, height: 844 };

/** The left and the right edge, in whole pixels. */
async function edgesOf(place: Locator): Promise<[left: number, right: number]> {
  const box = await place.boundingBox();
  if (!box) throw new Error("It is not drawn.");
  return [Math.round(box.x), Math.round(box.x + box.width)];
}

const pictures = (page: Page) => page.getByRole("button").filter({ has: page.locator("img") });

test("the first run's pictures end where the composer does; on a phone at the window's edges, the words 16 pixels from it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/");
  const [, right] = await edgesOf(page.getByRole("form", { name: "Composer" }));
  expect((await edgesOf(pictures(page).nth(2)))[1]).toBe(right);
  expect((await edgesOf(pictures(page).nth(5)))[1]).toBe(right);

  await page.setViewportSize(phone);
  await page.goto("/");
  expect((await edgesOf(pictures(page).nth(0)))[0]).toBe(0);
  expect((await edgesOf(pictures(page).nth(1)))[1]).toBe(phone.width);
  const title = page.getByRole("heading", { name: "Write a prompt, or start from" });
  expect(await edgesOf(title)).toEqual([16, phone.width - 16]);
});

test("what is set in Settings ends where its rule does, and the accent is there once", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/settings");
  const section = page.getByRole("region", { name: "Gateways" });
  const row = section.getByRole("list", { name: "Gateways" }).getByRole("listitem").first();
  expect((await edgesOf(row))[1]).toBe((await edgesOf(section))[1]);

  const accents = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.background = "var(--accent)";
    const { backgroundColor: accent } = getComputedStyle(probe);
    probe.remove();
    return [...document.querySelectorAll("main *")]
      .filter((element) => getComputedStyle(element).backgroundColor === accent)
      .map((element) => element.textContent);
  });
  expect(accents).toEqual(["Save"]);
});

test("on a phone a problem's details are as far from one edge as from the other", async ({
  page,
  studio,
  request,
}) => {
  const prompt = `a shrike ${newGate()}`;
  await createStudioApi(request, studio.url).make({ prompt: `${prompt} [[refused]]` });
  await page.setViewportSize(phone);
  await page.goto("/");
  const details = await openDetails(cardOf(page, prompt));
  expect(await edgesOf(details)).toEqual([8, phone.width - 8]);
});
