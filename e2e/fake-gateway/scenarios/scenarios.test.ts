import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { ask, eventsOf, start } from "../test-gateway.ts";
import { scenarios } from "./scenarios.ts";

test("a held request waits for its release, by call and over HTTP", async () => {
  const gateway = await start();
  const steps: string[] = [];
  const first = ask(gateway, { prompt: "[[hold:a]] a fox" }).then(() => steps.push("answered"));
  await gateway.reached("a");
  steps.push("released");
  gateway.release("a");
  await first;
  expect(steps).toEqual(["released", "answered"]);

  const second = ask(gateway, { prompt: "[[hold-body:b]] a fox", stream: true });
  await fetch(`${gateway.url}/__reached/b`);
  await fetch(`${gateway.url}/__release/b`, { method: "POST" });
  expect(await eventsOf(await second)).toHaveLength(3);
});

test("a held file waits for its release, after its answer has come", async () => {
  const gateway = await start();
  const answer = await ask(gateway, { prompt: "[[hold-file:c]] a fox", response_format: "url" });
  const { data } = await answer.json();
  const file = fetch(data[0].url);
  await gateway.reached("c");
  gateway.release("c");

  expect((await file).headers.get("content-type")).toBe("image/png");
});

test("a fault marked once is gone at the second request", async () => {
  const gateway = await start();
  const body = { prompt: "[[once:429 retry-after=2]] a fox" };
  const refused = await ask(gateway, body);

  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("2");
  expect((await ask(gateway, body)).status).toBe(200);
  expect(gateway.ledger().charges).toHaveLength(1);
});

test("a marker that is no scenario is refused by name", async () => {
  const answer = await ask(await start(), { prompt: "[[trunkate]] a fox" });

  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("trunkate");
});

test("every scenario's example answers, or ends, as one request", async () => {
  const gateway = await start();
  const endless = new Set([
    "hang",
    "silence",
    "pings",
    "hold",
    "hold-picture",
    "hold-body",
    "huge",
    "body",
    "heavy",
    "never-ends",
  ]);
  const names = [...scenarios.keys()].filter((name) => !endless.has(name));

  await Promise.allSettled(
    names.map(async (name) => {
      const answer = await ask(gateway, {
        prompt: scenarios.get(name)?.example ?? "",
        stream: true,
      });
      await answer.text();
    }),
  );

  expect(gateway.ledger().requests.filter(({ path }) => path.startsWith("/v1"))).toHaveLength(
    names.length,
  );
});

test("the README's table and the scenarios are the same", async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const rows = [...readme.matchAll(/^\| `(\[\[.*\]\])` +\| (.*?) +\|$/gm)];

  expect(rows.map(([, example, what]) => ({ example, what }))).toEqual(
    [...scenarios.values()].map(({ example, what }) => ({ example, what })),
  );
});
