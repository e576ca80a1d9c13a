import type { Transform } from "node:stream";

/** What counts how much it has taken, as the decoders of node:zlib do. */
export type CountingDecoder = Transform & { bytesWritten: number };

/** Gives all that a decoder makes of one piece, and returns what of it stands behind the decoder's end: nothing while that has not come. */
export async function* feedDecoder(
  decoder: CountingDecoder,
  piece: Uint8Array,
): AsyncGenerator<Uint8Array, Uint8Array, void> {
  const before = decoder.bytesWritten;
  yield* runDecoder(decoder, (done) => decoder.write(piece, done));
  return piece.subarray(decoder.bytesWritten - before);
}

/** Gives all that a decoder makes of one step, before the next is taken: nothing is ever read ahead. */
export async function* runDecoder(
  decoder: Transform,
  start: (done: (error?: Error | null) => void) => void,
): AsyncGenerator<Uint8Array, void, void> {
  let isDone = false;
  let failure: Error | null = null;
  let step = Promise.withResolvers<void>();
  const wake = () => step.resolve();
  const fail = (error?: Error | null) => {
    failure ??= error ?? null;
    isDone = true;
    wake();
  };
  decoder.on("readable", wake).on("error", fail);
  start(fail);

  try {
    for (;;) {
      for (let out = decoder.read(); out !== null; out = decoder.read()) yield out;
      if (failure) throw failure;
      if (isDone) return;
      await step.promise;
      step = Promise.withResolvers();
    }
  } finally {
    decoder.off("readable", wake).off("error", fail);
  }
}
