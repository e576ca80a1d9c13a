import type { Page } from "playwright/test";
import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  chargesOf,
  imageOf,
  newGate,
  press,
  restingQueueOf,
  waitForFeed,
} from "../fixtures/studio-screen.ts";

/** Asks for one more picture than are made at once; they wait at a gate. */
async function pressFour(page: Page, bird: string) {
  const gate = newGate();
  await page.goto("/");
  await press(page, `${bird} ${gate} [[hold:${gate}]]`, { n: 4 });
  const pill = page.getByRole("button", { name: "3 making 1 queued" });
  await expect(pill).toBeVisible();
  return { gate, pill };
}

test("the pill counts what is made and what waits on every screen, and its panel tells their order", async ({
  page,
  gateway,
}) => {
  const { gate, pill } = await pressFour(page, "a heron");

  await page.getByRole("navigation").getByRole("link", { name: "Gallery" }).click();
  await expect(page.getByRole("heading", { name: "Gallery" })).toBeVisible();
  await expect(pill).toBeVisible();
  await page.reload();
  await pill.click();
  const panel = page.getByRole("dialog", { name: "Queue" });
  const making = panel.getByRole("region", { name: "Making" }).getByRole("listitem");
  await expect(making).toContainText(`a heron ${gate}`);
  await expect(making).toContainText("3 of 4");
  await expect(panel.getByRole("region", { name: "Waiting" })).toContainText("Next");

  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(pill).toBeFocused();
  await page.keyboard.press("q");
  await expect(panel).toBeVisible();
  await gateway.release(gate);
  await expect(panel.getByRole("region", { name: "Waiting" })).toBeHidden();
  await expect(panel.getByRole("region", { name: "Making" })).toBeHidden();
  expect(chargesOf(gateway, gate)).toHaveLength(4);
});

test("Stop is at hand on every screen: what waits is free, what was sent is kept", async ({
  page,
  gateway,
}) => {
  const { gate } = await pressFour(page, "a stork");
  await page.getByRole("navigation").getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Stop mine" }).click();

  await expect(page.getByRole("button", { name: /^3 making(?! \d+ queued)/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Stop mine" })).toBeHidden();
  await gateway.release(gate);
  await expect(restingQueueOf(page)).toBeVisible();
  expect(chargesOf(gateway, gate)).toHaveLength(3);
  await page.getByRole("navigation").getByRole("link", { name: "Studio" }).click();
  await expect(imageOf(page, `a stork ${gate}`)).toHaveCount(3);
});

test("what waits tells when it is likely to be its turn, by how long one's own took", async ({
  page,
  gateway,
}) => {
  const before = `a rail before ${newGate()}`;
  await page.goto("/");
  await press(page, before, { n: 5 });
  await expect(imageOf(page, before)).toHaveCount(5);
  const { gate } = await pressFour(page, "a rail");
  const card = cardOf(page, `a rail ${gate}`);
  await expect(card.getByText(/^Next/)).toBeVisible();
  await expect(card.getByText(/^in about \d+(–\d+)? s$|^in up to \d+ s$/)).toBeVisible();

  await gateway.release(gate);
  await expect(imageOf(page, `a rail ${gate}`)).toHaveCount(4);
});

test("what failed is told for a while, and what cost nothing is tried again from the panel", async ({
  page,
  gateway,
}) => {
  const mark = newGate();
  await page.goto("/");
  await press(page, `a crane ${mark} [[once:500 code=provider_job_failed]]`);
  await page.getByRole("button", { name: /failed$/ }).click();
  const failed = page.getByRole("region", { name: "Failed" }).getByRole("listitem");
  const crane = failed.filter({ hasText: mark });
  await crane.getByRole("button", { name: "Retry 1" }).click();

  await expect(imageOf(page, `a crane ${mark}`)).toBeVisible();
  await expect(crane).toBeHidden();
  await expect(cardOf(page, `a crane ${mark}`)).toBeVisible();
  expect(chargesOf(gateway, mark)).toHaveLength(1);
});

test("a row of the panel tells how long it is made, and has its Stop for the pointer over it and for the focus", async ({
  page,
  gateway,
}) => {
  const { gate, pill } = await pressFour(page, "a rail");
  await pill.click();
  const panel = page.getByRole("dialog", { name: "Queue" });
  const making = panel.getByRole("region", { name: "Making" }).getByRole("listitem");
  await expect(making).toContainText(/\d+ s.*3 of 4/);
  const stop = making.getByRole("button", { name: "Stop" });
  const tools = stop.locator("..");
  await panel.getByRole("heading", { name: "Queue", exact: true }).hover();
  await expect(tools).toHaveCSS("opacity", "0");

  await making.hover();
  await expect(tools).toHaveCSS("opacity", "1");
  await panel.getByRole("heading", { name: "Queue", exact: true }).hover();
  await expect(tools).toHaveCSS("opacity", "0");
  await stop.focus();
  await expect(tools).toHaveCSS("opacity", "1");
  await panel.getByRole("button", { name: "Stop mine" }).click();
  gateway.release(gate);
  await expect(restingQueueOf(page)).toBeVisible();
});

test("all that failed and cost nothing is tried again at once", async ({ page, gateway }) => {
  const marks = [newGate(), newGate()];
  await page.goto("/");
  for (const mark of marks) {
    await press(page, `a snipe ${mark} [[once:500 code=provider_job_failed]]`);
    await expect(cardOf(page, `a snipe ${mark}`)).toContainText("The gateway failed");
  }
  await page.getByRole("button", { name: /failed$/ }).click();
  const panel = page.getByRole("dialog", { name: "Queue" });
  await panel.getByRole("button", { name: "Retry all" }).click();

  for (const mark of marks) {
    await expect(imageOf(page, `a snipe ${mark}`)).toBeVisible();
    expect(chargesOf(gateway, mark)).toHaveLength(1);
    await expect(panel.getByRole("listitem").filter({ hasText: mark })).toBeHidden();
  }
});

test("? shows the keys, Escape closes them, and neither is a key while one writes", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByLabel("Prompt").fill("Why");
  await page.keyboard.press("?");
  await expect(page.getByLabel("Prompt")).toHaveValue("Why?");
  await page.getByLabel("Prompt").blur();
  await waitForFeed(page);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard" });
  await expect(sheet).toContainText("Take back the last change");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
});

test("what was declined is not told as failed, nor what nobody knows, and neither is bought again from the panel", async ({
  page,
  gateway,
}) => {
  const [declined, lost] = [newGate(), newGate()];
  await page.goto("/");
  await press(page, `a crake ${declined} [[refused]]`);
  await expect(cardOf(page, `a crake ${declined}`)).toContainText("Declined");
  await press(page, `a rail ${lost} [[fail:500]]`);
  await expect(cardOf(page, `a rail ${lost}`)).toContainText("Outcome unknown");

  const panel = page.getByRole("dialog", { name: "Queue" });
  await page.getByRole("button", { name: /unknown$/ }).click();
  const unknown = panel.getByRole("region", { name: "Outcome unknown" });
  await expect(unknown).toContainText(`a rail ${lost}`);
  await expect(unknown.getByRole("button")).toHaveCount(0);
  await expect(panel).not.toContainText(`a crake ${declined}`);
  expect(chargesOf(gateway, declined)).toHaveLength(0);
});
