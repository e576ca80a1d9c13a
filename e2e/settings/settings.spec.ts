import { expect, test } from "../fixtures/studio-fixture.ts";
import { gatewayOf, holdAnswers } from "../fixtures/studio-screen.ts";

/** Long enough for its end to be shown. */
const canary = "rsk_canary_of_the_settings_ab12";

// No address is given by the environment, so that the screen can set one.
test.use({ settings: { MESHAPI_BASE_URL: "" } });
// They change one studio's settings: one after the other.
test.describe.configure({ mode: "serial" });

test("without a key the painter draws, and the screen says so", async ({ page }) => {
  await page.goto("/settings");
  await expect(gatewayOf(page, "Painter").getByText("Default")).toBeVisible();
  await expect(page.getByRole("button", { name: "Test connection" })).toBeDisabled();
  await expect(page.getByText("Paste a key to test the connection.")).toBeVisible();
});

test("a test of the connection tells the models, or the field that is wrong, charges nothing and stores nothing", async ({
  page,
  gateway,
}) => {
  await page.goto("/settings");
  const [address, key] = [page.getByLabel("Address"), page.getByLabel("Key", { exact: true })];
  const connect = page.getByRole("button", { name: "Test connection" });

  await address.fill(gateway.url);
  await key.fill(gateway.apiKey);
  await connect.click();
  await expect(page.getByText(/^Connected: \d+ image models, answered in \d+ ms\.$/)).toBeVisible();

  await address.fill(`${gateway.url}/nothing/here`);
  await connect.click();
  await expect(page.getByText(/^Something answered, but no images API was found/)).toBeVisible();
  await address.fill(gateway.url);

  await key.fill("rsk_wrong");
  await connect.click();
  await expect(key).toHaveAttribute("aria-invalid", "true");

  await address.fill("http://127.0.0.1:9");
  await connect.click();
  await expect(address).toHaveAttribute("aria-invalid", "true");

  expect(gateway.ledger().charges).toEqual([]);
  await page.reload();
  await expect(address).toHaveValue("https://api.meshapi.ai");
  await expect(gatewayOf(page, "Painter").getByText("Default")).toBeVisible();
});

test("what will be asked stands under the address while it is written", async ({ page }) => {
  await page.goto("/settings");
  const address = page.getByLabel("Address");
  const asked = page.getByText("Pictures are asked for at");

  for (const [written, endpoint] of [
    ["https://h", "https://h/v1/images/generations"],
    ["https://h/api/v3/", "https://h/api/v3/images/generations"],
    ["https://h/v1/images/generations", "https://h/v1/images/generations"],
    [
      "https://h/openai/deployments/x?api-version=2025-04-01",
      "https://h/openai/deployments/x/images/generations?api-version=2025-04-01",
    ],
  ] as const) {
    await address.fill(written);
    await expect(asked).toHaveText(`Pictures are asked for at ${endpoint}`);
  }
});

test("an address that cannot be asked is refused at its field, with the remedy", async ({
  page,
}) => {
  await page.goto("/settings");
  const address = page.getByLabel("Address");
  for (const [written, remedy] of [
    ["gateway", "in front of the address"],
    ["ftp://host", "begins with https:// or http://"],
    ["https://me:word@host", "the key has its own field"],
    ["https://host/#there", "Leave out the #"],
  ] as const) {
    await address.fill(written);
    await expect(address).not.toHaveAttribute("aria-invalid", "true");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("alert").filter({ hasText: remedy })).toBeVisible();
    await expect(address).toHaveAttribute("aria-invalid", "true");
  }
});

test("what a test says of values that were changed meanwhile is not said of the new ones", async ({
  page,
  gateway,
}) => {
  await page.goto("/settings");
  const [address, key] = [page.getByLabel("Address"), page.getByLabel("Key", { exact: true })];
  const connect = page.getByRole("button", { name: "Test connection" });
  await address.fill(gateway.url);
  await key.fill(gateway.apiKey);
  const letAnswersCome = await holdAnswers(page, "**/api/gateways/*/test");
  await connect.click();
  await expect(connect).toBeDisabled();
  await key.fill("rsk_wrong");
  await letAnswersCome();
  await expect(connect).toBeEnabled();
  await expect(page.getByText(/^Connected: /)).toHaveCount(0);
});

test("what is written while one saves stands there still, to be saved next, also where the gateway has another name by then", async ({
  page,
  gateway,
}) => {
  await page.goto("/settings");
  const [address, key] = [page.getByLabel("Address"), page.getByLabel("Key", { exact: true })];
  const save = page.getByRole("button", { name: "Save" });
  const letAnswersCome = await holdAnswers(page, "**/api/gateways/*");
  await address.fill(gateway.url);
  await key.fill("rsk_half");
  await save.click();
  await expect(save).toBeDisabled();
  await key.fill(canary);
  await page.getByRole("button", { name: "Add a header" }).click();
  await page.getByLabel("Name of the header").fill("x-team");
  await letAnswersCome();
  await expect(page.getByText("Saved")).toBeVisible();
  await expect(gatewayOf(page, "Local gateway")).toBeVisible();
  await expect(key).toHaveValue(canary);
  await expect(page.getByLabel("Name of the header")).toHaveValue("x-team");

  await page.getByRole("button", { name: "Remove this header" }).click();
  await save.click();
  await expect(page.getByText("Stored: …ab12")).toBeVisible();
  await expect(save).toBeDisabled();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Remove the key?" });
  await question.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Stored: …ab12")).toHaveCount(0);
});

test("a key can be written, replaced and removed, and never comes back", async ({
  page,
  studio,
  gateway,
  request,
}) => {
  const answers: Promise<string>[] = [];
  page.on("response", (response) => {
    const isOurs = !response.url().includes("/_next/") && !response.url().includes("/api/events");
    if (isOurs) answers.push(response.text().catch(() => ""));
  });

  await page.goto("/settings");
  await page.getByLabel("Address").fill(gateway.url);
  await page.getByLabel("Key", { exact: true }).fill(canary);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Stored: …ab12")).toBeVisible();
  await expect(gatewayOf(page, "Local gateway").getByText("Default")).toBeVisible();

  await page.reload();
  await expect(page.getByText("Stored: …ab12")).toBeVisible();
  expect(await page.content()).not.toContain(canary);
  const settings = await request.get(`${studio.url}/api/gateways`);
  expect(await settings.text()).not.toContain(canary);
  expect((await Promise.all(answers)).join()).not.toContain(canary);
  expect(studio.output()).not.toContain(canary);

  await page.getByRole("button", { name: "Replace" }).click();
  await page.getByLabel("Key", { exact: true }).fill(`${canary}cd34`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Stored: …cd34")).toBeVisible();

  await page.getByRole("button", { name: "Remove" }).click();
  const question = page.getByRole("dialog", { name: "Remove the key?" });
  await question.getByRole("button", { name: "Remove" }).click();
  await expect(gatewayOf(page, "Painter").getByText("Default")).toBeVisible();
});

test("streaming is turned off, and stays so", async ({ page }) => {
  await page.goto("/settings");
  await page.getByRole("switch", { name: "Stream" }).click();
  await expect(page.getByText("Saved")).toBeVisible();

  await page.reload();
  await expect(page.getByRole("switch", { name: "Stream" })).not.toBeChecked();
});
