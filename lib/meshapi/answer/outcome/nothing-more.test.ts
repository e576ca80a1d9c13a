import { afterEach, describe, expect, test, vi } from "vitest";
import { play } from "#lib/meshapi/answer/test-played.ts";

afterEach(() => {
  vi.useRealTimers();
});

const url = "https://pictures.example/1";
const event = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
const picture = event({ data: [{ url }] });
const refused = event({ error: { code: "moderation_blocked", message: "Rejected." } });
const json = { headers: { "content-type": "application/json" } };

/** For nine minutes, with events that say no more than that among them. */
const pings = Array.from({ length: 54 }, () => [
  ": ping\n\n",
  5_000,
  event({ type: "ping" }),
  5_000,
]);

describe("where no more can come, pings alone end a stream", () => {
  test("behind an error", async () => {
    const { error, afterMs } = await play([refused, ...pings.flat(), "open"]);

    expect(error).toMatchObject({ kind: "refused", charged: "no" });
    expect(afterMs).toBe(60_000);
  });

  test("behind all pictures that were asked for", async () => {
    const { images, error, afterMs } = await play([picture, ...pings.flat(), "open"]);

    expect(images).toMatchObject([{ image: url }]);
    expect(error).toBeNull();
    expect(afterMs).toBe(60_000);
  });

  test.each([
    ["another provider is asked", [event({ error: { message: "A failed, trying B" } })], 1],
    ["the work went on", [refused, event({ progress: 0.4 })], 1],
    ["another picture is to come", [refused], 2],
    ["nothing was said", [], 1],
  ])("but not where %s", async (_, said, n) => {
    const minutes = pings.slice(0, 20).flat();

    expect((await play([...said, ...minutes, picture], { n })).images).toMatchObject([
      { image: url },
    ]);
  });
});

describe("an address by the name of a source", () => {
  test.each([
    { images: [{ original_url: url, id: 4 }] },
    { data: { source_url: url } },
    { originalUrl: url },
  ])("counts where nothing better stands: %j", async (body) => {
    expect((await play([JSON.stringify(body)], json)).images).toMatchObject([{ image: url }]);
    expect((await play([event(body)])).images).toMatchObject([{ image: url }]);
  });

  test("and not beside another, in the same event or in a later one", async () => {
    const source_url = "https://pictures.example/sent";
    const { images } = await play([event({ source_url }), event({ source_url, url })]);

    expect(images).toMatchObject([{ image: url }]);
  });

  test("nor where pictures were sent along, or it failed", async () => {
    const body = JSON.stringify({ source_url: url });
    const failed = JSON.stringify({ source_url: url, error: { message: "It failed." } });

    expect(
      (await play([body], { ...json, image: "https://pictures.example/sent" })).images,
    ).toEqual([]);
    expect((await play([failed], json)).images).toEqual([]);
  });
});
