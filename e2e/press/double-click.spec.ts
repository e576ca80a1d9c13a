import type { Page } from "playwright/test";
import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, imageOf, newGate } from "../fixtures/studio-screen.ts";

const generate = (page: Page) => page.getByRole("button", { name: /^Generate/ });
const said = "That was a double click: one press counts.";

/** As the hardware would say it: how many clicks in a row, and when. */
async function click(page: Page, times: readonly number[]): Promise<void> {
  const { x = 0, y = 0, width = 0, height = 0 } = (await generate(page).boundingBox()) ?? {};
  const at = { x: x + width / 2, y: y + height / 2 };
  await page.mouse.move(at.x, at.y);
  const browser = await page.context().newCDPSession(page);
  // Seconds since 1970, of whenever: what counts is what lies between them.
  const now = Date.now() / 1_000;
  for (const [place, milliseconds] of times.entries()) {
    const event = { ...at, button: "left" as const, clickCount: place + 1 };
    const timestamp = now + milliseconds / 1_000;
    await browser.send("Input.dispatchMouseEvent", { type: "mousePressed", timestamp, ...event });
    await browser.send("Input.dispatchMouseEvent", { type: "mouseReleased", timestamp, ...event });
  }
}

async function write(page: Page, prompt: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Prompt").fill(prompt);
}

test("a double click is one press, which is said, and the second is made if it was meant", async ({
  page,
  gateway,
}) => {
  const prompt = `a double dove ${newGate()}`;
  await write(page, prompt);
  await click(page, [0, 120]);
  await expect(page.getByText(said)).toBeVisible();
  await expect.poll(() => chargesOf(gateway, prompt)).toHaveLength(1);

  await click(page, [2_000, 2_120]);
  await expect(page.getByText(`${said} (2)`)).toBeVisible();
  await expect(cardOf(page, prompt)).toHaveCount(2);
  await page.getByRole("button", { name: "Make it too" }).click();
  // Not all of them are in sight.
  await expect.poll(() => chargesOf(gateway, prompt)).toHaveLength(4);
});

test("five presses of one prompt, each of them meant, are five", async ({ page, gateway }) => {
  const prompt = `five doves ${newGate()}`;
  await write(page, prompt);
  await click(page, [0, 350, 700, 1_050, 1_400]);

  await expect.poll(() => chargesOf(gateway, prompt)).toHaveLength(5);
  await expect(page.getByText(said)).toHaveCount(0);
});

test("a key that is held presses once, in the prompt and on the button", async ({
  page,
  gateway,
}) => {
  const [first, second] = [`a held dove ${newGate()}`, `another dove ${newGate()}`];
  await write(page, first);
  const hold = async (keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.down(key);
    // The browser says of each but the first that it repeats.
    const last = keys.at(-1) ?? "";
    for (let repeat = 0; repeat < 20; repeat++) await page.keyboard.down(last);
    for (const key of keys) await page.keyboard.up(key);
  };
  await page.getByLabel("Prompt").focus();
  await hold(["Control", "Enter"]);
  await expect(imageOf(page, first)).toBeVisible();
  // There was no second press that had to be swallowed.
  expect(await page.getByText(said).count()).toBe(0);

  await page.getByLabel("Prompt").fill(second);
  await generate(page).focus();
  await hold(["Enter"]);
  await expect(imageOf(page, second)).toBeVisible();
  expect(await page.getByText(said).count()).toBe(0);
  for (const prompt of [first, second]) {
    await expect(cardOf(page, prompt)).toHaveCount(1);
    expect(chargesOf(gateway, prompt)).toHaveLength(1);
  }
});
