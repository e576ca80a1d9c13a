import { createParser, type EventSourceMessage, type ParseError } from "eventsource-parser";
import { AnswerTooLargeError } from "../../body/answer-too-large-error.ts";
import { watchSilence } from "../../body/watch-silence.ts";
import { createLineJoiner } from "./join-lines.ts";

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
 * the server is not to blame, and no silence is counted. What came before a failure is given before it is thrown.
 */
export async function* readEvents(
  body: AsyncIterable<Uint8Array>,
  { eventCharactersMax, silenceMs, onSilence }: ReadEventsOptions,
): AsyncGenerator<EventSourceMessage, void, void> {
  let hasSpoken = false;
  let overflow: ParseError | null = null;
  const events: EventSourceMessage[] = [];

  const decoder = new TextDecoder();
  const join = createLineJoiner();
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

  const arrived = () => events.splice(0);

  const watched = watchSilence(body, { silenceMs, onSilence, isWatching: () => hasSpoken });
  let failure: unknown = null;
  try {
    for await (const piece of watched) {
      parser.feed(join(decoder.decode(piece, { stream: true })));
      yield* arrived();
      if (overflow) throw new AnswerTooLargeError("An event is too large.", { cause: overflow });
    }
  } catch (error) {
    failure = error;
  }

  // The last event may lack its blank line, whatever ended the stream.
  if (!overflow) parser.feed(join(`${decoder.decode()}\n\n`));
  yield* arrived();
  if (failure) throw failure;
}
