import * as z from "zod";

const everyMs = 2_000;

const feedSchema = z.object({
  generations: z.array(
    z.object({
      id: z.string(),
      attempts: z.array(z.object({ error: z.object({ code: z.string() }).nullable() })),
    }),
  ),
});

/**
 * Presses "Save again" as a person would, until it is stopped: a picture whose keeping was killed twice waits for that, by
 * design, and here everything is killed on purpose.
 */
export function pressSave(address: string): () => void {
  const press = async () => {
    const feed = feedSchema.parse(await (await fetch(`${address}/api/generations`)).json());
    for (const { id, attempts } of feed.generations) {
      if (!attempts.some(({ error }) => error?.code === "decode_interrupted")) continue;
      await fetch(`${address}/api/generations/${id}/save`, {
        method: "POST",
        headers: { origin: address, "content-type": "application/json" },
      });
    }
  };
  // A server that is stopped meanwhile needs no press any more.
  const timer = setInterval(() => void press().catch(() => {}), everyMs);
  return () => clearInterval(timer);
}
