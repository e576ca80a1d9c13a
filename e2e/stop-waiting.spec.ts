import { expect, test } from "./studio-fixture.ts";
import { cardOf, chargesOf, newGate, pictureOf, press } from "./studio-screen.ts";

// Settings that no other file has are a studio of its own: what waits here holds the whole queue up.
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

test("sent: a double click on Stop is one press, and hangs up on nothing", async ({
  page,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `a dunlin ${gate} [[hold:${gate}]]`;
  const card = cardOf(page, prompt);
  await page.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  await card.getByRole("button", { name: "Stop" }).dblclick();
  await expect(card.getByRole("button", { name: "Hang up" })).toBeVisible();
  gateway.release(gate);

  await expect(pictureOf(page, prompt)).toBeVisible();
  expect(chargesOf(gateway, gate)).toMatchObject([{ state: "delivered" }]);
});
