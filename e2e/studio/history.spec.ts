import { findBarriers } from "../fixtures/find-barriers.ts";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  imageOf,
  newGate,
  openDetails,
  openPauses,
  press,
} from "../fixtures/studio-screen.ts";

// A key that waits would hold up the next test as well.
test.afterEach(async ({ request, studio }) => {
  await createStudioApi(request, studio.url).post("/api/pauses/resume", {});
});

test("a generation tells its attempts in words: when, how they ended, and what they cost", async ({
  page,
  gateway,
}) => {
  const mark = newGate();
  const prompt = `a curlew ${mark} [[once:502 charged]] [[usage-never]]`;
  await page.goto("/");
  await press(page, prompt);
  const card = cardOf(page, prompt);
  await openDetails(card);
  await card.getByRole("button", { name: "Retry 1…" }).click();
  await card.getByRole("button", { name: /billed twice/ }).click();
  await expect(imageOf(page, prompt)).toBeVisible();
  await card.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "History" }).click();

  const dialog = page.getByRole("dialog", { name: "History" });
  const first = dialog.getByRole("article", { name: "Picture 1, first try" });
  await expect(first).toContainText(/Outcome unknown, \d.* after it was sent/);
  await expect(first).toContainText("May have been billed");
  const second = dialog.getByRole("article", { name: "Picture 1, second try" });
  await expect(second).toContainText("to try again after the first try");
  await expect(second).toContainText(/Billed .*by the gateway's (word|price list)/);
  const request = gateway.ledger().charges.find((charge) => charge.prompt.includes(mark));
  await expect(first).toContainText(`Request ${request?.requestId}`);
  await expect(first.getByRole("button", { name: "Copy the request id" })).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(card.getByRole("button", { name: "More actions" })).toBeFocused();
});

test("a picture's page leads to the same history", async ({ page }) => {
  const prompt = `a whimbrel ${newGate()}`;
  await page.goto("/");
  await press(page, prompt);
  await imageOf(page, prompt).click();
  await page.getByText("More details").click();
  await page.getByRole("button", { name: "History" }).click();

  const entry = page.getByRole("dialog").getByRole("article", { name: "Picture 1" });
  await expect(entry).toContainText("Put in the queue");
  await expect(entry).toContainText("The picture was saved");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test(`what went wrong, what waits and the history are free of what axe finds, in ${colorScheme} at ${width} pixels`, async ({
      page,
      request,
      studio,
    }) => {
      const api = createStudioApi(request, studio.url);
      const lost = `a dunlin ${newGate()} [[once:502 charged]] [[usage-never]]`;
      await api.make({ prompt: lost, size: "256x256", n: 2 });
      await api.make({ prompt: `a sanderling ${newGate()} [[refused]]`, size: "256x256" });
      await api.make({ prompt: `a stint ${newGate()} [[fail:401]]`, size: "256x256" });
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto("/");
      const menu = cardOf(page, lost).getByRole("button", { name: "More actions" });
      await expect(await openPauses(page)).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);

      await page.keyboard.press("Escape");
      await menu.click();
      await page.getByRole("menuitem", { name: "History" }).click();
      await expect(page.getByRole("dialog", { name: "History" })).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
    });
  }
}
