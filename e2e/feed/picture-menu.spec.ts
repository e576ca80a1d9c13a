import type { Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, newGate, waitForFeed } from "../fixtures/studio-screen.ts";
import { findSmallTargets } from "../phone/find-small-targets.ts";
import { phone } from "../phone/phone.ts";

type Api = ReturnType<typeof createStudioApi>;

async function makeCard(api: Api, n = 1): Promise<string> {
  const prompt = `a knot ${newGate()}`;
  await api.make({ prompt, size: "256x256", n });
  return prompt;
}

const pictureOf = (page: Page, prompt: string) =>
  cardOf(page, prompt).getByRole("link", { name: prompt });

async function deleteCard(page: Page, prompt: string): Promise<void> {
  await cardOf(page, prompt).getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
}

test("the focus of a deleted card goes to the next, to the one before, and to the prompt", async ({
  page,
  request,
  studio,
}) => {
  const api = createStudioApi(request, studio.url);
  const [first, second, third] = [await makeCard(api), await makeCard(api), await makeCard(api)];
  await page.goto("/");
  await waitForFeed(page);

  await deleteCard(page, second);
  await expect(pictureOf(page, third)).toBeFocused();
  await deleteCard(page, third);
  await expect(pictureOf(page, first)).toBeFocused();
  await deleteCard(page, first);
  await expect(page.getByLabel("Prompt")).toBeFocused();
});

test("whoever deletes the last picture on its page comes back to what is left of the feed", async ({
  page,
  request,
  studio,
}) => {
  const prompt = await makeCard(createStudioApi(request, studio.url));
  await page.goto("/");
  await waitForFeed(page);
  await pictureOf(page, prompt).click();
  await page.getByRole("button", { name: "Delete" }).click();

  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByLabel("Prompt")).toBeFocused();
});

test("one picture of several has a link to copy, and goes alone", async ({
  page,
  context,
  request,
  studio,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const prompt = await makeCard(createStudioApi(request, studio.url), 2);
  await page.goto("/");
  await waitForFeed(page);
  const card = cardOf(page, prompt);
  const [first, second] = [pictureOf(page, prompt).first(), pictureOf(page, prompt).last()];
  const address = await first.getAttribute("href");
  await first.hover();
  await card.getByRole("button", { name: "Picture actions" }).click();
  await page.getByRole("menuitem", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied")).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${studio.url}${address}`);

  const left = await second.getAttribute("href");
  await card.getByRole("button", { name: "Picture actions" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(pictureOf(page, prompt)).toHaveCount(1);
  await expect(page.locator(":focus")).toHaveAttribute("href", `${left}`);
});

test.describe("by a finger", () => {
  test.use(phone);

  test("one picture of several is a favourite, a reference, a file, or gone", async ({
    page,
    request,
    studio,
  }) => {
    const prompt = await makeCard(createStudioApi(request, studio.url), 2);
    await page.goto("/");
    const menus = cardOf(page, prompt).getByRole("button", { name: "Picture actions" });
    await expect(menus).toHaveCount(2);
    expect(await findSmallTargets(page)).toEqual([]);
    const choose = async (name: string) => {
      await menus.first().tap();
      await page.getByRole("menuitem", { name }).tap();
    };

    await choose("Add to favourites");
    await expect(page.getByText("Added to favourites")).toBeAttached();
    const download = page.waitForEvent("download");
    await choose("Download the original");
    await download;
    await choose("Remove from favourites");
    await choose("Delete");
    await expect(menus).toHaveCount(1);
    await choose("Use as reference");
    await page.getByLabel("Prompt").tap();
    const tray = page.getByRole("list", { name: "References" });
    await expect(tray.getByRole("listitem")).toHaveCount(1);
  });
});
