import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";

test("without any pointer the field that finds a model has the focus, as nothing else leads there", async ({
  playwright,
  launchOptions,
  studio,
  watch,
}) => {
  // The last of several counts, and Playwright gives a mouse to each browser that nobody sees.
  const noPointer =
    "--blink-settings=primaryPointerType=1,availablePointerTypes=1,primaryHoverType=1,availableHoverTypes=1";
  const args = [...(launchOptions.args ?? []), noPointer];
  const browser = await playwright.chromium.launch({ ...launchOptions, args });
  const page = await browser.newPage({ baseURL: studio.url });
  await watch(page);
  await page.goto("/");
  expect(await page.evaluate(() => matchMedia("(any-pointer: none)").matches)).toBe(true);

  await page
    .getByRole("button", { name: /^Model:/ })
    .filter({ visible: true })
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Search models" })).toBeFocused();
  await browser.close();
});
