import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, newGate, openPauses, press } from "../fixtures/studio-screen.ts";

test.use({ settings: { DISK_FREE_MB_MIN: "10000000" } });

test("a disk without room holds everything up, and says how much is missing", async ({ page }) => {
  const prompt = `a barn ${newGate()}`;
  await page.goto("/");
  await press(page, prompt);

  const notice = await openPauses(page);
  await expect(notice).toContainText("The disk is nearly full · 1 picture waits");
  await expect(notice).toContainText("below 10,000,000 MB");
  await expect(notice.getByRole("button")).toHaveCount(0);
  await expect(cardOf(page, prompt)).toContainText("Waiting: the disk is nearly full");
});
