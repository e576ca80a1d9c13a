import { randomUUID } from "node:crypto";
import { gatewayAddress } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { doubleClick } from "../fixtures/studio-screen.ts";

test.describe.configure({ mode: "serial" });

// The studio is the worker's, and its next tests draw with the painter.
test.afterAll(async ({ studio }) => {
  const response = await fetch(`${studio.url}${gatewayAddress}`, {
    method: "PATCH",
    headers: { Origin: studio.url, "Content-Type": "application/json" },
    body: JSON.stringify({ apiKey: null }),
  });
  expect(response.status).toBe(200);
});

const chargesOf = (
  gateway: { ledger(): { charges: readonly { prompt: string }[] } },
  mark: string,
) => gateway.ledger().charges.filter((charge) => charge.prompt.includes(mark));

test("with a key from Settings the same press buys from the gateway", async ({ page, gateway }) => {
  await page.goto("/settings");
  await page.getByLabel("Key", { exact: true }).fill(gateway.apiKey);
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByText(/Connected: \d+ image models/)).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Stored; too short to show its end")).toBeVisible();

  await page.goto("/");
  await page.getByLabel("Prompt").fill("a heron at dawn");
  await page.getByRole("button", { name: /^Generate/ }).click();
  const card = page.getByRole("article", { name: "a heron at dawn" });
  await expect(card.getByRole("img", { name: "a heron at dawn" })).toBeVisible();
  expect(chargesOf(gateway, "a heron")).toHaveLength(1);
});

test("a double click is one intent, and one charge", async ({ page, gateway }) => {
  await page.goto("/");
  await page.getByLabel("Prompt").fill("a double heron");
  await doubleClick(page.getByRole("button", { name: /^Generate/ }));
  const card = page.getByRole("article", { name: "a double heron" });
  await expect(card.getByRole("img", { name: "a double heron" })).toBeVisible();

  await expect(card).toHaveCount(1);
  expect(chargesOf(gateway, "a double heron")).toHaveLength(1);
});

test("a reload in mid-flight finds the run where it is, and its picture when it comes", async ({
  page,
  gateway,
}) => {
  const gate = randomUUID();
  const prompt = `a crane [[hold:${gate}]]`;
  await page.goto("/");
  await page.getByLabel("Prompt").fill(prompt);
  await page.getByRole("button", { name: /^Generate/ }).click();
  await gateway.reached(gate);
  await page.reload();
  const card = page.getByRole("article", { name: prompt });
  await expect(card.getByRole("button", { name: "Stop" })).toBeVisible();
  gateway.release(gate);

  await expect(card.getByRole("img", { name: prompt })).toBeVisible();
  expect(chargesOf(gateway, gate)).toHaveLength(1);
});

test("a closed tab changes nothing", async ({ page, context, gateway }) => {
  const gate = randomUUID();
  await page.goto("/");
  const prompt = `an egret [[hold:${gate}]]`;
  await page.getByLabel("Prompt").fill(prompt);
  await page.getByRole("button", { name: /^Generate/ }).click();
  await gateway.reached(gate);
  const later = await context.newPage();
  await page.close();
  gateway.release(gate);

  await later.goto("/gallery");
  await expect(later.getByRole("img", { name: prompt })).toBeVisible();
});

test("stopping twice hangs up, and says that it was probably billed", async ({ page, gateway }) => {
  const gate = randomUUID();
  const prompt = `a stork [[hold:${gate}]]`;
  await page.goto("/");
  await page.getByLabel("Prompt").fill(prompt);
  await page.getByRole("button", { name: /^Generate/ }).click();
  await gateway.reached(gate);
  const card = page.getByRole("article", { name: prompt });
  await card.getByRole("button", { name: "Stop" }).click();
  await card.getByRole("button", { name: /Stop waiting/ }).click();

  await expect(card.getByText("Probably billed")).toBeVisible();
  gateway.release(gate);
});
