import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  chargesOf,
  imageOf,
  newGate,
  press,
  waitForFeed,
} from "../fixtures/studio-screen.ts";

test("a press without a network is sent by itself when it is back, once", async ({
  page,
  context,
  gateway,
}) => {
  const [first, prompt] = [`a gull ${newGate()}`, `a tern ${newGate()}`];
  await page.goto("/");
  await press(page, first);
  await expect(imageOf(page, first)).toBeVisible();
  await context.setOffline(true);
  const failed = page.waitForEvent("requestfailed", (request) => request.method() === "POST");
  await press(page, prompt);
  await failed;
  await expect(cardOf(page, prompt).getByText("Kept here", { exact: true })).toBeVisible();
  await context.setOffline(false);

  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(cardOf(page, prompt)).toHaveCount(1);
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("without a network for long, what was pressed waits, each press for itself, and all are made when it is back", async ({
  page,
  context,
  gateway,
}) => {
  const [first, prompt] = [`a gull ${newGate()}`, `a gannet ${newGate()}`];
  const [again, kept] = [`a second gannet ${newGate()}`, /Kept here/];
  await page.goto("/");
  await press(page, first);
  await expect(imageOf(page, first)).toBeVisible();
  await context.setOffline(true);
  await press(page, prompt);
  await expect(cardOf(page, prompt).getByText(kept).first()).toBeVisible();
  await expect(page.getByLabel("Prompt")).toHaveValue(prompt);
  await press(page, again);
  await expect(cardOf(page, again).getByText(kept).first()).toBeVisible();
  await context.setOffline(false);

  for (const one of [prompt, again]) {
    await expect(imageOf(page, one)).toBeVisible();
    await expect(cardOf(page, one)).toHaveCount(1);
    expect(chargesOf(gateway, one)).toHaveLength(1);
  }
});

test("a page that lost its network before all of it had come stays whole, and keeps what was pressed", async ({
  page,
  context,
  gateway,
}) => {
  const prompt = `a dunlin ${newGate()}`;
  const sizes = page.getByRole("radio", { name: "Auto" });
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await waitForFeed(page);
  await context.setOffline(true);
  await press(page, prompt);
  await expect(
    cardOf(page, prompt)
      .getByText(/Kept here/)
      .first(),
  ).toBeVisible();
  await page.getByRole("button", { name: /^Shape/ }).click();
  await expect(page.getByLabel("Prompt")).toHaveValue(prompt);
  await expect(sizes).toHaveCount(0);

  await context.setOffline(false);
  await expect(sizes).toBeAttached();
  await expect(imageOf(page, prompt)).toBeVisible();
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});
