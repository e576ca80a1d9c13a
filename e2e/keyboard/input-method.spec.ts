import type { Locator } from "playwright/test";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { field, open, palette } from "./open-palette.ts";

/** A key that belongs to an input method, as Safari tells of the one that ends it: with nothing but its old number. */
const compose = (target: Locator, key: string, modifiers: { ctrlKey?: boolean } = {}) =>
  target.evaluate(
    (element, init) =>
      element.dispatchEvent(
        new KeyboardEvent("keydown", { bubbles: true, cancelable: true, keyCode: 229, ...init }),
      ),
    { key, ...modifiers },
  );

test("a key of an input method chooses a letter, and nothing of the studio's", async ({
  page,
  gateway,
}) => {
  const before = gateway.ledger().charges.length;
  await page.goto("/");
  await open(page);
  await page.keyboard.type("settings");
  await expect(palette(page).getByRole("option").first()).toBeVisible();
  for (const key of ["Enter", "Escape", "ArrowDown"])
    expect(await compose(field(page), key)).toBe(true);
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press("Escape");

  const prompt = page.getByRole("textbox", { name: "Prompt" });
  await prompt.fill("狐");
  expect(await compose(prompt, "Enter", { ctrlKey: true })).toBe(true);
  expect(await compose(prompt, "k", { ctrlKey: true })).toBe(true);
  await expect(palette(page)).toBeHidden();
  await page.getByRole("button", { name: "Write at full height" }).click();
  await compose(prompt, "Escape");
  await expect(page.getByRole("button", { name: "Write at full height" })).toHaveAttribute(
    "aria-expanded",
    "true",
  );
  await prompt.press("Escape");

  const model = page.getByRole("button", { name: /^Model:/ });
  const chosen = (await model.getAttribute("aria-label")) ?? "";
  await model.click();
  const search = page.getByRole("combobox", { name: "Search models" });
  await search.fill("seed");
  await expect(page.getByRole("option", { name: /Seedream/ }).first()).toBeVisible();
  expect(await compose(search, "Enter")).toBe(true);
  await expect(search).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(model).toHaveAccessibleName(chosen);

  const count = page.getByRole("textbox", { name: "Count" });
  await count.fill("3");
  expect(await compose(count, "Enter")).toBe(true);
  await expect(count).toHaveValue("3");
  expect(gateway.ledger().charges).toHaveLength(before);
});
