import { rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import path from "node:path";
import { gatewayAddress } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { gatewayOf } from "../fixtures/studio-screen.ts";

const key = "rsk_key_of_the_old_address_ab12";
const secretHeader = "secret_value_of_a_header_ef34";

test.use({ settings: { MESHAPI_BASE_URL: "" } });
test.describe.configure({ mode: "serial" });

/** Another server, and all that it was asked. */
async function startStranger() {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, requests, close: () => server.close() };
}

test("the further headers are written, shown by their ends, and sent", async ({
  page,
  studio,
  gateway,
  request,
}) => {
  await page.goto("/settings");
  await page.getByLabel("Address").fill(gateway.url);
  await page.getByLabel("Key", { exact: true }).fill(key);
  await page.getByRole("button", { name: "Add a header" }).click();
  await page.getByLabel("Name of the header").fill("x-team");
  await page.getByLabel("Value of the header").fill(secretHeader);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Value of x-team")).toHaveAttribute("placeholder", "Stored: …ef34");

  const settings = await (await request.get(`${studio.url}/api/gateways`)).text();
  expect(settings).not.toContain(secretHeader);
  expect(await page.content()).not.toContain(secretHeader);

  await page.getByRole("button", { name: "Add a header" }).click();
  await page.getByLabel("Name of the header").fill("content-length");
  await page.getByLabel("Value of the header").fill("7");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "content-length" })).toBeVisible();
});

test("another address asks for the key again, and is sent nothing before", async ({
  page,
  studio,
  gateway,
  request,
}) => {
  const stranger = await startStranger();
  await page.goto("/settings");
  await page.getByLabel("Address").fill(stranger.url);
  await expect(page.getByText(`enter the one for ${stranger.url}`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Test connection" })).toBeDisabled();
  await page.getByRole("button", { name: "Save" }).click();
  const words = `Enter the key again: it was entered for ${gateway.url}.`;
  await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();

  const send = (method: string, address: string, data: object) =>
    request.fetch(`${studio.url}${address}`, {
      method,
      data,
      headers: { Origin: studio.url },
    });
  for (const answer of [
    await send("PATCH", gatewayAddress, { baseUrl: stranger.url }),
    await send("POST", `${gatewayAddress}/test`, { baseUrl: stranger.url }),
    await send("POST", `${gatewayAddress}/test`, { baseUrl: null }),
  ]) {
    expect(answer.status()).toBe(422);
    expect((await answer.json()).error).toMatchObject({ field: "apiKey", message: words });
  }

  const moved = { baseUrl: stranger.url, apiKey: "rsk_of_the_new_one" };
  const kept = await send("POST", `${gatewayAddress}/test`, moved);
  expect((await kept.json()).error).toMatchObject({ field: "headers" });
  expect(stranger.requests).toEqual([]);

  await send("POST", `${gatewayAddress}/test`, { ...moved, headers: null });
  expect(stranger.requests.length).toBeGreaterThan(0);
  const sent = JSON.stringify(stranger.requests.map(({ headers }) => headers));
  expect(sent).not.toContain(key);
  expect(sent).not.toContain(secretHeader);
  stranger.close();

  await page.reload();
  await expect(page.getByLabel("Address")).toHaveValue(gateway.url);
  await expect(page.getByText("Stored: …ab12")).toBeVisible();
});

test("without its secret.key the studio starts, tells the stored key as lost, and takes a new one", async ({
  page,
  studio,
}) => {
  await studio.stop();
  const file = path.join(studio.dataDir, "secret.key");
  await rm(file);
  await studio.start();

  await page.goto("/settings");
  await expect(page.getByText("The stored key is lost")).toBeVisible();
  expect(studio.output()).toContain("cannot be opened. Put the secret.key file");
  await expect(gatewayOf(page, "Painter").getByText("Default")).toBeVisible();
  await page.getByLabel("Key", { exact: true }).fill(`${key}cd56`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Stored: …cd56")).toBeVisible();
  await page.getByRole("button", { name: "Forget the stored headers" }).click();
  await expect(page.getByText("The stored headers are lost")).toHaveCount(0);

  await studio.restart();
  await page.reload();
  await expect(page.getByText("Stored: …cd56")).toBeVisible();
});

test("a damaged secret.key starts as well, and is not written over", async ({ page, studio }) => {
  await studio.stop();
  const file = path.join(studio.dataDir, "secret.key");
  await writeFile(file, "half a ke");
  await studio.start();

  await page.goto("/settings");
  await expect(page.getByText("The stored key is lost")).toBeVisible();
  await page.getByLabel("Key", { exact: true }).fill(key);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(
    page.getByText(/cannot be used.*restore it from a backup.*move it away/),
  ).toBeVisible();

  await rm(file);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Stored: …ab12")).toBeVisible();
});
