/** A database that takes longer holds every screen up, and a network file system that hangs would never answer. */
export const answerMsMax = 2_000;

/** Waits for the work, `timeoutMs` at most; null when it takes longer. What it does then goes on, and is not heard of. */
export async function answerWithin<T>(timeoutMs: number, work: Promise<T>): Promise<T | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), timeoutMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
