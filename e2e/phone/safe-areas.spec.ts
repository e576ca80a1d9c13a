import { expect, test } from "../fixtures/studio-fixture.ts";
import { phone } from "./phone.ts";

test.use(phone);

test("what can be pressed keeps clear of a phone's notch and of its home bar", async ({ page }) => {
  const browser = await page.context().newCDPSession(page);
  const insets = { top: 47, bottom: 34 };
  await browser.send("Emulation.setSafeAreaInsetsOverride", { insets });
  await page.goto("/");
  const tabs = page.getByRole("navigation").getByRole("link");
  const footOf = (place: { y: number; height: number } | null) =>
    (place?.y ?? 0) + (place?.height ?? 0);
  await expect(tabs.first()).toBeVisible();
  for (const tab of await tabs.all()) {
    expect(footOf(await tab.boundingBox())).toBeLessThanOrEqual(844 - insets.bottom);
  }
  await page.getByRole("button", { name: /^Settings/ }).tap();
  const done = page.getByRole("dialog", { name: "Settings" }).getByText("More").last();
  await expect(done).toBeVisible();
  await done.scrollIntoViewIfNeeded();
  expect(footOf(await done.boundingBox())).toBeLessThanOrEqual(844 - insets.bottom);
});
