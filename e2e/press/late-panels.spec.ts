import type { Page } from "playwright/test";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { holdCode, waitForFeed } from "../fixtures/studio-screen.ts";

/** What opens, what stands in it in the end, and what its code alone says. */
const panels = [
  { button: /^Model:/, name: "Model", inside: "Models", code: "models.found" },
  { button: /^Shape:/, name: "Shape", inside: "Shape", code: "minmax(3.25rem,1fr)" },
  { button: /^Settings/, name: "Settings", inside: "Quality", code: "composer.reset" },
  { button: "Queue", name: "Queue", inside: "Nothing is being made", code: "drawer.empty" },
] as const;

for (const { button, name, inside, code } of panels) {
  test(`the panel of ${name} holds its rows' places until its code has come, and is never empty`, async ({
    page,
  }) => {
    const letCodeCome = await openWithout(page, code);
    await page.getByRole("button", { name: button }).filter({ visible: true }).click();
    const panel = page.getByRole("dialog", { name });
    const places = panel.locator("[data-slot=skeleton]");
    await expect(places.first()).toBeVisible();
    const filled = panel
      .getByRole("listbox", { name: inside })
      .or(panel.getByRole("group", { name: inside }))
      .or(panel.getByText(inside));
    await expect(filled).toHaveCount(0);
    await letCodeCome();

    await expect(filled.first()).toBeVisible();
    await expect(places).toHaveCount(0);
  });
}

async function openWithout(page: Page, held: string) {
  const letCodeCome = await holdCode(page, (code) => code.includes(held));
  await page.goto("/");
  await waitForFeed(page);
  return letCodeCome;
}
