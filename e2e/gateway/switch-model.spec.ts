import type { Page } from "playwright/test";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";

async function choose(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("button", { name: /^Model:/ }).click();
  await page.getByRole("listbox", { name: "Models" }).getByRole("option", { name }).first().click();
}

test("what another model cannot do is named, and comes back with the one that can", async ({
  page,
}) => {
  await page.goto("/");
  const shape = page.getByRole("button", { name: /^Shape/ });
  const settings = page.getByRole("button", { name: /^Settings/ });
  await choose(page, /GPT Image 2/);
  await shape.click();
  await page.getByRole("group", { name: "Shape" }).getByText("16:9", { exact: true }).click();
  await page.keyboard.press("Escape");
  await settings.click();
  await page.getByRole("group", { name: "Quality" }).getByText("High").click();
  await page.getByRole("group", { name: "Format" }).getByText("WebP").click();
  await page.keyboard.press("Escape");

  await choose(page, /Imagen/);
  await expect(
    page.getByText("Quality High is not offered. Format WebP is not offered."),
  ).toBeVisible();
  await expect(settings).toHaveAccessibleName("Settings");
  // It takes the shape by its name, and no size.
  await expect(shape).toHaveAccessibleName("Shape: 16:9");
  await choose(page, /GPT Image 1 Mini/);
  await expect(page.getByText("Size 1920 × 1088 → 1536 × 1024.")).toBeVisible();
  await expect(settings).toHaveAccessibleName("Settings: High · WebP");
  await choose(page, /GPT Image 2/);
  await expect(shape).toHaveAccessibleName("Shape: 16:9, 1920 × 1088");

  await choose(page, /GPT Image 1 Mini/);
  await expect(shape).toHaveAccessibleName("Shape: 3:2, 1536 × 1024");
  await page.getByRole("button", { name: "Switch back" }).click();
  await expect(page.getByRole("button", { name: /^Model: GPT Image 2/ })).toBeVisible();
  await expect(shape).toHaveAccessibleName("Shape: 16:9, 1920 × 1088");
  await expect(page.getByRole("button", { name: "Switch back" })).toHaveCount(0);
});
