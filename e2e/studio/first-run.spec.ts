import { expect, test } from "../fixtures/studio-fixture.ts";
import { openWithoutFeedCode } from "../fixtures/studio-screen.ts";

// A studio of their own, in which nothing was ever made.
test.use({ settings: { SHUTDOWN_SECONDS: "29" } });
test.describe.configure({ mode: "serial" });

test("an example fills the composer with its words and its shape, and makes nothing", async ({
  page,
  request,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Write a prompt, or start from" })).toBeVisible();
  const broken = () =>
    page.evaluate(
      () => [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).length,
    );
  await expect.poll(broken).toBe(0);

  await page.getByRole("button", { name: "Mountains at dawn, flat poster" }).click();
  await expect(page.getByLabel("Prompt")).toHaveValue("Mountains at dawn, flat poster");
  await expect(page.getByLabel("Prompt")).toBeFocused();
  await expect(page.getByRole("button", { name: /Shape|Size/ }).first()).toContainText("2:3");
  const { generations } = await (await request.get("/api/generations")).json();
  expect(generations).toEqual([]);
});

test("a key is tried where it is pasted: a wrong one is told, a right one is saved and brings its models", async ({
  page,
  gateway,
}) => {
  const letCodeCome = await openWithoutFeedCode(page);
  await page.getByLabel("Paste an API key").fill("rsk_wrong_key_0000");
  await expect(page.getByRole("button", { name: "Test and save" })).toBeDisabled();
  await letCodeCome();
  await page.getByRole("button", { name: "Test and save" }).click();
  await expect(page.getByText("The gateway does not accept the key")).toBeVisible();

  await page.getByLabel("Paste an API key").fill(gateway.apiKey);
  await page.keyboard.press("Enter");
  await expect(page.getByText("The key works and is saved.")).toBeVisible();
  await expect(page.getByLabel("Paste an API key")).toBeHidden();
  await expect(page.getByRole("form", { name: "Composer" })).toContainText("GPT Image 1");
  expect(gateway.ledger().charges).toEqual([]);
});
