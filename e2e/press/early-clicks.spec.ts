import { expect, test } from "../fixtures/studio-fixture.ts";
import { openWithoutFeedCode, openWithoutScripts, waitForFeed } from "../fixtures/studio-screen.ts";

// A studio of their own, in which nothing was ever made.
test.use({ settings: { SHUTDOWN_SECONDS: "29" } });

for (const [name, open] of [
  ["page that is not yet alive", openWithoutScripts],
  ["page whose feed is not yet alive", openWithoutFeedCode],
] as const) {
  test(`a click on an example of a ${name} is made once it is`, async ({ page }) => {
    const letCodeCome = await open(page);
    await page.getByRole("button", { name: "Mountains at dawn, flat poster" }).click();
    await letCodeCome();
    await expect(page.getByLabel("Prompt")).toHaveValue("Mountains at dawn, flat poster");
    await expect(page.getByLabel("Prompt")).toBeFocused();
  });
}

test("of several clicks before the page is alive the last one is made, and nothing of the others", async ({
  page,
}) => {
  const letCodeCome = await openWithoutScripts(page);
  await page.getByRole("button", { name: "Mountains at dawn, flat poster" }).click();
  await page.getByRole("button", { name: "A fox in a snowy forest, watercolor" }).click();
  await letCodeCome();
  await expect(page.getByLabel("Prompt")).toHaveValue("A fox in a snowy forest, watercolor");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByLabel("Prompt")).toHaveValue("");
});

test("who writes after a click before the page is alive has gone on: nothing replaces what is written", async ({
  page,
}) => {
  const letCodeCome = await openWithoutScripts(page);
  await page.getByRole("button", { name: "Mountains at dawn, flat poster" }).click();
  await page.getByLabel("Prompt").fill("a quiet harbour");
  await letCodeCome();
  await expect(page.getByRole("button", { name: "Generate 1" })).toBeEnabled();
  await waitForFeed(page);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(page.getByLabel("Prompt")).toHaveValue("a quiet harbour");
});

test("a panel that is asked for before the page is alive opens once it is, and not before, when it would be empty", async ({
  page,
}) => {
  const letCodeCome = await openWithoutScripts(page);
  const button = page.getByRole("button", { name: /^Model:/ }).filter({ visible: true });
  await button.click();
  await expect(button).toHaveAttribute("aria-busy", "true");
  await expect(page.getByRole("dialog", { name: "Model" })).toHaveCount(0);
  await letCodeCome();
  await expect(page.getByRole("listbox", { name: "Models" })).toBeVisible();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await expect(button).not.toHaveAttribute("aria-busy");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox", { name: "Models" })).toHaveCount(0);
});

test("a click for which React wakes its button is not made a second time", async ({ page }) => {
  await page.goto("/");
  const clicks = await page.evaluate(async () => {
    const button = Object.assign(document.createElement("button"), { type: "button" });
    document.body.append(button);
    let count = 0;
    button.addEventListener("click", () => {
      count += 1;
    });
    const wake = () => Object.assign(button, { __reactProps$test: {} });
    document.addEventListener("click", wake, { capture: true, once: true });
    button.click();
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return count;
  });
  expect(clicks).toBe(1);
});
