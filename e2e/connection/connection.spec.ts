import { createStudioApi } from "../fixtures/studio-api.ts";
import { busyTest, expect } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, imageOf, newGate, press } from "../fixtures/studio-screen.ts";
import { startWire, type Wire } from "./start-wire.ts";

const test = busyTest.extend<{ wire: Wire }>({
  wire: async ({ studio }, use) => {
    const wire = await startWire(studio.url);
    await use(wire);
    await wire.close();
  },
});

const reconnecting = "Reconnecting: the studio does not answer.";
const small = { size: "256x256" };

test("what happens while a page is offline is there when it is back, each thing once and in order", async ({
  page,
  studio,
  gateway,
  wire,
  request,
}) => {
  const [mark, gate] = [newGate(), newGate()];
  const prompt = `a puffin ${gate} [[hold:${gate}]]`;
  const api = createStudioApi(request, studio.url);
  const old = await api.make({ prompt: `an old auk ${mark}`, ...small });
  await page.goto(wire.url);
  await press(page, prompt);
  await gateway.reached(gate);
  await expect(cardOf(page, prompt).getByText(/Making/)).toBeVisible();
  await wire.cut();
  await expect(page.getByText(reconnecting)).toBeVisible();
  gateway.release(gate);
  for (const name of ["first", "second", "third"]) {
    await api.make({ prompt: `a ${name} auk ${mark}`, ...small });
  }
  await api.remove(old);
  await expect(cardOf(page, prompt).getByText(/Making/)).toBeVisible();
  await expect(cardOf(page, `an old auk ${mark}`)).toBeVisible();
  // One notice says it all.
  await expect(page.getByRole("region", { name: "Notifications" })).not.toContainText(
    /not reached/,
  );
  await wire.mend();

  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(page.getByText(reconnecting)).toHaveCount(0);
  const auks = page.getByRole("article", { name: mark });
  await expect(auks.getByRole("heading")).toHaveText([
    `a first auk ${mark}`,
    `a second auk ${mark}`,
    `a third auk ${mark}`,
  ]);
  await expect(auks.getByRole("link").getByRole("img")).toHaveCount(3);
  expect(chargesOf(gateway, gate)).toHaveLength(1);
});

test("a connection that died without a word is noticed, and another is made", async ({
  page,
  gateway,
  wire,
}) => {
  const gate = newGate();
  const prompt = `a razorbill ${gate} [[hold:${gate}]]`;
  await page.clock.install();
  const opened = page.waitForResponse((response) => response.url().includes("/api/events"));
  await page.goto(wire.url);
  await opened;
  await press(page, prompt);
  await gateway.reached(gate);
  await expect(cardOf(page, prompt).getByText(/Making/)).toBeVisible();
  wire.silence();
  gateway.release(gate);
  await gateway.idle();
  await expect(cardOf(page, prompt).getByText(/Making/)).toBeVisible();
  await page.clock.fastForward(60_000);

  await expect(imageOf(page, prompt)).toBeVisible();
});

test("a tab that was hidden has what happened meanwhile when it is looked at", async ({
  page,
  studio,
  request,
}) => {
  const mark = newGate();
  const prompt = `a guillemot ${mark}`;
  const look = (visibilityState: "hidden" | "visible") =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, visibilityState);
  await page.goto("/");
  await press(page, prompt);
  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(cardOf(page, prompt).getByRole("button", { name: "Stop" })).toHaveCount(0);
  // There is nothing left to wait for: it lets go.
  await look("hidden");
  const api = createStudioApi(request, studio.url);
  const { prompt: later } = await api.make({ prompt: `a later guillemot ${mark}`, ...small });
  await expect(cardOf(page, later)).toHaveCount(0);
  await look("visible");

  for (const made of [prompt, later]) await expect(imageOf(page, made)).toBeVisible();
});

test("a page that was frozen, as on a phone that sleeps, goes on where it is now", async ({
  page,
  studio,
  gateway,
  request,
}) => {
  const gate = newGate();
  const prompt = `a fulmar ${gate} [[hold:${gate}]]`;
  await page.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
  gateway.release(gate);
  const api = createStudioApi(request, studio.url);
  const { prompt: later } = await api.make({ prompt: `a later fulmar ${gate}`, ...small });
  await devtools.send("Page.setWebLifecycleState", { state: "active" });

  for (const made of [prompt, later]) await expect(imageOf(page, made)).toBeVisible();
});

test("a slow answer to a poll does not take back what the stream has told", async ({
  page,
  context,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `a skua ${gate} [[hold:${gate}]]`;
  const isPoll = (url: URL) => url.pathname === "/api/generations" && url.search !== "";
  const answer = Promise.withResolvers<void>();
  const polled = Promise.withResolvers<void>();
  await page.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  // The stream alone is down: the poll is answered as of now, and its answer is held on its way.
  await page.route("**/api/events*", (route) => route.abort());
  await page.route(isPoll, async (route) => {
    const response = await route.fetch();
    polled.resolve();
    await answer.promise;
    await route.fulfill({ response });
  });
  await context.setOffline(true);
  await context.setOffline(false);
  await polled.promise;
  await page.unroute("**/api/events*");
  gateway.release(gate);
  await expect(imageOf(page, prompt)).toBeVisible();
  const told = page.waitForResponse((response) => isPoll(new URL(response.url())));
  answer.resolve();
  await (await told).finished();

  await page.getByLabel("Prompt").fill("whatever is typed, the feed is drawn");
  await expect(imageOf(page, prompt)).toBeVisible();
});
