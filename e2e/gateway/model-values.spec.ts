import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { newGate, press } from "../fixtures/studio-screen.ts";
import { openWith } from "./open-with-models.ts";

test.use({ settings: { MESHAPI_BASE_URL: "" } });
// They change one studio's gateway: one after the other.
test.describe.configure({ mode: "serial" });

const listed = [
  { id: "openai/gpt-image-2", name: "GPT Image 2" },
  { id: "openai/dall-e-3", name: "DALL·E 3" },
  { id: "vertex/imagen-4", name: "Imagen 4" },
  { id: "bytedance/seedream-4", name: "Seedream 4" },
];

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^Model:/ }).click();
  await page.getByRole("listbox", { name: "Models" }).getByRole("option", { name }).first().click();
}

test("what a model does not take of a choice is not offered, is named when it is dropped, and comes back", async ({
  page,
  studio,
  request,
}) => {
  const gateway = await openWith({ page, request }, studio.url, listed);
  const settings = page.getByRole("button", { name: /^Settings/ });
  const qualities = page.getByRole("group", { name: "Quality" }).getByRole("radio");
  await choose(page, "GPT Image 2");
  await settings.click();
  await expect(qualities).toHaveCount(4);
  await page.getByRole("group", { name: "Quality" }).getByText("High").click();
  await page.keyboard.press("Escape");

  await choose(page, "DALL·E 3");
  await expect(page.getByText("Quality High is not offered.")).toBeVisible();
  await expect(settings).toHaveAccessibleName("Settings");
  await settings.click();
  await expect(page.getByRole("radio", { name: "HD" })).toBeVisible();
  await expect(qualities).toHaveCount(3);
  await page.keyboard.press("Escape");
  const mark = newGate();
  await press(page, `a fox ${mark}`);
  await expect.poll(() => gateway.asked.length).toBe(1);
  expect(gateway.asked[0]).not.toHaveProperty("quality");

  await choose(page, "GPT Image 2");
  await expect(settings).toHaveAccessibleName("Settings: High");
  gateway.close();
});

test("where a model takes its shape by a name, Shape is where it is set, and nothing else", async ({
  page,
  studio,
  request,
}) => {
  const gateway = await openWith({ page, request }, studio.url, listed);
  const shape = page.getByRole("button", { name: /^Shape/ });
  await choose(page, "GPT Image 2");
  await shape.click();
  await page.getByRole("group", { name: "Shape" }).getByText("3:2", { exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(shape).toHaveAccessibleName("Shape: 3:2, 1536 × 1024");

  await choose(page, "Imagen 4");
  await expect(page.getByText("Size 1536 × 1024 → 4:3.")).toBeVisible();
  await expect(shape).toHaveAccessibleName("Shape: 4:3");
  await shape.click();
  await page.getByRole("group", { name: "Shape" }).getByText("16:9", { exact: true }).click();
  await page.getByRole("group", { name: "Resolution" }).getByText("2K").click();
  await page.keyboard.press("Escape");
  await expect(shape).toHaveAccessibleName("Shape: 16:9, 2K");
  await page.getByRole("button", { name: /^Settings/ }).click();
  await expect(page.getByLabel("Seed")).toBeVisible();
  await expect(page.getByLabel("Aspect ratio")).toHaveCount(0);
  await expect(page.getByLabel("Resolution")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await press(page, `a fox ${newGate()}`);
  await expect.poll(() => gateway.asked.length).toBe(1);
  expect(gateway.asked[0]).toMatchObject({ aspect_ratio: "16:9", resolution: "2K" });
  expect(gateway.asked[0]).not.toHaveProperty("size");

  await choose(page, "Seedream 4");
  await expect(shape).toHaveAccessibleName("Shape: 16:9, 1792 × 1008");
  gateway.close();
});

test("how near a prompt is to its limit goes by the model", async ({ page, studio, request }) => {
  const gateway = await openWith({ page, request }, studio.url, listed);
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  await choose(page, "GPT Image 2");
  await prompt.fill("a".repeat(4_001));
  await expect(page.getByRole("button", { name: /^Generate/ })).toBeEnabled();
  await choose(page, "DALL·E 3");
  await expect(page.getByRole("button", { name: "1 character too long" })).toBeDisabled();
  await prompt.fill("a".repeat(3_700));
  await expect(page.getByText("3,700 of 4,000 characters")).toBeVisible();
  gateway.close();
});
