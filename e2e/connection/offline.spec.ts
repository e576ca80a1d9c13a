import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, imageOf, newGate, press } from "../fixtures/studio-screen.ts";

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
  await expect(cardOf(page, prompt).getByText("Sending")).toBeVisible();
  await context.setOffline(false);

  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(cardOf(page, prompt)).toHaveCount(1);
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("without a network for long, the prompt is kept, the screen says so, and the next press is the same one", async ({
  page,
  context,
  gateway,
}) => {
  const [first, prompt] = [`a gull ${newGate()}`, `a gannet ${newGate()}`];
  const keys = new Set<string | undefined>();
  await page.goto("/");
  await press(page, first);
  await expect(imageOf(page, first)).toBeVisible();
  await context.setOffline(true);
  page.on("request", (request) => {
    if (request.method() === "POST") keys.add(request.headers()["idempotency-key"]);
  });
  await press(page, prompt);

  // The presser gives up after a quarter of a minute.
  await expect(page.getByText(/server was not reached. Press again/)).toBeVisible();
  await expect(page.getByLabel("Prompt")).toHaveValue(prompt);
  await expect(cardOf(page, prompt)).toHaveCount(0);
  await context.setOffline(false);
  await page.getByRole("button", { name: /^Generate/ }).click();
  await expect(imageOf(page, prompt)).toBeVisible();
  expect(keys.size).toBe(1);
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("a page that lost its network before all of it had come stays whole, and says what it cannot do", async ({
  page,
  context,
  gateway,
}) => {
  const prompt = `a dunlin ${newGate()}`;
  const sizes = page.getByRole("radio", { name: "Auto" });
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await press(page, prompt);
  await expect(page.getByText(/server was not reached. Press again/)).toBeVisible();
  await page.getByRole("button", { name: /^Shape/ }).click();
  await expect(page.getByLabel("Prompt")).toHaveValue(prompt);
  await expect(sizes).toHaveCount(0);

  await context.setOffline(false);
  await expect(sizes).toBeAttached();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Generate/ }).click();
  await expect(imageOf(page, prompt)).toBeVisible();
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});
