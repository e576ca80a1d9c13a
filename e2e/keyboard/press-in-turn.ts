import type { Page } from "playwright/test";

/** Two letters one after the other, however slow this machine is: as the hardware would say when each was pressed. */
export async function pressInTurn(page: Page, ...letters: [string, string]): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  // Seconds since 1970, of whenever: what counts is what lies between them.
  const now = Date.now() / 1_000;
  for (const [place, key] of letters.entries()) {
    const event = { key, code: `Key${key.toUpperCase()}`, timestamp: now + place / 10 };
    await browser.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...event });
    await browser.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }
  await browser.detach();
}
