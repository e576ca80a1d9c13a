import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  expectKept,
  imageOf,
  newGate,
  openWithoutScripts,
  press,
  writeDraft,
} from "../fixtures/studio-screen.ts";

const prompt = (page: Page) => page.getByLabel("Prompt");
const generate = (page: Page) => page.getByRole("button", { name: /^Generate/ });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" });
const replaced = (page: Page) => page.getByText("Prompt replaced.");

test("what is typed before the page is ready is kept, and the old draft is one undo away", async ({
  page,
}) => {
  await page.goto("/");
  await writeDraft(page, "an old thought");
  const letScriptsCome = await openWithoutScripts(page);
  await prompt(page).pressSequentially("new");
  await letScriptsCome();

  await expect(replaced(page)).toBeVisible();
  await expect(prompt(page)).toHaveValue("new");
  await undo(page).click();
  await expect(prompt(page)).toHaveValue("an old thought");
});

test("what is typed the moment the page comes alive is kept", async ({ page }) => {
  await page.addInitScript(() => {
    const type = () => {
      if (document.documentElement.dataset["alive"] === undefined) return;
      wakes.disconnect();
      const [field] = document.getElementsByName("prompt");
      field?.focus();
      document.execCommand("insertText", false, "a lightning thought");
    };
    // It is told before anything else that the page has yet to do.
    const wakes = new MutationObserver(type);
    document.addEventListener("readystatechange", () =>
      wakes.observe(document.documentElement, { attributeFilter: ["data-alive"] }),
    );
  });
  await page.goto("/");
  await expect(prompt(page)).toHaveValue("a lightning thought");
  await expectKept(page, "a lightning thought");
});

test("on a phone, who writes before the page is ready sees the whole composer once it is", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const letScriptsCome = await openWithoutScripts(page);
  await prompt(page).pressSequentially("new");
  await letScriptsCome();
  await expect(page.getByRole("navigation", { name: "Screens" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Add reference pictures" })).toBeVisible();
});

for (const how of ["the keys", "a click"]) {
  test(`a press by ${how} before the page is ready is kept, and made once`, async ({ page }) => {
    const name = `an early swift ${newGate()}`;
    const letScriptsCome = await openWithoutScripts(page);
    await expect(generate(page)).toBeDisabled();
    await prompt(page).pressSequentially(name);
    await expect(generate(page)).toBeEnabled();
    await expect(page.getByText("Write a prompt first")).toBeHidden();
    if (how === "a click") await generate(page).click();
    else await page.keyboard.press("Control+Enter");
    await letScriptsCome();

    await expect(imageOf(page, name)).toBeVisible();
    await expect(cardOf(page, name)).toHaveCount(1);
    await page.reload();
    await expect(imageOf(page, name)).toBeVisible();
    await expect(cardOf(page, name)).toHaveCount(1);
  });
}

test("what is pressed before the page is ready is what was written then, whatever is written after it", async ({
  page,
}) => {
  const [pressed, next] = [`an early owl ${newGate()}`, `the next thought ${newGate()}`];
  const letScriptsCome = await openWithoutScripts(page);
  await prompt(page).pressSequentially(pressed);
  for (let press = 0; press < 3; press++) await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Kept until ready")).toBeVisible();
  await prompt(page).fill(next);
  await expect(page.getByText("Kept until ready")).toBeHidden();
  await letScriptsCome();

  await expect(page.getByText(/Pressed 3 times .* counts once/)).toBeVisible();
  await expect(imageOf(page, pressed)).toBeVisible();
  await expect(cardOf(page, pressed)).toHaveCount(1);
  await expect(prompt(page)).toHaveValue(next);
  await expect(cardOf(page, next)).toHaveCount(0);
});

test("a press before the page is ready outlives a reload of that page, and is made once", async ({
  page,
}) => {
  const name = `a reloaded owl ${newGate()}`;
  await openWithoutScripts(page);
  await prompt(page).pressSequentially(name);
  await generate(page).click();
  await page.unroute("**/_next/static/**/*.js");
  await page.reload();

  await expect(imageOf(page, name)).toBeVisible();
  await page.reload();
  await expect(imageOf(page, name)).toBeVisible();
  await expect(cardOf(page, name)).toHaveCount(1);
});

test("Remix over a prompt that was not sent says so, and gives it back", async ({ page }) => {
  const name = `a remixed rail ${newGate()}`;
  const remix = async () => {
    await cardOf(page, name).getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: /Remix/ }).click();
    await expect(prompt(page)).toHaveValue(name);
  };
  await page.goto("/");
  await press(page, name);
  await expect(imageOf(page, name)).toBeVisible();
  await prompt(page).fill("a thought that is nowhere else");
  await remix();
  await expect(replaced(page)).toBeVisible();
  await undo(page).click();
  await expect(prompt(page)).toHaveValue("a thought that is nowhere else");

  await prompt(page).fill(name);
  await remix();
  await expect(replaced(page)).toHaveCount(0);
});
