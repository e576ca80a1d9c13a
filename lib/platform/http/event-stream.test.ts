import { expect, onTestFinished, test, vi } from "vitest";
import { eventPing } from "#lib/platform/http/event-ping.ts";
import { eventStreamResponse } from "./event-stream.ts";

/** A stream on which nothing happens until it is over. */
function openQuietStream() {
  const abort = new AbortController();
  const over = new Promise<void>((resolve) =>
    abort.signal.addEventListener("abort", () => resolve()),
  );
  async function* nothing(): AsyncGenerator<Uint8Array> {
    await over;
    yield* [];
  }
  const response = eventStreamResponse(nothing(), { abort });
  return { response, abort };
}

test("streams are pinged by one timer, a reader that takes nothing is not sent more and more, and the timer ends with the last", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const [read, stalled] = [openQuietStream(), openQuietStream()];
  expect(vi.getTimerCount()).toBe(1);

  const reader = read.response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe(": open\n\n");
  for (let round = 0; round < 3; round += 1) {
    const next = reader?.read();
    await vi.advanceTimersByTimeAsync(eventPing.everyMs);
    expect((await next)?.value).toBe("event: ping\ndata: {}\n\n");
  }
  stalled.abort.abort();
  expect(await stalled.response.text()).toBe(": open\n\n");

  expect(vi.getTimerCount()).toBe(1);
  await reader?.cancel();
  expect(vi.getTimerCount()).toBe(0);
});
