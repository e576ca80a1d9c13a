import { createParser, type EventSourceMessage, type ParseError } from "eventsource-parser";
import { AnswerTooLargeError } from "./answer-too-large-error.ts";

export interface ReadEventsOptions {
  /** The longest event that is held, in characters; a longer one throws an `AnswerTooLargeError`. */
  eventCharactersMax: number;
  /** How long the server may be silent once it has sent a comment or an event. */
  silenceMs: number;
  /** Called then; it should make the body fail. */
  onSilence: () => void;
}

/**
 * Reads server-sent events from a body, however it is cut into pieces. Silence counts only once the server has
 * spoken, since some never ping; from then on any byte is a sign of life. While the reader works on an event
 * the server is not to blame, and no silence is counted.
 */
export async function* readEvents(
  body: AsyncIterable<Uint8Array>,
  { eventCharactersMax, silenceMs, onSilence }: ReadEventsOptions,
): AsyncGenerator<EventSourceMessage, void, void> {
  let hasSpoken = false;
  let overflow: ParseError | null = null;
  let events: EventSourceMessage[] = [];

  const decoder = new TextDecoder();
  const parser = createParser({
    maxBufferSize: eventCharactersMax,
    onComment: () => {
      hasSpoken = true;
    },
    onEvent: (event) => {
      hasSpoken = true;
      events.push(event);
    },
    onError: (error) => {
      if (error.type === "max-buffer-size-exceeded") overflow = error;
    },
  });

  for await (const piece of watchSilence(body, {
    silenceMs,
    onSilence,
    isWatching: () => hasSpoken,
  })) {
    parser.feed(decoder.decode(piece, { stream: true }));
    const arrived = events;
    events = [];
    yield* arrived;
    if (overflow) throw new AnswerTooLargeError("An event is too large.", { cause: overflow });
  }
}

interface WatchSilenceOptions {
  silenceMs: number;
  onSilence: () => void;
  isWatching: () => boolean;
}

/** Passes a body on, and counts the time only while waiting for its next piece. */
async function* watchSilence(
  body: AsyncIterable<Uint8Array>,
  { silenceMs, onSilence, isWatching }: WatchSilenceOptions,
): AsyncGenerator<Uint8Array, void, void> {
  const pieces = body[Symbol.asyncIterator]();
  let timer: NodeJS.Timeout | undefined;

  try {
    for (;;) {
      timer = isWatching() ? setTimeout(onSilence, silenceMs) : undefined;
      const { done, value } = await pieces.next();
      clearTimeout(timer);
      if (done) return;
      yield value;
    }
  } finally {
    clearTimeout(timer);
    await pieces.return?.();
  }
}
