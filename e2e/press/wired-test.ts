import type { Page } from "playwright/test";
import { startWire, type Wire } from "../connection/start-wire.ts";
import { busyTest, expect } from "../fixtures/studio-fixture.ts";
import { cardOf, press, waitForFeed } from "../fixtures/studio-screen.ts";

/** With a wire to the studio that can be cut. */
export const wiredTest = busyTest.extend<{ wire: Wire }>({
  wire: async ({ studio }, use) => {
    const wire = await startWire(studio.url);
    await use(wire);
    await wire.close();
  },
});

export const kept = "The studio does not answer. Kept here; it is sent when the studio is back.";

export const isPress = (url: URL) => url.pathname === "/api/batches";

/** Opens the studio, takes it away, and presses. */
export async function pressWithoutStudio(page: Page, wire: Wire, prompt: string): Promise<void> {
  await page.goto(wire.url);
  await page.getByLabel("Prompt").focus();
  await waitForFeed(page);
  await page.waitForLoadState("networkidle");
  await wire.cut();
  await press(page, prompt);
  await expect(cardOf(page, prompt).getByText("The studio does not answer.")).toBeVisible();
}
