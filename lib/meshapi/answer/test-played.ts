import { vi } from "vitest";
import { MeshAPI } from "#lib/meshapi/client.ts";
import { isMeshAPIError, type MeshAPIError } from "#lib/meshapi/failure/mesh-api-error.ts";
import { imageOf } from "#lib/meshapi/image/image-of.ts";

/** A body: bytes, and how many milliseconds pass before the next ones. `open`: it never ends; `reset`: it breaks off. */
export type Played = readonly (string | Buffer | number | "open" | "reset")[];

export interface PlayedOptions {
  status?: number;
  headers?: Record<string, string>;
  n?: number;
  /** What is sent as a reference. */
  image?: string;
}

/**
 * What a client makes of an answer that comes so, on a clock that is set forward: an address, or how many bytes a picture
 * has, and after how many milliseconds it was there. The test puts the clock back.
 */
export async function play(
  body: Played,
  {
    status = 200,
    headers = { "content-type": "text/event-stream" },
    n = 1,
    image,
  }: PlayedOptions = {},
) {
  vi.useFakeTimers();
  const start = Date.now();
  const images: { image: string | number; afterMs: number }[] = [];
  const client = new MeshAPI({
    apiKey: "rsk_canary",
    baseUrl: "https://gateway.example",
    decodedCharactersMax: 1_000_000,
    fetch: async (_url, { signal }) => ({
      status,
      headers: new Headers(headers),
      body: give(body, signal),
    }),
  });

  const read = async (): Promise<{ error: MeshAPIError | null; afterMs: number }> => {
    let error: MeshAPIError | null = null;
    try {
      for await (const { data } of client.images.stream({
        prompt: "A fox",
        n,
        ...(image ? { image } : {}),
      })) {
        images.push(...data.map((item) => ({ image: nameOf(item), afterMs: Date.now() - start })));
      }
    } catch (thrown) {
      if (!isMeshAPIError(thrown)) throw thrown;
      error = thrown;
    }
    return { error, afterMs: Date.now() - start };
  };

  const reading = read();
  // Beyond the deadline of ten minutes.
  await vi.advanceTimersByTimeAsync(700_000);
  return { images, ...(await reading) };
}

function nameOf(item: Parameters<typeof imageOf>[0]): string | number {
  const image = imageOf(item);
  if (image.type === "url") return image.url;
  return image.type === "bytes" ? image.bytes.length : image.reason;
}

/** The body as it is played. */
export async function* give(
  body: Played,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, void> {
  for (const part of body) {
    if (part === "reset") throw new Error("reset");
    if (part === "open") await wait(2_147_483_647, signal);
    else if (typeof part === "number") await wait(part, signal);
    else yield Buffer.from(part);
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const leave = () => {
    clearTimeout(timer);
    reject(new Error("The connection was closed."));
  };
  signal.addEventListener("abort", leave, { once: true });
  if (signal.aborted) leave();
  return promise;
}
