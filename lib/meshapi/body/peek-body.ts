/**
 * Reads the start of a body until it is enough to tell what it is, or the body ends. The body that it gives is the whole
 * one, and whoever leaves it closes the connection.
 */
export async function peekBody(
  body: AsyncIterable<Uint8Array>,
  isEnough: (start: Buffer) => boolean,
): Promise<{ start: Buffer; body: AsyncIterable<Uint8Array> }> {
  const pieces = body[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let start = Buffer.alloc(0);

  try {
    while (!isEnough(start)) {
      const { done, value } = await pieces.next();
      if (done) break;
      read.push(value);
      start = Buffer.concat([start, value]);
    }
  } catch (error) {
    // It belongs behind what came before it.
    return { start, body: failAfter(read, error) };
  }

  return { start, body: chain(read, pieces) };
}

async function* failAfter(
  read: readonly Uint8Array[],
  error: unknown,
): AsyncGenerator<Uint8Array, void, void> {
  yield* read;
  throw error;
}

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
