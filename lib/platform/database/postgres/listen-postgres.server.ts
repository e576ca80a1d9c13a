import pg from "pg";

/** The pauses between attempts to connect again, in milliseconds; the last one repeats. */
const pausesMs = [100, 500, 1_000, 2_000, 5_000];

/**
 * Listens to a channel on a connection of its own, which is made anew when it is lost; `onNotify("")` then
 * says that notifications may have been missed. Throws only when the first connection fails.
 */
export async function listenPostgres(options: {
  config: pg.ClientConfig;
  channel: string;
  onNotify: (payload: string) => void;
}): Promise<() => Promise<void>> {
  const { config, channel, onNotify } = options;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current = await connect();

  return async () => {
    stopped = true;
    clearTimeout(timer);
    await current.end();
  };

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client(config);
    client.on("notification", ({ payload }) => onNotify(payload ?? ""));
    // Without a listener an "error" would end the process; "end" follows it.
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end();
      throw error;
    }
    client.once("end", () => connectAgain(0));
    return client;
  }

  function connectAgain(attempt: number): void {
    if (stopped) return;
    const pauseMs = pausesMs[Math.min(attempt, pausesMs.length - 1)];
    timer = setTimeout(async () => {
      try {
        current = await connect();
      } catch {
        connectAgain(attempt + 1);
        return;
      }
      if (stopped) await current.end();
      else onNotify("");
    }, pauseMs);
  }
}
