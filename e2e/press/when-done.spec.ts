import type { Page } from "playwright/test";
import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import { newGate, press } from "../fixtures/studio-screen.ts";
import { look } from "./look.ts";

declare global {
  interface Window {
    told: string[];
    notes: number;
    /** Answers what the browser asks about messages. */
    allow: () => void;
  }
}

/** Notes what the page has the system say and play. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.told = [];
    window.notes = 0;
    // This browser has no screen to show them on, and refuses: the system's part is played here.
    const granted = "test.granted";
    Object.defineProperty(window, "Notification", {
      value: class {
        static get permission() {
          return localStorage.getItem(granted) ?? "default";
        }
        static async requestPermission() {
          localStorage.setItem(granted, "granted");
          return "granted";
        }
        constructor(_title: string, options?: NotificationOptions) {
          window.told.push(options?.body ?? "");
        }
      },
    });
    window.OscillatorNode = class extends OscillatorNode {
      override start(when?: number) {
        window.notes += 1;
        super.start(when);
      }
    };
  });
}

test("sound and message are off until they are turned on, and then say once what ended", async ({
  page,
  gateway,
}) => {
  const [first, second] = [newGate(), newGate()];
  await listen(page);
  await page.goto("/");
  await press(page, `a quiet owl [[hold:${first}]]`);
  await gateway.reached(first);
  await look(page, "hidden");
  gateway.release(first);
  await expect(page).toHaveTitle("(1) Atelier");
  await look(page, "visible");

  await page.getByRole("link", { name: "Settings", exact: true }).click();
  const done = page.getByRole("region", { name: "When pictures are done" });
  await done.getByRole("switch", { name: "Play a sound" }).check();
  await done.getByRole("switch", { name: "Show a message" }).check();
  // So that one knows what to listen for.
  await expect.poll(() => page.evaluate(() => window.notes)).toBe(2);
  await page.reload();
  await expect(done.getByRole("switch", { name: "Play a sound" })).toBeChecked();
  await expect(done.getByRole("switch", { name: "Show a message" })).toBeChecked();

  await page.getByRole("link", { name: "Studio" }).click();
  await press(page, `a loud owl [[hold:${second}]]`, { n: 3 });
  await press(page, `a failing owl [[hold:${second}]] [[once:400]]`);
  await gateway.reached(second);
  await look(page, "hidden");
  gateway.release(second);
  await expect
    .poll(() => page.evaluate(() => window.told))
    .toEqual(["3 pictures are ready. 1 did not work."]);
  expect(await page.evaluate(() => window.notes)).toBe(2);
});

test("what is chosen while the browser asks about messages stays chosen", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "Notification", {
      value: {
        permission: "default",
        requestPermission: () =>
          new Promise((resolve) => {
            window.allow = () => resolve("granted");
          }),
      },
    });
  });
  await page.goto("/settings");
  const sound = page.getByRole("switch", { name: "Play a sound" });
  const message = page.getByRole("switch", { name: "Show a message" });
  await message.click();
  await sound.check();
  await expect.poll(() => page.evaluate(() => typeof window.allow)).toBe("function");
  await page.evaluate(() => window.allow());
  await expect(message).toBeChecked();
  await expect(sound).toBeChecked();
});

test("a browser that blocks messages is told so, truthfully, and the switch stays off", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Notification, "permission", { value: "denied" });
  });
  await page.goto("/settings");

  const message = page.getByRole("switch", { name: "Show a message" });
  await expect(message).toBeDisabled();
  await expect(message).not.toBeChecked();
  await expect(message).toHaveAccessibleDescription(/blocks messages from this address/);
});
