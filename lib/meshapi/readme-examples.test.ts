import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FakeGateway, startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import { MeshAPI } from "#lib/meshapi/client.ts";
import { account, fail, generate, list, stream } from "#lib/meshapi/readme-examples.ts";

let gateway: FakeGateway;

beforeAll(async () => {
  gateway = await startFakeGateway();
});
afterAll(() => gateway.close());

/** Runs an example and returns what it printed. */
async function run(example: typeof generate): Promise<unknown[][]> {
  const lines: unknown[][] = [];
  const client = new MeshAPI({ apiKey: gateway.apiKey, baseUrl: gateway.url });
  await example({ client, console: { log: (...values) => lines.push(values) } });

  return lines;
}

test("the README's generation prints the picture's address", async () => {
  expect(await run(generate)).toEqual([[expect.stringMatching(/^data:image\/webp;base64,/)]]);
});

test("the README's stream prints that it generates, and then the picture's address", async () => {
  const lines = await run(stream);

  expect(lines[0]).toEqual(["Generating..."]);
  expect(lines.at(-1)).toEqual(["Done:", expect.stringMatching(/^data:image\/webp;base64,/)]);
});

test("the README's list prints models with their prices", async () => {
  expect(await run(list)).toContainEqual(["vertex/imagen-3", "0.04"]);
});

test("the README's account prints the last request, its cost and what is left", async () => {
  await run(generate);
  const left = (10 - gateway.ledger().totalMicros / 1_000_000).toFixed(6);

  expect(await run(account)).toEqual([[expect.stringMatching(/^req_/), "0.050000", left]]);
});

test("the README's failure prints the status, the code and the request id", async () => {
  expect(await run(fail)).toEqual([[404, "model_not_found", expect.stringMatching(/^req_/)]]);
});

test("what the README shows is what these tests run", async () => {
  const [readme, source] = await Promise.all(
    ["README.md", "readme-examples.ts"].map((name) =>
      readFile(new URL(name, import.meta.url), "utf8"),
    ),
  );
  const blocks = [...(readme ?? "").matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) => code);
  const withoutIndent = (code: string) => code.replaceAll(/^ +/gm, "");

  expect(blocks).toHaveLength(6);
  // The first block makes the client, which the tests do with the fake gateway's address.
  for (const block of blocks.slice(1)) {
    expect(withoutIndent(source ?? "")).toContain(withoutIndent(block).trim());
  }
});
