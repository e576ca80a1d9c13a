import type { GenerationView } from "#lib/contract/generation-view.ts";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";

const prompt = "a watercolor of a fox in a snowy forest";

test("a prompt becomes a picture, which is in the gallery after a restart", async ({
  page,
  studio,
}) => {
  await page.goto("/");
  await page.getByLabel("Prompt").fill(prompt);
  await page.getByRole("button", { name: /^Generate/ }).click();

  const card = page.getByRole("article", { name: prompt });
  await expect(card.getByRole("img", { name: prompt })).toBeVisible();
  await expect(page.getByLabel("Prompt")).toHaveValue(prompt);
  await studio.restart();
  await page.goto("/gallery");
  const tile = page.getByRole("img", { name: prompt });
  await expect(tile).toHaveCount(1);
  await expect
    .poll(() => tile.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
});

test("it is run again, and run again with other settings, each with its source on record", async ({
  page,
  request,
  studio,
}) => {
  await createStudioApi(request, studio.url).make({ prompt });
  await page.goto("/");
  const cards = page.getByRole("article", { name: prompt });
  await cards.first().getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: /Run again/ }).click();
  await expect(cards).toHaveCount(2);
  await expect(cards.nth(1).getByRole("img", { name: prompt })).toBeVisible();

  await cards.first().getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: /Remix/ }).click();
  await expect(page.getByLabel("Prompt")).toHaveValue(prompt);
  await page.getByLabel("Prompt").fill("an oil painting of a fox at sunset");
  await page.getByRole("button", { name: /^Generate/ }).click();
  const remix = page.getByRole("article", { name: "an oil painting of a fox at sunset" });
  await expect(remix.getByRole("img", { name: /oil painting/ })).toBeVisible();

  const { generations } = await (await request.get(`${studio.url}/api/generations`)).json();
  const made: GenerationView[] = generations;
  const first = made.filter((generation) => generation.prompt === prompt).at(-1);
  const later = made.filter((generation) => generation.sourceGenerationId === first?.id);
  expect(later.map((generation) => generation.prompt)).toEqual([
    "an oil painting of a fox at sunset",
    prompt,
  ]);
});

test("the same press with the keyboard, on a phone's width, in light and dark", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto("/");
    await page.getByLabel("Prompt").fill(`a ${colorScheme} owl`);
    await page.keyboard.press("Control+Enter");
    const card = page.getByRole("article", { name: `a ${colorScheme} owl` });
    await expect(card.getByRole("img", { name: `a ${colorScheme} owl` })).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }
});

test("a draft survives a reload", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Prompt").fill("a half-written thought");
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .toContain("a half-written thought");
  await page.reload();
  await expect(page.getByLabel("Prompt")).toHaveValue("a half-written thought");
});
