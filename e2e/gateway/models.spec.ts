import type { Page } from "playwright/test";
import { findBarriers } from "../fixtures/find-barriers.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, openDetails, press } from "../fixtures/studio-screen.ts";
import { type Listed, openWith } from "./open-with-models.ts";

test.use({ settings: { MESHAPI_BASE_URL: "" } });
// They change one studio's gateway: one after the other.
test.describe.configure({ mode: "serial" });

const picker = (page: Page) =>
  page.getByRole("button", { name: /^Model:/ }).filter({ visible: true });
const search = (page: Page) => page.getByRole("combobox", { name: "Search models" });

/** Not those of the native selects beside it. */
const offered = (page: Page) => page.getByRole("listbox", { name: "Models" });

const many: Listed[] = Array.from({ length: 5_000 }, (_, index) => ({
  id: `acme/image-model-${index}`,
  name: `Image Model ${index}`,
  provider: index % 2 === 0 ? "Acme" : "Umbrella",
  pricing: { image_output_usd_per_image: "0.02" },
}));

test("one of 5,000 models is found by the keyboard alone, with its price", async ({
  page,
  studio,
  request,
}) => {
  const gateway = await openWith({ page, request }, studio.url, many);
  await picker(page).focus();
  await page.keyboard.press("Enter");
  await expect(search(page)).toBeFocused();
  await expect(page.getByText("4,900 more: go on typing.")).toBeVisible();
  // And the painter.
  expect(await offered(page).getByRole("option").count()).toBe(101);

  await page.keyboard.type("umbrella 4321");
  await expect(offered(page).getByRole("option")).toHaveCount(2);
  await expect(offered(page).getByRole("option").first()).toContainText("Image Model 4321");
  await expect(offered(page).getByRole("option").first()).toContainText("$0.02");
  const active = await search(page).getAttribute("aria-activedescendant");
  expect(active).toBe(await offered(page).getByRole("option").first().getAttribute("id"));

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(search(page)).toBeHidden();
  await expect(picker(page)).toHaveAccessibleName(/^Model: Image Model 4321, /);
  await expect(picker(page)).toBeFocused();

  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(search(page)).toBeHidden();
  await expect(picker(page)).toBeFocused();
  gateway.close();
});

test("a list without image models shows all of it, and a name that it lacks is typed, asked for and remembered", async ({
  page,
  studio,
  request,
}) => {
  const gateway = await openWith({ page, request }, studio.url, [
    { id: "MiniMax-M2" },
    { id: "gpt-4o" },
  ]);
  await picker(page).click();
  await expect(offered(page).getByRole("option")).toHaveCount(3);

  await search(page).fill("MiniMax-image-01");
  await offered(page).getByRole("option", { name: "Use “MiniMax-image-01”" }).click();
  await expect(picker(page)).toHaveAccessibleName("Model: MiniMax-image-01, price unknown");
  await press(page, "a fox by a named model");
  const details = await openDetails(cardOf(page, "a fox by a named model"));
  await expect(details).toContainText("Not today.");
  expect(gateway.asked).toEqual([expect.objectContaining({ model: "MiniMax-image-01" })]);

  await page.reload();
  await expect(picker(page)).toHaveAccessibleName("Model: MiniMax-image-01, price unknown");
  await picker(page).click();
  await offered(page).getByRole("option", { name: "gpt-4o" }).click();
  await picker(page).click();
  await expect(page.getByRole("group", { name: /Typed before$/ })).toContainText(
    "MiniMax-image-01",
  );
  gateway.close();
});

test("where there is no list at all a name is typed, or the gateway is left to choose", async ({
  page,
  studio,
  request,
}) => {
  const gateway = await openWith({ page, request }, studio.url, null);
  await expect(picker(page)).toHaveAccessibleName("Model: Default model, price unknown");
  await picker(page).click();
  await search(page).fill("sd-turbo");
  await page.keyboard.press("Enter");
  await expect(picker(page)).toHaveAccessibleName("Model: sd-turbo, price unknown");

  await picker(page).click();
  await offered(page).getByRole("option", { name: "Default model" }).click();
  await expect(picker(page)).toHaveAccessibleName("Model: Default model, price unknown");
  gateway.close();
});

test("long ids, and ids with spaces and slashes, are offered, fit and are asked for as they are", async ({
  page,
  studio,
  request,
}) => {
  const strange = [
    { id: `acme/${"very-long-image-model-name-".repeat(12).slice(0, 307)}` },
    { id: "acme/flux image, two words", name: "" },
    { id: "@cf/black-forest-labs/flux-1-schnell", name: "Flux/1 “schnell” <b>" },
    { id: "@cf/black-forest-labs/flux-1-schnell", name: "Flux/1 “schnell” <b>" },
  ];
  const gateway = await openWith({ page, request }, studio.url, strange);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    if (width === 390) await page.getByRole("button", { name: /^Settings/ }).click();
    await picker(page).click();
    await expect(offered(page).getByRole("option")).toHaveCount(4);
    const list = await offered(page).boundingBox();
    for (const option of await offered(page).getByRole("option").all()) {
      const box = await option.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(
        (list?.x ?? 0) + (list?.width ?? 0),
      );
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.keyboard.press("Escape");
  }

  await page.setViewportSize({ width: 1440, height: 844 });
  await page.goto("/");
  await picker(page).click();
  await offered(page).getByRole("option", { name: "two words" }).click();
  await press(page, "a fox by two words");
  const details = await openDetails(cardOf(page, "a fox by two words"));
  await expect(details).toContainText("Not today.");
  expect(gateway.asked).toEqual([expect.objectContaining({ model: "acme/flux image, two words" })]);
  gateway.close();
});

test("the picker has no barriers, light and dark", async ({ page, studio, request }) => {
  const gateway = await openWith({ page, request }, studio.url, many.slice(0, 30));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto("/");
    await picker(page).click();
    await expect(search(page)).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
  }
  gateway.close();
});
