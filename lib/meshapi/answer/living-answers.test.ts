import { afterEach, describe, expect, test, vi } from "vitest";
import { play } from "#lib/meshapi/answer/test-played.ts";

afterEach(() => {
  vi.useRealTimers();
});

const url = "https://pictures.example/1";
const other = "https://pictures.example/2";
const json = (value: unknown) => JSON.stringify(value);
const event = (value: unknown) => `data: ${json(value)}\n\n`;
const picture = event({ data: [{ url }] });
const line = (address: string) => `${json({ data: [{ url: address }] })}\n`;
const typed = (type: string) => ({ headers: { "content-type": type } });

const overloaded = {
  error: { code: "provider_overloaded", message: "provider A overloaded, trying provider B" },
};

describe("what is said before the picture does not end the stream", () => {
  test.each([
    { message: "Starting up the GPU" },
    { status: "queued", message: "You are number 3 in the queue" },
    { success: true, message: "accepted" },
    { error: false, message: "ok" },
    { error: null, errors: [] },
    { code: 1, msg: "in progress" },
    { code: "PENDING", message: "in queue" },
    { progress: 5, msg: "denoising" },
    { object: "image.chunk", status: "processing", data: [], message: "queued" },
    { status_code: 102, status: "processing" },
    { steps: [{ name: "cache", status: "failed" }] },
    { errcode: 0, errmsg: "ok" },
    { detail: "Warming up" },
    { type: "error", message: "The first provider failed." },
    overloaded,
  ])("%j", async (said) => {
    const { images, error } = await play([event(said), 3_000, event(said), 55_000, picture]);

    expect(images).toMatchObject([{ image: url }]);
    expect(error).toBeNull();
  });

  test("by the name of an event", async () => {
    const said = 'event: progress\ndata: {"progress":0.1,"message":"step 1"}\n\n';

    expect((await play([said, 50_000, ": ping\n\n", 50_000, picture])).images).toHaveLength(1);
  });
});

describe("a message is no failure", () => {
  const message = event({ message: "Starting up the GPU" });

  test("so that a stream that breaks off after it may have been charged", async () => {
    expect((await play([message, "reset"])).error).toMatchObject({ sent: "maybe", charged: null });
  });

  test("so that a stream that ends after it sent no picture", async () => {
    expect((await play([message])).error).toMatchObject({ code: "no_picture" });
  });

  test("unless it speaks of what is refused", async () => {
    const refused = event({ message: "Your request was rejected by our safety system." });

    expect((await play([refused])).error).toMatchObject({ kind: "refused", charged: "no" });
  });
});

describe("an error ends a stream", () => {
  test("when the stream ends", async () => {
    expect((await play([event(overloaded)])).error).toMatchObject({ kind: "free", charged: "no" });
  });

  test("when it is silent", async () => {
    const { error, afterMs } = await play([event(overloaded), "open"]);

    expect(error).toMatchObject({ kind: "free", charged: "no" });
    expect(afterMs).toBe(60_000);
  });

  test.each([
    { object: "image.chunk", status: "processing", data: [] },
    { type: "image_generation.generating" },
    { type: "response.image_generation_call.generating", item_id: "i" },
    { progress: 0.4, step: 12 },
    { choices: [{ index: 0, delta: { content: "Here" } }] },
    { status: "retrying" },
    { status: "denoising 5/30" },
    { message: "Trying provider B" },
  ])("and not where the work went on after it: that may have been charged (%j)", async (said) => {
    const { error } = await play([event(overloaded), event(said), "reset"]);
    expect(error).toMatchObject({ sent: "maybe", charged: null });
    const ended = await play([event(overloaded), event(said)]);
    expect(ended.error?.charged).not.toBe("no");
  });

  test.each([
    { type: "image_generation.completed", data: [] },
    { type: "ping" },
    { id: "c", object: "chat.completion.chunk", choices: [], usage: { total_tokens: 0 } },
    { choices: [{ index: 0, delta: { content: "" }, finish_reason: "error" }] },
  ])("also where what follows ends the stream, or keeps it open (%j)", async (said) => {
    const { error } = await play([event(overloaded), event(said), "reset"]);
    expect(error).toMatchObject({ kind: "free", charged: "no" });
  });
});

describe("lines of JSON are read as they come", () => {
  test.each(["application/x-ndjson", "application/json", "text/plain", "application/stream+json"])(
    "a picture after a line of progress, as %s",
    async (type) => {
      const { images, error } = await play(
        ['{"status":"processing"}\n', 3_000, " \n", 55_000, line(url)],
        typed(type),
      );

      expect(images).toMatchObject([{ image: url }]);
      expect(error).toBeNull();
    },
  );

  test("a second picture after a while, and the first at once", async () => {
    const lines = [line(url), 3_000, line(other)];

    expect((await play(lines, typed("application/x-ndjson"))).images).toEqual([
      { image: url, afterMs: 0 },
      { image: other, afterMs: 3_000 },
    ]);
    expect((await play(lines, { ...typed("application/json"), n: 2 })).images).toHaveLength(2);
  });

  test("a picture behind others' words is not waited for by the clock", async () => {
    const { images } = await play([")]}',\n{", 30_000, `"data":[{"url":"${url}"}]}`], typed(""));

    expect(images).toMatchObject([{ image: url }]);
  });
});

describe("a transfer that never ends", () => {
  const drip = Array.from({ length: 30 }, () => [300, "\n"] as const).flat();

  test("is ended soon behind JSON that holds the picture, though white space drips", async () => {
    const { images, error, afterMs } = await play(
      [line(url), ...drip, "open"],
      typed("application/json; charset=utf-8"),
    );

    expect(images).toEqual([{ image: url, afterMs: 0 }]);
    expect(error).toBeNull();
    expect(afterMs).toBe(2_000);
  });

  test("is ended by silence behind JSON without a picture, of which nobody knows what it cost", async () => {
    const { error, afterMs } = await play(['{"status":"processing"}', "open"], {
      ...typed("application/json"),
    });

    expect(error).toMatchObject({ sent: "maybe", charged: null, answer: { isWhole: false } });
    expect(afterMs).toBe(60_000);
  });

  test.each([
    ["an address", url],
    ["a word for an address", ` ${url}\n`],
    ["JSON called a text", line(url)],
  ])("is ended by silence behind %s", async (_, body) => {
    const { images, error, afterMs } = await play([body, "open"], typed("text/plain"));

    expect(images).toMatchObject([{ image: url }]);
    expect(error).toBeNull();
    expect(afterMs).toBe(60_000);
  });
});

test("what comes after the end puts the end off", async () => {
  const done = "data: [DONE]\n\n";

  expect((await play([done, 1_500, done, 1_500, picture])).images).toHaveLength(1);
});
