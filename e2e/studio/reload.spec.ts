import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, imageOf, newGate, press } from "../fixtures/studio-screen.ts";

const presses = (url: URL) => url.pathname === "/api/batches";

test("a reload before the press has left makes one generation, under the same key", async ({
  page,
  gateway,
}) => {
  const prompt = `a heron ${newGate()}`;
  const keys: (string | undefined)[] = [];
  const left = Promise.withResolvers<void>();
  await page.route(presses, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    keys.push(route.request().headers()["idempotency-key"]);
    if (keys.length > 1) return route.continue();
    left.resolve();
  });
  await page.goto("/");
  await press(page, prompt);
  // After some seconds without an answer it is said to be kept.
  await expect(
    cardOf(page, prompt)
      .getByText(/Sending|Kept here/)
      .first(),
  ).toBeVisible();
  await left.promise;
  await page.reload();

  await expect(page.getByLabel("Prompt")).toHaveValue(prompt);
  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(cardOf(page, prompt)).toHaveCount(1);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("a reload between the press and its answer makes one generation", async ({
  page,
  gateway,
}) => {
  const prompt = `a bittern ${newGate()}`;
  const statuses: number[] = [];
  const filed = Promise.withResolvers<void>();
  await page.route(presses, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const response = await route.fetch();
    statuses.push(response.status());
    if (statuses.length > 1) return route.fulfill({ response });
    filed.resolve();
  });
  await page.goto("/");
  await press(page, prompt);
  await filed.promise;
  await page.reload();

  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(cardOf(page, prompt)).toHaveCount(1);
  await expect.poll(() => statuses).toEqual([202, 200]);
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("a reload in each state on the way shows where it is, and sends nothing", async ({
  page,
  gateway,
}) => {
  const [queue, gate] = [newGate(), newGate()];
  const prompt = `a fox ${gate} [[partials:1]] [[hold:head-${gate}]] [[hold-picture:body-${gate}]] [[hold-file:${gate}]]`;
  const card = cardOf(page, prompt);
  const reloadAndSee = async (text: RegExp) => {
    await page.reload();
    await expect(card.getByText(text)).toBeVisible();
  };
  await page.goto("/");
  await press(page, `a queue [[hold:${queue}]]`, { n: 3 });
  await press(page, prompt);
  await expect(card.getByText(/Next/)).toBeVisible();

  await reloadAndSee(/Next/);
  gateway.release(queue);
  await gateway.reached(`head-${gate}`);
  await reloadAndSee(/Making/);
  gateway.release(`head-${gate}`);
  await gateway.reached(`body-${gate}`);
  await reloadAndSee(/Making/);
  gateway.release(`body-${gate}`);
  await gateway.reached(gate);
  await reloadAndSee(/Saving/);
  gateway.release(gate);

  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(card).toHaveCount(1);
  expect(chargesOf(gateway, gate)).toHaveLength(1);
});

test("a reload shows the latest partial picture again", async ({ page, gateway }) => {
  const gate = newGate();
  const prompt = `a finch ${gate} [[openai]] [[partials:2]] [[hold-picture:${gate}]]`;
  const partial = () =>
    page.waitForResponse((response) => response.url().includes("/partial?") && response.ok());
  await page.goto("/");
  const first = partial();
  await press(page, prompt);
  await first;
  await gateway.reached(gate);
  const again = partial();
  await page.reload();
  await again;
  gateway.release(gate);

  await expect(imageOf(page, prompt)).toBeVisible();
});

test("a reload disarms the second press of an unknown outcome, and sends nothing", async ({
  page,
  gateway,
}) => {
  const prompt = `a grebe ${newGate()} [[once:502 charged]]`;
  const card = cardOf(page, prompt);
  await page.goto("/");
  await press(page, prompt);
  await card.getByRole("button", { name: "Retry 1…" }).click();
  const armed = card.getByRole("button", { name: "Retry 1, though it may be billed twice" });
  await expect(armed).toBeVisible();
  await page.reload();

  await expect(card.getByText(/outcome unknown/i)).toBeVisible();
  await expect(card.getByRole("button", { name: "Retry 1…" })).toBeVisible();
  await expect(armed).toHaveCount(0);
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});

test("a tab that is closed in mid-flight loses nothing: another has its picture, and the draft", async ({
  page,
  openTab,
  studio,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `an egret ${gate} [[hold:${gate}]]`;
  await page.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  await page.getByLabel("Prompt").fill("the next thought");
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
  gateway.release(gate);

  const later = await openTab();
  await later.goto("/");
  await expect(imageOf(later, prompt)).toBeVisible();
  await expect(later.getByLabel("Prompt")).toHaveValue("the next thought");
  const href = await cardOf(later, prompt).getByRole("link").getAttribute("href");
  const image = await later.request.get(
    `${studio.url}/api/images/${href?.split("/").at(-1)}/original`,
  );
  expect(image.status()).toBe(200);
  expect(chargesOf(gateway, gate)).toHaveLength(1);
});
