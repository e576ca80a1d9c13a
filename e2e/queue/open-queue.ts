import type { Locator, Page } from "playwright/test";
import type { FakeGateway } from "../fake-gateway/start-fake-gateway.ts";
import { expect } from "../fixtures/studio-fixture.ts";
import { cardOf, newGate, press, restingQueueOf } from "../fixtures/studio-screen.ts";

/** Each has a gate of its own, at which it waits once it is asked for. */
export interface Held {
  prompt: string;
  gate: string;
}

/** A prompt that begins with a name. */
export const heldOf = (name: string): Held => {
  const gate = newGate();
  return { gate, prompt: `${name} ${gate} [[hold:${gate}]]` };
};

/** One that is made and three that wait for it, and the panel of the queue. */
export async function openQueue(page: Page, gateway: FakeGateway) {
  await page.goto("/");
  const busy = heldOf("a heron");
  await press(page, busy.prompt);
  await gateway.reached(busy.gate);
  const waiting = ["an auk", "a bittern", "a crane"].map(heldOf);
  for (const { prompt } of waiting) await press(page, prompt);
  await page.getByRole("button", { name: "1 making 3 queued" }).click();
  const panel = page.getByRole("dialog", { name: "Queue" });
  const rows = panel.getByRole("region", { name: "Waiting" }).getByRole("listitem");
  await expectOrder(rows, ["an auk", "a bittern", "a crane"]);

  return {
    panel,
    rows,
    row: (name: string) => rows.filter({ hasText: name }),
    /** In the feed. */
    card: (name: string, on = page) =>
      cardOf(on, waiting.find(({ prompt }) => prompt.startsWith(name))?.prompt ?? name),
    grip: (name: string) => panel.getByRole("button", { name: `Move ${name}` }),
    /** Lets what is made be done, and resolves with the names in the order in which the gateway was asked. */
    async finish() {
      gateway.release(busy.gate);
      for (const { gate } of waiting) gateway.release(gate);
      await expect(restingQueueOf(page)).toBeVisible();
      return namesAsked(gateway, waiting);
    },
    busy,
    waiting,
  };
}

/** The rows are of these, in this order. */
export function expectOrder(rows: Locator, names: string[]) {
  return expect(rows).toHaveText(names.map((name) => new RegExp(name)));
}

function namesAsked(gateway: FakeGateway, all: readonly Held[]): string[] {
  const isOf = (prompt: string) => all.some(({ gate }) => prompt.includes(gate));
  return gateway
    .ledger()
    .charges.filter(({ prompt }) => isOf(prompt))
    .map(({ prompt }) => prompt.split(" ").slice(0, 2).join(" "));
}
