import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, newGate, press } from "../fixtures/studio-screen.ts";

// Settings of its own are a studio of its own: what waits here holds the whole queue up.
test.use({ engine: "gateway", settings: { ATTEMPTS_IN_FLIGHT: "2" } });

test("waiting: it is canceled, which is free and certain; a reload before it changes nothing", async ({
  page,
  gateway,
}) => {
  const mark = newGate();
  const prompt = `a dipper ${mark} [[fail:429 retry-after=600]]`;
  const card = cardOf(page, prompt);
  const waiting = card.getByText(/Waiting.* · (10:00|9:\d\d)/);
  await page.goto("/");
  await press(page, prompt);
  await expect(waiting).toBeVisible();
  await page.reload();
  await expect(waiting).toBeVisible();
  await card.getByRole("button", { name: "Stop" }).click();

  await expect(page.getByText("Stopped. Nothing was billed.")).toBeVisible();
  await expect(card.getByText("Not billed.")).toBeVisible();
  expect(chargesOf(gateway, mark)).toEqual([]);
});
