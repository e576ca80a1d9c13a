import { expect, test } from "vitest";
import type { LedgerView } from "./ledger.ts";
import { ask, start } from "./test-gateway.ts";

test("each picture is charged once for each request, the same key or not", async () => {
  const gateway = await start();
  await ask(gateway, { prompt: "a fox", n: 2 }).then((answer) => answer.text());
  await ask(gateway, { prompt: "a fox" }).then((answer) => answer.text());
  const ledger: LedgerView = await fetch(`${gateway.url}/__ledger`).then((answer) => answer.json());

  expect(ledger.charges).toMatchObject([
    { idempotencyKey: "one", images: 2, amountMicros: 84_000, state: "delivered" },
    { idempotencyKey: "one", images: 1, amountMicros: 42_000, state: "delivered" },
  ]);
  expect(ledger.totalMicros).toBe(126_000);
  expect(ledger).toEqual(gateway.ledger());
});

test("a charge says when its answer was given to the end", async () => {
  const gateway = await start();
  const answer = await ask(gateway, { prompt: "[[hold-body:half]] a fox" });
  await gateway.reached("half");
  expect(gateway.ledger().charges).toMatchObject([{ state: "making", endedAt: null }]);

  gateway.release("half");
  await answer.text();
  await gateway.idle();
  const [charge] = gateway.ledger().charges;
  expect(Date.parse(charge?.endedAt ?? "")).toBeGreaterThanOrEqual(
    Date.parse(charge?.chargedAt ?? ""),
  );
});

test("a refusal is logged and not charged, unless the marker says so", async () => {
  const gateway = await start();
  await ask(gateway, { prompt: "[[fail:500]] a fox" });
  expect(gateway.ledger()).toMatchObject({ charges: [], requests: [{}] });

  await ask(gateway, { prompt: "[[fail:500 charged]] a fox" });
  expect(gateway.ledger().charges).toHaveLength(1);
});

test("a client that leaves is seen, and has paid", async () => {
  const gateway = await start();
  const leaving = new AbortController();
  const answer = await fetch(`${gateway.url}/v1/images/generations`, {
    method: "POST",
    headers: { authorization: `Bearer ${gateway.apiKey}` },
    body: JSON.stringify({ prompt: "[[hold-picture:gone]] a fox", stream: true, size: "64x64" }),
    signal: leaving.signal,
  });
  await gateway.reached("gone");
  leaving.abort();
  await expect(answer.text()).rejects.toThrow();

  await gateway.idle();
  expect(gateway.ledger().charges).toMatchObject([{ state: "abandoned" }]);
});
