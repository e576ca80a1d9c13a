import { afterAll } from "vitest";
import { startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import { MeshAPI } from "#lib/meshapi/client.ts";
import type { ImageChunk } from "#lib/meshapi/document/image-chunk.ts";
import type { ImageParameters } from "#lib/meshapi/parameters/image-parameters.ts";
import type { MeshAPIOptions } from "#lib/meshapi/transport/mesh-api-options.ts";

/** A fake gateway for the tests of one file, closed after them, and clients that speak to it. */
export async function startTestClient() {
  const gateway = await startFakeGateway();
  afterAll(() => gateway.close());

  return {
    gateway,
    clientOf: (options: Partial<MeshAPIOptions> = {}) =>
      new MeshAPI({ apiKey: gateway.apiKey, baseUrl: gateway.url, ...options }),
    /** What arrived there with this prompt. */
    requestsWith: (prompt: string) =>
      gateway.ledger().requests.filter((request) => request.prompt === prompt),
  };
}

/** Parameters of a small picture. */
export function ask(prompt: string, others: Partial<ImageParameters> = {}): ImageParameters {
  return { prompt, size: "64x64", ...others };
}

/** Reads a stream to its end. */
export async function collect(chunks: AsyncIterable<ImageChunk>): Promise<ImageChunk[]> {
  const collected: ImageChunk[] = [];
  for await (const chunk of chunks) collected.push(chunk);

  return collected;
}

export function statusesOf(chunks: readonly ImageChunk[]): string[] {
  return chunks.map(({ status }) => status);
}
