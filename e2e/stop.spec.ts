import { expect, test } from "./studio-fixture.ts";

test("a stop in order ends an open event stream, and the page finds its way back", async ({
  page,
  studio,
}) => {
  await page.goto("/");
  const stream = page.waitForResponse((response) => response.url().includes("/api/events"));
  await page.reload();
  await stream;

  await studio.restart();
  await page.waitForResponse((response) => response.url().includes("/api/events") && response.ok());
  expect(studio.output()).toContain("Finishing what is in flight");
});
