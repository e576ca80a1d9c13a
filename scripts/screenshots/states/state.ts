import type { Page } from "playwright";
import type { Scene } from "../open-scene.ts";

/** What a picture is taken of. */
export interface State {
  /** Of its files. */
  name: string;
  /** Brings the studio there, from the state before. */
  prepare?: (scene: Scene) => Promise<void>;
  place?: string;
  act?: (page: Page, screen: { isPhone: boolean; scene: Scene }) => Promise<void>;
}

export const landscape = "1536x1024";
export const portrait = "1024x1536";
export const square = "1024x1024";

/** Writes into the composer. */
export function write(page: Page, prompt: string): Promise<void> {
  return page.getByLabel("Prompt").fill(prompt);
}

/** Opens the composer's settings: a panel, or a phone's sheet. */
export async function openSheet(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Settings/ }).click();
  await page
    .getByRole("dialog", { name: /^Settings/ })
    .getByText("Quality")
    .first()
    .waitFor();
}

/** Opens the queue, from its pill or its tab. */
export async function openQueue(page: Page, part: RegExp): Promise<void> {
  await page
    .getByRole("button", { name: /^Queue|making|paused|queued|failed/ })
    .first()
    .click();
  await page.getByRole("dialog", { name: "Queue" }).getByText(part).first().waitFor();
}
