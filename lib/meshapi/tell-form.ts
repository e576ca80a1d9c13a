/** White space, and the three bytes of a byte order mark: they may stand before the first word. */
const blanks = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

/** With which the JSON of an answer begins, and the page of a proxy: no event stream does. */
const beginsJson = new Set([..."{[<"].map((character) => character.charCodeAt(0)));

/** With which `data:`, `event:`, `id:`, `retry:` and comments begin: no JSON of an answer does. */
const beginsEvents = new Set([..."deir:"].map((character) => character.charCodeAt(0)));

interface Answered {
  body: AsyncIterable<Uint8Array>;
  /** By its content type. */
  isEventStream: boolean;
}

/**
 * Tells events from JSON by the first byte that says so, since a proxy may have changed the content type, and what is
 * in it is paid for. Waits for that byte; the body it gives is the whole one.
 */
export async function tellForm({ body, isEventStream }: Answered): Promise<Answered> {
  const pieces = body[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];

  for (;;) {
    const step = await pieces.next();
    if (!step.done) read.push(step.value);
    const first = step.done ? undefined : step.value.find((byte) => !blanks.has(byte));
    if (first === undefined && !step.done) continue;

    const isEvents = first !== undefined && beginsEvents.has(first);
    const isJson = first !== undefined && beginsJson.has(first);
    return {
      body: chain(read, pieces),
      isEventStream: isEvents || (isEventStream && !isJson),
    };
  }
}

/** What was read, and then the rest. Whoever leaves closes the connection. */
async function* chain(
  read: readonly Uint8Array[],
  pieces: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  try {
    yield* read;
    for (;;) {
      const { done, value } = await pieces.next();
      if (done) return;
      yield value;
    }
  } finally {
    await pieces.return?.();
  }
}
