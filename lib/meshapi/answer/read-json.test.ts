import { afterEach, expect, test, vi } from "vitest";
import { give, type Played } from "#lib/meshapi/answer/test-played.ts";
import { MeshAPI } from "#lib/meshapi/client.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** What a list comes to that is given so, on a clock that is set forward, and after how long. */
async function list(body: Played) {
  vi.useFakeTimers();
  const start = Date.now();
  const client = new MeshAPI({
    apiKey: "rsk_canary",
    baseUrl: "https://gateway.example",
    fetch: async (_url, { signal }) => ({
      status: 200,
      headers: new Headers({ "content-type": "application/json" }),
      body: give(body, signal),
    }),
  });
  const listing = client.models.list().then(
    (models) => ({ ids: models.map(({ id }) => id), afterMs: Date.now() - start }),
    ({ code, sent }) => ({ code, sent }),
  );
  await vi.advanceTimersByTimeAsync(700_000);
  return listing;
}

const json = '{"data":[{"id":"flux"},{"id":"sdxl"}]}';
const pings: Played = [1, 2, 3, 4].flatMap(() => [1_500, "\n"]);

test.each<[string, Played, number]>([
  ["with a text behind it", [json, "\n<!-- cached by a proxy -->"], 0],
  ["with a text before it", [")]}',\n", json], 0],
  ["with another document behind it", [json, '\n{"took_ms":3}'], 0],
  ["whose transfer never ends", [json.slice(0, 9), 1_000, json.slice(9), "open"], 3_000],
  ["that is kept alive by white space for ever", [json, ...pings, "open"], 2_000],
  ["whose transfer breaks off behind it", [json, "reset"], 0],
])("a list is read %s", async (_, body, afterMs) => {
  expect(await list(body)).toEqual({ ids: ["flux", "sdxl"], afterMs });
});

test("a list is waited for while it comes, and told as cut where it breaks off", async () => {
  const half = json.slice(0, 22);

  expect(await list([half, 50_000, json.slice(22)])).toMatchObject({ afterMs: 50_000 });
  expect(await list([half, "reset"])).toMatchObject({ sent: "maybe" });
  expect(await list([half])).toMatchObject({ code: "invalid_answer" });
  expect(await list(['<html><script>var models = ["a"];</script></html>'])).toMatchObject({
    code: "invalid_answer",
  });
});
