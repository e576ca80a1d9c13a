import type { Locator, Page } from "playwright/test";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import {
  chargesOf,
  holdCode,
  imageOf,
  newGate,
  openWithoutScripts,
} from "../fixtures/studio-screen.ts";
import { makePicture, namesIn } from "../references/make-picture.ts";

const picker = "Add reference pictures";
const prompt = (page: Page) => page.getByLabel("Prompt");
const generate = (page: Page) => page.getByRole("button", { name: /^Generate/ });
const count = (page: Page, n: string) =>
  page.getByRole("group", { name: "Count" }).getByText(n, { exact: true });

async function openSettingsWithoutScripts(page: Page) {
  const letScriptsCome = await holdCode(page, () => true);
  await page.goto("/settings", { waitUntil: "domcontentloaded" });
  return letScriptsCome;
}

test("a picture that was picked before the page is alive is in the tray once it is, and no press goes without it", async ({
  page,
  gateway,
}) => {
  const name = `an early jay ${newGate()}`;
  const letScriptsCome = await openWithoutScripts(page);
  await page.getByLabel(picker).setInputFiles(await makePicture("red.png", "red"));
  await prompt(page).pressSequentially(name);
  await page.keyboard.press("Control+Enter");
  await letScriptsCome();

  await expect.poll(() => namesIn(page)).toEqual(["red.png"]);
  await expect(generate(page)).toHaveAccessibleName(/\$/);
  await generate(page).click();
  await expect(imageOf(page, name)).toBeVisible();
  const charges = chargesOf(gateway, name);
  expect(charges.map((charge) => charge.references.length)).toEqual([1]);
});

test("a count that was chosen before the page is alive is what an early press makes", async ({
  page,
}) => {
  const name = `an early lark ${newGate()}`;
  const letScriptsCome = await openWithoutScripts(page);
  await count(page, "4").click();
  await prompt(page).pressSequentially(name);
  await page.keyboard.press("Control+Enter");
  await letScriptsCome();

  await expect(page.getByRole("button", { name: "Generate 4" })).toBeVisible();
  await expect(imageOf(page, name)).toHaveCount(4);
});

test("a count that was typed before the page is alive is known once it is, and gives way to the next choice", async ({
  page,
}) => {
  const letScriptsCome = await openWithoutScripts(page);
  const field = page.getByRole("textbox", { name: "Count" });
  await field.pressSequentially("3");
  await prompt(page).pressSequentially("an early linnet");
  await letScriptsCome();

  await expect(page.getByRole("button", { name: "Generate 3" })).toBeVisible();
  await expect(field).toHaveValue("3");
  await count(page, "2").click();
  await expect(page.getByRole("button", { name: "Generate 2" })).toBeVisible();
  await expect(field).toHaveValue("");
});

test("what was pressed before the page is alive is made as it stood then: nothing but the prompt can be changed after it", async ({
  page,
}) => {
  const name = `an early pipit ${newGate()}`;
  const letScriptsCome = await openWithoutScripts(page);
  await prompt(page).pressSequentially(name);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("radio", { name: "4" })).toBeDisabled();
  await expect(page.getByLabel(picker)).toBeDisabled();
  await letScriptsCome();

  await expect(imageOf(page, name)).toHaveCount(1);
  await count(page, "4").click();
  await expect(page.getByRole("button", { name: "Generate 4" })).toBeVisible();
  await expect(page.getByLabel(picker)).toBeEnabled();
});

test("a press of what a reload would lose is forgotten by it, rather than made without that", async ({
  page,
  gateway,
}) => {
  const [lost, next] = [`a lost jay ${newGate()}`, `a next jay ${newGate()}`];
  const letScriptsCome = await openWithoutScripts(page);
  await page.getByLabel(picker).setInputFiles(await makePicture("red.png", "red"));
  await prompt(page).pressSequentially(lost);
  await page.keyboard.press("Control+Enter");
  await page.reload({ waitUntil: "domcontentloaded" });
  await letScriptsCome();

  await prompt(page).fill(next);
  await generate(page).click();
  await expect(imageOf(page, next)).toBeVisible();
  expect(chargesOf(gateway, lost)).toEqual([]);
});

test("what is written in Settings before they are alive is known once they are", async ({
  page,
}) => {
  const letScriptsCome = await openSettingsWithoutScripts(page);
  await page.getByLabel("Pictures at once").fill("7");
  await letScriptsCome();

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Pictures at once")).toHaveValue("7");
});

test("a switch that was turned in Settings before they are alive is turned once they are", async ({
  page,
}) => {
  const use = page.getByRole("switch", { name: "Use Painter" });
  const changed = () => page.waitForResponse((one) => one.request().method() === "PATCH");
  const letScriptsCome = await openSettingsWithoutScripts(page);
  await expect(use).toBeChecked();
  const turnedOff = changed();
  await use.click();
  await letScriptsCome();
  await turnedOff;
  await expect(use).not.toBeChecked();
  await page.reload();
  await expect(use).not.toBeChecked();

  const turnedOn = changed();
  await use.click();
  await turnedOn;
  await expect(use).toBeChecked();
});

test("a file that is dropped before the page can take it is not opened in the studio's place", async ({
  page,
}) => {
  await openWithoutScripts(page);
  const isLeftToBrowser = (on: Locator, type: "text/plain" | "Files") =>
    on.evaluate((element, what) => {
      const dataTransfer = new DataTransfer();
      if (what === "Files") dataTransfer.items.add(new File(["red"], "red.png"));
      else dataTransfer.setData(what, "red");
      const event = { dataTransfer, bubbles: true, cancelable: true };
      return ["dragover", "drop"].map((name) => element.dispatchEvent(new DragEvent(name, event)));
    }, type);
  expect(await isLeftToBrowser(page.getByRole("main"), "Files")).toEqual([false, false]);
  // A text into the prompt, and a file onto what picks files, the browser puts there by itself.
  expect(await isLeftToBrowser(prompt(page), "text/plain")).toEqual([true, true]);
  expect(await isLeftToBrowser(page.getByLabel(picker), "Files")).toEqual([true, true]);
});
