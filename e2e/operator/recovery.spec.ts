import { randomUUID } from "node:crypto";
import { createStudioApi, endOf, pressed } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";

test.use({ engine: "gateway", settings: { SHUTDOWN_SECONDS: "30" } });
test.describe.configure({ mode: "serial" });

test("kill -9 in mid-flight: the truth is on the screen, and nothing is bought twice", async ({
  page,
  request,
  studio,
  gateway,
}) => {
  const api = createStudioApi(request, studio.url);
  const gate = randomUUID();
  const key = randomUUID();
  const prompt = `a fox in the snow [[hold:${gate}]]`;
  const { id } = await pressed(await api.press({ prompt, size: "256x256" }, key));
  await gateway.reached(gate);
  await studio.kill();
  await studio.restart();
  const again = await api.press({ prompt, size: "256x256" }, key);

  // The lease of the dead process runs out by the database's clock; then the recovery says what is known.
  await page.goto("/");
  const card = page.getByRole("article", { name: /a fox in the snow/ });
  await expect(card.getByText(/outcome unknown/i).first()).toBeVisible();
  const generation = await api.generation(id);
  const charges = gateway.ledger().charges.filter((charge) => charge.prompt.includes(gate));
  gateway.release(gate);

  expect(again.status()).toBe(200);
  expect((await pressed(again)).id).toBe(id);
  expect(generation).toMatchObject({ state: "unknown", attempts: [{ charged: null }] });
  expect(charges).toHaveLength(1);
});

test("SIGTERM in mid-flight ends the streams, waits for the picture, and keeps it", async ({
  request,
  studio,
  gateway,
}) => {
  const api = createStudioApi(request, studio.url);
  const gate = randomUUID();
  const generation = await pressed(
    await api.press({ prompt: `a wolf [[hold:${gate}]]`, size: "256x256" }),
  );
  await gateway.reached(gate);
  const stream = await fetch(`${studio.url}/api/events?after=0`);
  const restarted = studio.restart();
  await stream.text();
  gateway.release(gate);
  await restarted;

  expect(await api.generation(generation.id)).toMatchObject({
    state: "succeeded",
    attempts: [{ charged: "yes" }],
    images: [{ width: 256 }],
  });
});

test("a reader that comes back with its Last-Event-ID gets each event once, in order", async ({
  request,
  studio,
}) => {
  const api = createStudioApi(request, studio.url);
  const { sequence } = await (await request.get(`${studio.url}/api/generations?limit=1`)).json();
  const { id } = await api.make({ prompt: "an owl", size: "256x256" });
  const all = await api.readEvents(sequence, endOf(id));
  const middle = all[2]?.id ?? 0;
  const rest = await api.readEvents(middle, endOf(id));
  const resumed = await fetch(`${studio.url}/api/events?after=0`, {
    headers: { "Last-Event-ID": String(middle) },
  });
  const reader = resumed.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("id: ")) text += (await reader?.read())?.value ?? "";
  await reader?.cancel();

  expect(all.map((event) => event.id)).toEqual(all.map((_, index) => sequence + 1 + index));
  expect([...all.slice(0, 3), ...rest]).toEqual(all);
  expect(text).toContain(`id: ${middle + 1}\n`);
});
