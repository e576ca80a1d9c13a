/**
 * At most one run at a time; who asks during a run waits for one more that begins after it. A run that fails rejects for
 * all that wait for it.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isWanted = false;

  async function run(): Promise<void> {
    try {
      while (isWanted) {
        isWanted = false;
        await work();
      }
    } finally {
      // In the same turn as the last look at `isWanted`: nobody can ask in between and be forgotten.
      running = null;
    }
  }

  return () => {
    isWanted = true;
    running ??= run();
    return running;
  };
}
