import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { imageOf, newGate, press } from "../fixtures/studio-screen.ts";

const prompt = (page: Page) => page.getByLabel("Prompt");
const count = (page: Page) => page.getByRole("textbox", { name: "Count" });
const generate = (page: Page) => page.getByRole("button", { name: /^Generate/ });

/** Opens one of the composer's panels, by the beginning of its button's name. */
const open = (page: Page, name: RegExp) => page.getByRole("button", { name }).click();

/** Every press that leaves the page. */
function watchPresses(page: Page): () => number {
  let presses = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/batches")) presses += 1;
  });
  return () => presses;
}

test("a count may be empty, takes what is typed, and is checked when it is left", async ({
  page,
}) => {
  await page.goto("/");
  await prompt(page).fill("a heron");
  await count(page).click();
  await page.keyboard.type("3");
  await expect(generate(page)).toHaveAccessibleName(/^Generate 3 /);
  await page.keyboard.press("Backspace");
  await expect(count(page)).toHaveValue("");
  await page.keyboard.type("5");
  await expect(generate(page)).toHaveAccessibleName(/^Generate 5 /);
  await page.keyboard.type("0");
  await expect(count(page)).toHaveValue("50");
  await page.keyboard.press("Tab");
  await expect(generate(page)).toHaveAccessibleName(/^Generate 10 /);
  await expect(page.getByText("Count 50 → 10, the nearest that is taken.")).toBeVisible();

  await page.getByRole("group", { name: "Count" }).getByText("4").click();
  await expect(generate(page)).toHaveAccessibleName(/^Generate 4 /);
  await expect(count(page)).toHaveValue("");
});

test("no panel is animated: a WebKit of 2025 would try its places for ever, and hang", async ({
  page,
}) => {
  await page.goto("/");
  for (const name of [/^Model/, /^Shape/, /^Settings/]) {
    await open(page, name);
    const panel = page.getByRole("dialog", { name });
    await expect(panel).toBeVisible();
    const animation = await panel.evaluate((element) => getComputedStyle(element).animationName);
    expect(animation).toBe("none");
    await page.keyboard.press("Escape");
  }
});

test("Enter in a count, a seed or a side commits it, and never generates", async ({ page }) => {
  const presses = watchPresses(page);
  await page.goto("/");
  await prompt(page).fill("a bittern");
  await count(page).fill("3");
  await page.keyboard.press("Enter");
  await expect(generate(page)).toHaveAccessibleName(/^Generate 3 /);

  await open(page, /^Settings/);
  await page.getByRole("textbox", { name: "Seed" }).fill("3000000000");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Seed" })).toHaveValue("2147483647");
  await page.keyboard.press("Escape");

  await open(page, /^Shape/);
  await page.getByRole("textbox", { name: "Width" }).fill("512");
  await page.getByRole("textbox", { name: "Height" }).fill("256");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Shape: 2:1, 512 × 256" })).toBeVisible();
  expect(presses()).toBe(0);
});

test("a side of the size is cleared and typed anew, and what no model takes becomes the nearest", async ({
  page,
}) => {
  await page.goto("/");
  await open(page, /^Shape/);
  await page.getByRole("group", { name: "Shape" }).getByText("3:2", { exact: true }).click();
  const width = page.getByRole("textbox", { name: "Width" });
  await expect(width).toHaveValue("1536");
  await width.fill("");
  await width.pressSequentially("900");
  await page.getByRole("textbox", { name: "Height" }).fill("9000");
  await expect(page.getByText("Becomes 900 × 4096, the nearest this model takes.")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(width).toHaveValue("900");
  await expect(page.getByRole("textbox", { name: "Height" })).toHaveValue("4096");
});

test("the keys that generate take the number that is being typed with them", async ({ page }) => {
  const name = `a coot ${newGate()}`;
  await page.goto("/");
  await press(page, name);
  await expect(imageOf(page, name)).toBeVisible();
  // Not made: ten pictures would take their time beside the tests that follow.
  const error = { code: "invalid_request", message: "Not today." };
  await page.route("**/api/batches", (route) => route.fulfill({ status: 422, json: { error } }));
  const asked = page.waitForRequest("**/api/batches");
  await count(page).fill("12");
  await page.keyboard.press("Control+Enter");
  expect((await asked).postData()).toContain('"n":10');
});

test("what the settings' button says is what differs from the default, and it goes back", async ({
  page,
}) => {
  await page.goto("/");
  await open(page, /^Settings/);
  const quality = page.getByRole("group", { name: "Quality" });
  await expect(quality.getByRole("radio", { name: "Auto" })).toBeChecked();
  await quality.getByText("High").click();
  await page.getByRole("group", { name: "Format" }).getByText("WebP").click();
  await expect(page.getByRole("button", { name: "Settings: High · WebP" })).toBeVisible();
  await page.getByRole("button", { name: "Back to default" }).click();
  await expect(page.getByRole("button", { name: "Settings", exact: true })).toBeVisible();
});

test("a prompt near the longest that is taken is counted, and a longer one says why it cannot be sent", async ({
  page,
}) => {
  const presses = watchPresses(page);
  await page.goto("/");
  await expect(generate(page)).toBeDisabled();
  await expect(generate(page)).toHaveAccessibleName("Generate 1 Write a prompt first");

  await prompt(page).fill("x".repeat(31_240));
  await expect(page.getByText("31,240 of 32,000 characters")).toBeVisible();
  await expect(generate(page)).toBeEnabled();
  await prompt(page).fill("x".repeat(32_800));
  await expect(generate(page)).toHaveAccessibleName("Generate 1 800 characters too long");
  await page.keyboard.press("Control+Enter");
  await expect(generate(page)).toBeDisabled();
  expect(presses()).toBe(0);
});

test("on a phone it is one line until it is touched, and then stands where the tabs were", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  const form = page.getByRole("form", { name: "Composer" });
  const tabs = page.getByRole("navigation", { name: "Screens" });
  const settings = page.getByRole("button", { name: /^Settings/ });
  const heightOf = async () => (await form.boundingBox())?.height ?? 0;
  expect(await heightOf()).toBe(56);
  for (const button of [settings, generate(page)]) {
    const box = await button.boundingBox();
    expect([box?.width, box?.height]).toEqual([44, 44]);
  }
  await expect(generate(page)).toHaveAccessibleName("Generate 1 Write a prompt first");

  const name = `a dipper ${newGate()}`;
  await prompt(page).fill(name);
  await expect(tabs).toBeHidden();
  expect(await heightOf()).toBeGreaterThan(100);
  await settings.click();
  const sheet = page.getByRole("dialog", { name: "Settings" });
  await sheet.getByText("2:3", { exact: true }).click();
  await sheet.getByRole("textbox", { name: "Count" }).fill("3");
  await sheet.getByRole("button", { name: "Done" }).click();
  await expect(settings).toHaveAccessibleName("Settings: Painter · 2:3");
  await expect(generate(page)).toHaveAccessibleName("Generate 3 free");
  await generate(page).click();
  await expect(imageOf(page, name)).toHaveCount(3);
  await expect(tabs).toBeVisible();
  expect(await heightOf()).toBe(56);
});
