export interface WatchSilenceOptions {
  silenceMs: number;
  /** Called after that; it should make the body fail. */
  onSilence: () => void;
  isWatching: () => boolean;
}

/** Passes a body on, and counts the time only while waiting for its next piece. */
export async function* watchSilence(
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
