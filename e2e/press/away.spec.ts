import type { Page } from "playwright/test";
import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, imageOf, newGate, press } from "../fixtures/studio-screen.ts";
import { look } from "./look.ts";

/** The streams of events that a page has open. */
function watchStreams(page: Page): () => number {
  let open = 0;
  page.on("request", (request) => {
    if (request.url().includes("/api/events")) open += 1;
  });
  const end = (request: { url: () => string }) => {
    if (request.url().includes("/api/events")) open -= 1;
  };
  page.on("requestfailed", end);
  page.on("requestfinished", end);
  return () => open;
}

const icon = (page: Page) => page.locator('link[rel="icon"]');

test("a hidden tab says in its title and on its icon what has ended, until it is looked at", async ({
  page,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `a hidden owl ${gate} [[hold:${gate}]]`;
  await page.goto("/");
  await press(page, prompt, { n: 2 });
  await gateway.reached(gate);
  await expect(
    cardOf(page, prompt)
      .getByText(/Making/)
      .first(),
  ).toBeVisible();
  await look(page, "hidden");
  await expect(page).toHaveTitle("Atelier");
  gateway.release(gate);

  await expect(page).toHaveTitle("(2) Atelier");
  await expect(icon(page)).toHaveAttribute("href", /^data:image\/svg\+xml,.*%3E2%3C/);
  await look(page, "visible");
  await expect(page).toHaveTitle("Atelier");
  await expect(icon(page)).toHaveAttribute("href", /\/icon\.svg/);
  await expect(imageOf(page, prompt)).toHaveCount(2);
});

test("of several hidden tabs one holds a connection while something is made, and all wear what it hears", async ({
  page,
  openTab,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `an owl for three ${gate} [[hold:${gate}]]`;
  const tabs = [page, await openTab(), await openTab()];
  const streams = tabs.map(watchStreams);
  for (const tab of tabs) await tab.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  for (const tab of tabs) await expect(cardOf(tab, prompt).getByText(/Making/)).toBeVisible();
  for (const tab of tabs) await look(tab, "hidden");
  const held = () => streams.reduce((sum, count) => sum + count(), 0);
  await expect.poll(held).toBe(1);
  gateway.release(gate);

  for (const tab of tabs) await expect(tab).toHaveTitle("(1) Atelier");
  await expect.poll(held).toBe(0);
  await look(page, "visible");
  for (const tab of tabs) await expect(tab).toHaveTitle("Atelier");
});

test("when the hidden tab that listens is closed, another goes on", async ({
  page,
  openTab,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `an inherited owl ${gate} [[hold:${gate}]]`;
  const other = await openTab();
  for (const tab of [page, other]) await tab.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  await expect(cardOf(other, prompt).getByText(/Making/)).toBeVisible();
  await look(other, "hidden");
  await look(page, "hidden");
  await page.close();
  gateway.release(gate);

  await expect(other).toHaveTitle("(1) Atelier");
});

test("while another tab is looked at, the hidden one wears nothing", async ({
  page,
  openTab,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `an owl in sight ${gate} [[hold:${gate}]]`;
  const other = await openTab();
  for (const tab of [page, other]) await tab.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  await expect(cardOf(other, prompt).getByText(/Making/)).toBeVisible();
  await look(page, "hidden");
  gateway.release(gate);

  await expect(imageOf(other, prompt)).toBeVisible();
  // What it heard was drawn before its answer was.
  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(page).toHaveTitle("Atelier");
  await expect(other).toHaveTitle("Atelier");
});
