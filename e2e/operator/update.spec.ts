import { rm } from "node:fs/promises";
import { expect, test } from "../fixtures/studio-fixture.ts";
import {
  chargesOf,
  imageOf,
  newGate,
  press,
  waitForFeed,
  writeDraft,
} from "../fixtures/studio-screen.ts";
import { copyAsNewBuild } from "./copy-as-new-build.ts";

test.use({ engine: "gateway", settings: { ATTEMPTS_IN_FLIGHT: "3", SHUTDOWN_SECONDS: "30" } });

test("pages of the old build outlive an update: parts, presses and screens come, and no draft is lost", async ({
  page,
  browser,
  watch,
  openTab,
  studio,
  gateway,
}) => {
  const newRoot = await copyAsNewBuild();
  const [draft, prompt] = ["a draft from before the update", `a plover ${newGate()}`];
  // Another browser: it has none of the old build's files from another tab.
  const presser = await browser.newPage({ baseURL: studio.url });
  await watch(presser);
  const walker = await openTab();
  for (const tab of [page, presser, walker]) {
    await tab.goto("/");
    await waitForFeed(tab);
    if (tab === page) await writeDraft(page, draft);
    else await tab.waitForLoadState("networkidle");
  }
  const [reloaded, presserReloaded] = [page, presser].map((tab) => tab.waitForEvent("load"));
  await studio.stop();
  await studio.start(newRoot);

  // A part that the old page had not loaded yet.
  const size = page.getByRole("button", { name: /^Shape/ });
  await size.click();
  await reloaded;
  await expect(page.getByLabel("Prompt")).toHaveValue(draft);
  // Had it reloaded before the click, its menu is open by now.
  await page.keyboard.press("Escape");
  await size.click();
  await expect(page.getByRole("radio", { name: "Auto" })).toBeAttached();

  // The part that checks a press.
  await presser.getByLabel("Prompt").focus();
  await presserReloaded;
  await press(presser, prompt);
  await expect(imageOf(presser, prompt)).toBeVisible();
  expect(chargesOf(gateway, prompt)).toHaveLength(1);

  // Another screen.
  await walker.getByRole("link", { name: "Gallery" }).click();
  // In the gallery itself: the studio, which is left, shows the picture, too.
  const gallery = walker.getByRole("grid", { name: "Pictures" });
  await expect(gallery.getByAltText(prompt)).toBeVisible();

  await presser.context().close();
  await studio.restart();
  await rm(newRoot, { recursive: true });
});
