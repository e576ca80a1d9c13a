import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, newGate, waitForFeed } from "../fixtures/studio-screen.ts";

test("a toast stands still while the focus is in it, and goes once that has left", async ({
  page,
  request,
  studio,
}) => {
  const prompt = `a ruff ${newGate()}`;
  await createStudioApi(request, studio.url).make({ prompt, size: "256x256" });
  await page.clock.install();
  await page.goto("/");
  await waitForFeed(page);
  await page.getByLabel("Prompt").fill("not sent yet");
  await cardOf(page, prompt).getByRole("button", { name: "Remix" }).click();
  const toasts = page.getByRole("region", { name: "Notifications" });
  await toasts.getByRole("button", { name: "Undo" }).focus();
  await page.clock.runFor(60_000);
  await expect(toasts).toContainText("Prompt replaced.");

  await page.getByLabel("Prompt").focus();
  await page.clock.runFor(10_000);
  await expect(toasts).not.toContainText("Prompt replaced.");
});
