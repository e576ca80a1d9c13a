import type { Page } from "playwright/test";
import { findBarriers } from "../fixtures/find-barriers.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { chargesOf, imageOf, newGate } from "../fixtures/studio-screen.ts";
import { makePicture, namesIn } from "./make-picture.ts";

const prompt = (page: Page) => page.getByLabel("Prompt");
const list = (page: Page) => page.getByRole("listbox", { name: "References to name" });
const options = (page: Page) => list(page).getByRole("option");

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  const files = [await makePicture("coat.png", "teal"), await makePicture("sea.png", "navy")];
  await page.getByLabel("Add reference pictures").setInputFiles(files);
  await expect.poll(() => namesIn(page)).toEqual(["coat.png", "sea.png"]);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
});

test("@ in the prompt names a reference in words, by the keys, and that is what is sent", async ({
  page,
  gateway,
}) => {
  const mark = newGate();
  await prompt(page).pressSequentially(`a fox ${mark} in @`);
  await expect(options(page)).toHaveText([/^image 1/, /^image 2/]);
  await expect(prompt(page)).toBeFocused();
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await expect(options(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(list(page)).toBeHidden();
  await expect(prompt(page)).toHaveValue(`a fox ${mark} in image 1 `);

  await prompt(page).pressSequentially("by @se");
  await expect(options(page)).toHaveText([/^image 2/]);
  await page.keyboard.press("Tab");
  const written = `a fox ${mark} in image 1 by image 2`;
  await expect(prompt(page)).toHaveValue(`${written} `);
  await expect(prompt(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(imageOf(page, written)).toBeVisible();
  const [charge] = chargesOf(gateway, mark);
  expect(charge?.prompt.trim()).toBe(written);
  expect(charge?.references).toHaveLength(2);
});

test("Escape leaves the @ as it was written, a press chooses, and undo takes it back", async ({
  page,
}) => {
  await prompt(page).pressSequentially("@");
  await expect(options(page)).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(prompt(page)).toHaveValue("@");

  await prompt(page).pressSequentially("2");
  await options(page).click();
  await expect(prompt(page)).toHaveValue("image 2 ");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(prompt(page)).toHaveValue(/^@2?$/);
});

test("no picture that is not sent is named, and an address of mail opens nothing", async ({
  page,
}) => {
  await prompt(page).pressSequentially("a sign that says me@sea.example, and a ");
  await expect(list(page)).toBeHidden();
  await page
    .getByRole("button", { name: /^Model:/ })
    .filter({ visible: true })
    .click();
  await page
    .getByRole("option", { name: /^Imagen 3/ })
    .first()
    .click();
  await expect(page.getByText("Imagen 3 takes no references")).toBeVisible();
  await prompt(page).pressSequentially("@");
  await expect(list(page)).toBeHidden();
});
