import type { Locator, Page } from "playwright/test";
import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import { openWithoutFeedCode, openWithoutScripts } from "../fixtures/studio-screen.ts";
import { expectOrder, heldOf, openQueue } from "./open-queue.ts";

/** One at a time, so that the order in which the gateway is asked is that of the queue. */
test.use({ settings: { ATTEMPTS_IN_FLIGHT: "1", SHUTDOWN_SECONDS: "30" } });

test("what is sent to the front is the first that the gateway is asked for, and its tile says that it is next", async ({
  page,
  gateway,
}) => {
  const { panel, rows, row, grip, card, finish } = await openQueue(page, gateway);
  await expect(card("a crane")).toContainText("2 ahead");
  await row("a crane").getByRole("button", { name: "To the front" }).click();

  await expectOrder(rows, ["a crane", "an auk", "a bittern"]);
  await expect(row("a crane")).toContainText("Next");
  await expect(grip("a crane")).toBeFocused();
  await expect(card("a crane")).toContainText("Next");
  await expect(card("an auk")).toContainText("1 ahead");
  await expect(panel.getByRole("button", { name: "To the front" })).toHaveCount(2);

  await row("an auk").getByRole("button", { name: "Stop" }).click();
  await expectOrder(rows, ["a crane", "a bittern"]);
  expect(await finish()).toEqual(["a crane", "a bittern"]);
});

test("the arrow keys of a grip move what waits, which is said, kept by the server, and seen in other tabs", async ({
  page,
  gateway,
  openTab,
}) => {
  const { rows, grip, card, finish } = await openQueue(page, gateway);
  const other = await openTab();
  await other.goto("/");
  await expect(card("an auk", other)).toContainText("Next");

  await grip("an auk").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText("Moved to place 2 of 3")).toBeAttached();
  await expectOrder(rows, ["a bittern", "an auk", "a crane"]);
  await expect(grip("an auk")).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByText("Moved to place 3 of 3")).toBeAttached();
  await expect(grip("an auk")).toBeFocused();
  await expect(card("an auk", other)).toContainText("2 ahead");
  await expect(card("a bittern", other)).toContainText("Next");

  await grip("a crane").press("ArrowUp");
  await expectOrder(rows, ["a crane", "a bittern", "an auk"]);
  await expect(card("a crane", other)).toContainText("Next");
  await other.reload();
  await expect(card("an auk", other)).toContainText("2 ahead");
  expect(await finish()).toEqual(["a crane", "a bittern", "an auk"]);
});

test("who cannot drag moves it by the menu of its grip", async ({ page, gateway }) => {
  const { panel, rows, grip, finish } = await openQueue(page, gateway);
  await grip("a crane").click();
  const menu = panel.getByRole("menu", { name: "Move a crane" });
  await expect(menu.getByRole("menuitem", { name: "Later" })).toBeDisabled();
  await menu.getByRole("menuitem", { name: "Earlier" }).click();

  await expectOrder(rows, ["an auk", "a crane", "a bittern"]);
  await expect(grip("a crane")).toBeFocused();
  await finish();
});

/** A pointer that goes down on one thing, over another, and lets go there. */
const drags = {
  async mouse(page: Page, from: Point, to: Point) {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
  },
  async finger(page: Page, from: Point, to: Point) {
    const device = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: Point[]) =>
      device.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await touch("touchStart", [from]);
    for (let step = 1; step <= 5; step += 1) {
      const along = (one: number, other: number) => one + ((other - one) * step) / 5;
      await touch("touchMove", [{ x: along(from.x, to.x), y: along(from.y, to.y) }]);
    }
    await touch("touchEnd", []);
  },
};

for (const [name, drag] of Object.entries(drags)) {
  test(`a ${name} drags what waits to its place, and opens no menu by it`, async ({
    page,
    gateway,
  }) => {
    const { panel, rows, row, grip, card, finish } = await openQueue(page, gateway);
    const top = await middleOf(row("an auk"));
    const from = await middleOf(grip("a crane"));
    await drag(page, from, { x: from.x, y: top.y - 20 });

    await expectOrder(rows, ["a crane", "an auk", "a bittern"]);
    await expect(panel.getByRole("menu")).toHaveCount(0);
    await expect(card("a crane")).toContainText("Next");
    expect(await finish()).toEqual(["a crane", "an auk", "a bittern"]);
  });
}

test("Escape lets go of what is dragged, and leaves the panel open", async ({ page, gateway }) => {
  const { panel, rows, row, grip, finish } = await openQueue(page, gateway);
  const top = await middleOf(row("an auk"));
  const from = await middleOf(grip("a crane"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, top.y, { steps: 5 });
  await page.keyboard.press("Escape");
  await page.mouse.up();

  await expect(panel).toBeVisible();
  await expectOrder(rows, ["an auk", "a bittern", "a crane"]);
  await finish();
});

test("where the server is not reached the order is taken back, and that is said", async ({
  page,
  gateway,
  context,
}) => {
  const { rows, row, grip, finish } = await openQueue(page, gateway);
  await context.setOffline(true);
  await row("a crane").getByRole("button", { name: "To the front" }).click();
  await expect(page.getByText("The studio was not reached.")).toBeVisible();
  await expectOrder(rows, ["an auk", "a bittern", "a crane"]);
  await expect(grip("a crane")).toBeFocused();
  await context.setOffline(false);
  await finish();
});

for (const [where, open] of [
  ["page that is ready", null],
  ["page that is not yet ready", openWithoutScripts],
  ["page whose feed is not yet ready", openWithoutFeedCode],
] as const) {
  test(`Ctrl+Shift+Enter on a ${where} sends what is written to the front of the queue`, async ({
    page,
    gateway,
  }) => {
    const { rows, card, finish, waiting } = await openQueue(page, gateway);
    const dunlin = heldOf("a dunlin");
    waiting.push(dunlin);
    const prompt = page.getByLabel("Prompt");
    await prompt.clear();
    const answered = page.waitForResponse("**/api/batches");
    const letScriptsCome = await open?.(page);
    await prompt.pressSequentially(dunlin.prompt);
    await page.keyboard.press("Control+Shift+Enter");
    if (open !== openWithoutScripts) await answered;
    await letScriptsCome?.();

    await expect(card("a dunlin")).toContainText("Next");
    await expect(card("a crane")).toContainText("3 ahead");
    await page.keyboard.press("Escape");
    await prompt.blur();
    await page.keyboard.press("q");
    await expectOrder(rows, ["a dunlin", "an auk", "a bittern", "a crane"]);
    expect(await finish()).toEqual(["a dunlin", "an auk", "a bittern", "a crane"]);
  });
}

interface Point {
  x: number;
  y: number;
}

async function middleOf(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not drawn");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
