import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { test as base, expect } from "../fixtures/studio-fixture.ts";

const test = base.extend<object, { settings: Record<string, string> }>({
  settings: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what is needed.
    async ({}, use) => {
      const postgres = fork(path.join(import.meta.dirname, "run-postgres.ts"));
      const [message] = await once(postgres, "message");
      await use({ DATABASE_URL: Object(message).url });
      postgres.disconnect();
      await once(postgres, "exit");
    },
    { scope: "worker" },
  ],
});

const prompt = "a watercolor of a fox in a snowy forest";

test("the same walk on PostgreSQL: a picture, a restart, the gallery, and run again", async ({
  page,
  request,
  studio,
}) => {
  expect(studio.output()).toContain("PostgreSQL at 127.0.0.1");
  await page.goto("/");
  await page.getByLabel("Prompt").fill(prompt);
  await page.getByRole("button", { name: /^Generate/ }).click();
  const cards = page.getByRole("article", { name: prompt });
  await expect(cards.getByRole("img", { name: prompt })).toBeVisible();

  await studio.restart();
  await page.goto("/gallery");
  await page.getByRole("img", { name: prompt }).click();
  await page.getByRole("button", { name: "Run again" }).click();
  await expect(page.getByText("Running again")).toBeAttached();
  await page.goto("/");
  await expect(cards).toHaveCount(2);
  const last = cards.nth(1).getByRole("img", { name: prompt });
  await expect(last).toBeVisible();

  const api = createStudioApi(request, studio.url);
  const events = await api.readEvents(0, ({ id }) => id >= 5);
  expect(events.map((event) => event.id).slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
});
