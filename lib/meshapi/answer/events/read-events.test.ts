import type { EventSourceMessage } from "eventsource-parser";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readEvents } from "#lib/meshapi/answer/events/read-events.ts";

const limits = { eventCharactersMax: 1_000, silenceMs: 60_000, onSilence: () => {} };

afterEach(() => {
  vi.useRealTimers();
});

async function* bodyOf(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  yield* pieces;
}

async function collect(
  body: AsyncIterable<Uint8Array>,
  options = limits,
): Promise<EventSourceMessage[]> {
  const events: EventSourceMessage[] = [];
  for await (const event of readEvents(body, options)) events.push(event);

  return events;
}

/** Cuts bytes at these places. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [...new Set(places)].sort((a, b) => a - b).filter((place) => place < bytes.length);
  return [0, ...at].map((start, index) => bytes.subarray(start, at[index] ?? bytes.length));
}

/** A body that gives what it is told to, when it is told to. */
function createFeed() {
  const waiting: PromiseWithResolvers<IteratorResult<Uint8Array, void>>[] = [];
  const next = () => {
    const asked = Promise.withResolvers<IteratorResult<Uint8Array, void>>();
    waiting.push(asked);
    return asked.promise;
  };

  return {
    body: { [Symbol.asyncIterator]: () => ({ next }) },
    give: (text: string) => waiting.shift()?.resolve({ done: false, value: Buffer.from(text) }),
    end: () => waiting.shift()?.resolve({ done: true, value: undefined }),
  };
}

describe("however it is cut", () => {
  const line = fc.string({
    unit: fc.constantFrom("a", "é", "🦊", ":", " ", "{", '"'),
    maxLength: 12,
  });
  const eventArbitrary = fc.record({
    name: fc.option(fc.constantFrom("message", "image_generation.completed", "error"), {
      nil: undefined,
    }),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    before: fc.constantFrom("", ": ping\n", ":\n", "unknown: field\n", "retry: x\n", "nonsense\n"),
  });

  test("a stream gives the same events", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(eventArbitrary, { maxLength: 6 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        fc.array(fc.nat(600), { maxLength: 40 }),
        async (events, ending, hasMark, places) => {
          const text = events
            .map(({ name, lines, before }) => {
              const named = name ? `event: ${name}\n` : "";
              return `${before}${named}${lines.map((line) => `data: ${line}\n`).join("")}\n`;
            })
            .join("")
            .replaceAll("\n", ending);
          const bytes = Buffer.from((hasMark ? "\uFEFF" : "") + text);
          // A CR at the very end may still become a CR LF: the event is complete all the same.
          const read = await collect(bodyOf(cut(bytes, places)));

          expect(read.map(({ event, data }) => ({ event, data }))).toEqual(
            events.map(({ name, lines }) => ({ event: name, data: lines.join("\n") })),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test("at every single byte", async () => {
    const bytes = Buffer.from(
      '\uFEFF: ping\r\n\r\ndata: {"a":\r\ndata: "é🦊"}\r\n\r\ndata: [DONE]\r\n\r\n',
    );
    const places = Array.from(bytes, (_, index) => index);
    const whole = [{ data: '{"a":\n"é🦊"}' }, { data: "[DONE]" }];

    for (const place of places) {
      expect(await collect(bodyOf(cut(bytes, [place])))).toMatchObject(whole);
    }
    expect(await collect(bodyOf(cut(bytes, places)))).toMatchObject(whole);
  });
});

test.each([
  ['data: {\n "a": [\n  1\n ]\n}\n\n', '{\n "a": [\n  1\n ]\n}'],
  ['data: {"a":"x\r\ny","b":1}\r\n\r\n', '{"a":"x\ny","b":1}'],
  ["data: {\n: ping\nid: 1\n}\nnonsense\n\n", "{\n}"],
  ["data: a\nnonsense\ndata: b\n\n", "a\nb"],
  ["nonsense\ndata: {}\n\n", "{}"],
])(
  "JSON whose lines lack their names is one event's, however it is cut: %j",
  async (text, data) => {
    for (const before of ["", "data: {\n\n"]) {
      const bytes = Buffer.from(before + text);
      for (const places of [[], ...Array.from(bytes, (_, place) => [place]), [...bytes.keys()]]) {
        expect((await collect(bodyOf(cut(bytes, places)))).at(-1)?.data).toBe(data);
      }
    }
  },
);

test.each([
  ["a byte order mark before each event", "\ufeffdata: one\n\n\ufeffdata: two\n\n"],
  ["blanks before the names", " data: one\n\n        data: two\n\n"],
  ["names in capitals", "DATA: one\n\nData: two\n\n"],
  ["a blank behind the names", "data : one\n\ndata :two\n\n"],
  ["a comment behind a blank", "data: one\n\n : ping\n\ndata: two\n\n"],
])("a stream with %s is read, wherever it is cut", async (_, stream) => {
  const bytes = Buffer.from(stream);

  for (let place = 0; place < bytes.length; place += 1) {
    const events = await collect(bodyOf(cut(bytes, [place])));
    expect(events.map(({ data }) => data)).toEqual(["one", "two"]);
  }
});

test("an event beyond the limit is not held", async () => {
  const pieces = Array.from({ length: 20 }, (_, index) =>
    Buffer.from(`${index ? "" : "data: "}${"x".repeat(100)}`),
  );

  await expect(collect(bodyOf(pieces))).rejects.toThrow("An event is too large.");
});

describe("silence", () => {
  test("counts only once the server has spoken, and not while the reader works", async () => {
    vi.useFakeTimers();
    const onSilence = vi.fn();
    const feed = createFeed();
    const events = readEvents(feed.body, { ...limits, onSilence });

    const first = events.next();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(onSilence).not.toHaveBeenCalled();

    feed.give("data: 1\n\n");
    await first;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(onSilence).not.toHaveBeenCalled();

    const second = events.next();
    await vi.advanceTimersByTimeAsync(59_999);
    expect(onSilence).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(onSilence).toHaveBeenCalledOnce();

    feed.end();
    await second;
  });

  test.each([
    ["a ping", ": ping\n\n"],
    ["a part of an event", "data: x"],
  ])("%s is a sign of life", async (_, sign) => {
    vi.useFakeTimers();
    const onSilence = vi.fn();
    const feed = createFeed();
    const reading = collect(feed.body, { ...limits, onSilence });
    await vi.advanceTimersByTimeAsync(0);
    feed.give(": ping\n\n");

    for (const _ of [1, 2, 3]) {
      await vi.advanceTimersByTimeAsync(50_000);
      feed.give(sign);
    }
    await vi.advanceTimersByTimeAsync(50_000);
    expect(onSilence).not.toHaveBeenCalled();

    feed.end();
    await reading;
  });
});
