import { createServer, type RequestListener } from "node:http";
import { gatewayAddress } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, imageOf, openDetails, press } from "../fixtures/studio-screen.ts";

test.use({ settings: { MESHAPI_BASE_URL: "" } });
test.describe.configure({ mode: "serial" });

interface Habits {
  /** Null: it has no list. */
  models: readonly string[] | null;
  streams: boolean;
}

const image =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A gateway with habits of its own, whose pictures are one pixel. */
async function startGateway({ models, streams }: Habits) {
  const listener: RequestListener = async (request, response) => {
    const body = (await request.toArray()).join("");
    const send = (status: number, answer: unknown) =>
      response
        .writeHead(status, { "content-type": "application/json" })
        .end(JSON.stringify(answer));
    if (request.method === "GET" && models) {
      return send(200, { data: models.map((id) => ({ id })) });
    }
    if (request.method === "GET") return send(404, { error: { message: "Not found" } });
    if (body.includes('"stream":true') && !streams) {
      return send(400, { error: { message: "Unknown parameter: 'stream'." } });
    }
    if (body.includes('"prompt"')) return send(200, { data: [{ b64_json: image }] });
    send(400, { error: { message: "prompt is required" } });
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

test("a gateway without a list, and one without image models, are told for what they are", async ({
  page,
}) => {
  for (const [models, words] of [
    [null, "Connected: it has no list of models"],
    [["MiniMax-M2", "gpt-4o"], "None of them is told to be an image model."],
  ] as const) {
    const gateway = await startGateway({ models, streams: true });
    await page.goto("/settings");
    await page.getByLabel("Address").fill(gateway.url);
    await page.getByLabel("Key", { exact: true }).fill("any");
    await page.getByRole("button", { name: "Test connection" }).click();
    await expect(page.getByText(words)).toBeVisible();
    gateway.close();
  }
});

test("a gateway that cannot stream is found out for nothing, and streaming is turned off there", async ({
  page,
}) => {
  const gateway = await startGateway({ models: ["gpt-image-2"], streams: false });
  await page.goto("/settings");
  await page.getByLabel("Address").fill(gateway.url);
  await page.getByLabel("Key", { exact: true }).fill("any");
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByText("This gateway cannot stream")).toBeVisible();

  await page.getByRole("button", { name: "Turn streaming off" }).click();
  await expect(page.getByRole("switch", { name: "Stream" })).not.toBeChecked();
  gateway.close();
});

test("where only a press finds that a gateway cannot stream, its card turns streaming off and tries again", async ({
  page,
  request,
  studio,
}) => {
  const gateway = await startGateway({ models: ["gpt-image-2"], streams: false });
  const change = { baseUrl: gateway.url, apiKey: "any", stream: true };
  const saved = await request.patch(`${studio.url}${gatewayAddress}`, {
    data: change,
    headers: { Origin: studio.url },
  });
  expect(saved.status()).toBe(200);
  const prompt = "a fox that streams nowhere";
  await page.goto("/");
  await press(page, prompt);
  const card = cardOf(page, prompt);
  await expect(card.getByText("The gateway cannot stream")).toBeVisible();
  await expect(card.getByText("Not billed.")).toBeVisible();
  await card.getByRole("button", { name: "Turn streaming off" }).click();
  await expect(page.getByText("Streaming is off for this gateway: retry now")).toBeVisible();
  const details = await openDetails(card);
  await details.getByRole("button", { name: "Retry 1", exact: true }).click();

  await expect(imageOf(page, prompt)).toBeVisible();
  await page.goto("/settings");
  await expect(page.getByRole("switch", { name: "Stream" })).not.toBeChecked();
  gateway.close();
});
