import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page } from "playwright/test";
import type { FakeGateway } from "./fake-gateway/start-fake-gateway.ts";

/** Writes a prompt and presses Generate, for one picture unless more are asked for. */
export async function press(page: Page, prompt: string, { n = 1 } = {}): Promise<void> {
  await page.getByLabel("Prompt").fill(prompt);
  await page.getByRole("textbox", { name: "Images" }).fill(String(n));
  await page.getByRole("button", { name: `Generate ${n} ·` }).click();
}

/**
 * Presses a button that came with the page, once the page listens to it: React marks it then. The code of a card or a
 * notice comes a moment after the page, and a press before that is lost. A person reads for longer.
 */
export async function pressOnceItListens(button: Locator): Promise<void> {
  const listens = () =>
    button.evaluate((element) =>
      Object.keys(element).some((key) => key.startsWith("__reactProps")),
    );
  await expect.poll(listens).toBe(true);
  await button.click();
}

/** The card of a prompt, which is known by its first words. */
export function cardOf(page: Page, prompt: string): Locator {
  return page.getByRole("article", { name: prompt.slice(0, 60) });
}

/** The picture that a prompt became. */
export function pictureOf(page: Page, prompt: string): Locator {
  return cardOf(page, prompt).getByRole("link").getByRole("img");
}

/** A name that no other test has, for a gate and for the prompt that waits at it. */
export function newGate(): string {
  return randomUUID().slice(0, 8);
}

/** What was charged for the prompts that name a mark. */
export function chargesOf(gateway: FakeGateway, mark: string) {
  return gateway.ledger().charges.filter((charge) => charge.prompt.includes(mark));
}
