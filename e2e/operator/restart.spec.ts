import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, imageOf, newGate, press } from "../fixtures/studio-screen.ts";

test.use({ engine: "gateway", settings: { ATTEMPTS_IN_FLIGHT: "3", SHUTDOWN_SECONDS: "120" } });
// They end one studio and start it again: one after the other.
test.describe.configure({ mode: "serial" });

const reconnecting = "Reconnecting: the studio does not answer.";

test("SIGTERM with three in flight and five open pages: all say so, and all have the pictures afterwards", async ({
  page,
  openTab,
  studio,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `three wolves ${gate} [[hold:${gate}]]`;
  const tabs = [page];
  while (tabs.length < 5) tabs.push(await openTab());
  for (const tab of tabs) await tab.goto("/");
  await press(page, prompt, { n: 3 });
  for (const tab of tabs) await expect(cardOf(tab, prompt).getByText(/Making/)).toHaveCount(3);
  const stopped = studio.stop();
  for (const tab of tabs) await expect(tab.getByText(reconnecting)).toBeVisible();
  gateway.release(gate);
  await stopped;
  await studio.start();

  for (const tab of tabs) {
    await expect(imageOf(tab, prompt)).toHaveCount(3);
    await expect(tab.getByText(reconnecting)).toHaveCount(0);
  }
  expect(chargesOf(gateway, gate).map(({ state }) => state)).toEqual(
    Array.from({ length: 3 }, () => "delivered"),
  );
});

test("kill -9 in every state under an open page: without a reload it goes on to the truth", async ({
  page,
  studio,
  gateway,
}) => {
  const gate = newGate();
  const prompts = {
    sending: `a sending fox ${gate} [[hold:sending-${gate}]]`,
    receiving: `a receiving fox ${gate} [[hold-picture:receiving-${gate}]]`,
    storing: `a storing fox ${gate} [[hold-file:storing-${gate}]]`,
    queued: `a queued fox ${gate}`,
    lost: `a lost fox ${gate} [[once:502 charged]]`,
    made: `a made fox ${gate}`,
  };
  await page.goto("/");
  await press(page, prompts.made);
  await expect(imageOf(page, prompts.made)).toBeVisible();
  await press(page, prompts.lost);
  await expect(cardOf(page, prompts.lost).getByText(/outcome unknown/i)).toBeVisible();
  for (const state of ["sending", "receiving", "storing"] as const) {
    await press(page, prompts[state]);
    await gateway.reached(`${state}-${gate}`);
  }
  await press(page, prompts.queued);
  await expect(cardOf(page, prompts.queued).getByText("Next")).toBeVisible();
  await page.getByLabel("Prompt").fill("a thought in between");
  await studio.kill();
  await expect(page.getByText(reconnecting)).toBeVisible();
  for (const state of ["sending", "receiving", "storing"]) gateway.release(`${state}-${gate}`);
  await studio.start();

  await expect(imageOf(page, prompts.queued)).toBeVisible();
  await expect(page.getByText(reconnecting)).toHaveCount(0);
  // The leases of the dead process run out by the database's clock: once, for all of them.
  await expect(imageOf(page, prompts.storing)).toBeVisible();
  for (const state of ["sending", "receiving", "lost"] as const) {
    const card = cardOf(page, prompts[state]);
    await expect(card.getByText(/outcome unknown/i)).toBeVisible();
    await expect(card.getByRole("button", { name: "Retry 1…" })).toBeVisible();
  }
  await expect(imageOf(page, prompts.made)).toBeVisible();
  await expect(page.getByLabel("Prompt")).toHaveValue("a thought in between");
  for (const prompt of Object.values(prompts)) {
    expect(chargesOf(gateway, prompt)).toHaveLength(1);
  }
});

test("ten restarts under an open page leave one connection, and it is alive", async ({
  page,
  request,
  studio,
}) => {
  await page.addInitScript(() => {
    const opened: EventSource[] = [];
    window.EventSource = class extends EventSource {
      constructor(url: string | URL) {
        super(url);
        opened.push(this);
      }
    };
    Object.assign(window, {
      countStreams: () =>
        opened.filter(({ readyState }) => readyState !== EventSource.CLOSED).length,
    });
  });
  const asked = () => page.waitForRequest((sent) => sent.url().includes("/api/events"));
  const followed = asked();
  await page.goto("/");
  await followed;
  for (let count = 0; count < 10; count += 1) {
    const lost = asked();
    await (count % 2 === 0 ? studio.stop() : studio.kill());
    await lost;
    await studio.start();
  }

  const { prompt } = await createStudioApi(request, studio.url).make({
    prompt: `an owl ${newGate()}`,
    size: "256x256",
  });
  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(page.getByText(reconnecting)).toHaveCount(0);
  expect(await page.evaluate(() => Reflect.get(window, "countStreams")())).toBe(1);
});
