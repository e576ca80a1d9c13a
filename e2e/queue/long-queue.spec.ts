import { randomUUID } from "node:crypto";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  chargesOf,
  newGate,
  press,
  restingQueueOf,
  waitForFeed,
} from "../fixtures/studio-screen.ts";

test("a queue of more than the newest page is counted as it is, shown whole, put in order, and stopped at once", async ({
  page,
  gateway,
  request,
  studio,
}) => {
  const gate = newGate();
  await page.goto("/");
  await press(page, `a heron ${gate} [[hold:${gate}]]`, { n: 3 });
  await expect(page.getByRole("button", { name: "3 making" })).toBeVisible();
  const prompts = Array.from({ length: 70 }, (_, at) => `a goose no. ${at + 1} ${gate}`);
  const { post } = createStudioApi(request, studio.url);
  await post(
    "/api/batches",
    { kind: "list", requests: prompts.map((prompt) => ({ prompt })) },
    { "Idempotency-Key": randomUUID() },
  );

  const pill = page.getByRole("button", { name: /^3 making 70 queued/ });
  await expect(pill).toBeVisible();
  await page.reload();
  await expect(pill).toBeVisible();
  await expect(cardOf(page, "a goose no. 70")).toContainText("69 ahead");

  await waitForFeed(page);
  await page.keyboard.press("q");
  const panel = page.getByRole("dialog", { name: "Queue" });
  const rows = panel.getByRole("region", { name: "Waiting" }).getByRole("listitem");
  await expect(rows.first()).toContainText("a goose no. 1 ");
  await rows.last().scrollIntoViewIfNeeded();
  await expect(rows).toHaveCount(70);
  await expect(rows.last()).toContainText("a goose no. 70");
  await rows.last().getByRole("button", { name: "To the front" }).click();
  await expect(rows.first()).toContainText("a goose no. 70");
  await expect(cardOf(page, "a goose no. 70")).toContainText("Next");
  await expect(cardOf(page, "a goose no. 69")).toContainText("69 ahead");

  await panel.getByRole("button", { name: "Stop mine" }).click();
  await expect(page.getByText("70 not sent, free. 3 already sent and may be billed")).toBeVisible();
  await expect(page.getByRole("button", { name: /^3 making(?! \d+ queued)/ })).toBeVisible();
  gateway.release(gate);
  await expect(restingQueueOf(page)).toBeVisible();
  expect(chargesOf(gateway, gate)).toHaveLength(3);
});

test("a studio in which nothing is made draws nothing each second", async ({ page, gateway }) => {
  await page.addInitScript(countTicks);
  const gate = newGate();
  await page.goto("/gallery");
  await expect(page.getByRole("heading", { name: "Gallery" })).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Studio" }).click();
  const ticks = () => page.evaluate(() => document.documentElement.dataset["ticks"] ?? "0");
  await press(page, `a teal ${gate} [[hold:${gate}]]`);
  await expect.poll(ticks).toBe("1");
  gateway.release(gate);
  await expect(restingQueueOf(page)).toBeVisible();
  await expect.poll(ticks).toBe("0");
});

/** How many clocks of a second run on the page now. */
function countTicks() {
  const running = new Set<unknown>();
  const tell = () => {
    document.documentElement.dataset["ticks"] = `${running.size}`;
  };
  const { setInterval, clearInterval } = window;
  Object.assign(window, {
    setInterval(...given: [() => void, number]) {
      const timer = setInterval(...given);
      if (given[1] === 1_000) running.add(timer);
      tell();
      return timer;
    },
    clearInterval(timer: number) {
      running.delete(timer);
      clearInterval(timer);
      tell();
    },
  });
}
