import type { ImageResult } from "./image/image-response.ts";
import type { ImageParameters } from "./parameters/image-parameters.ts";
import type { PaidRequestOptions } from "./request/request-options.ts";
import { streamImages } from "./stream-images.ts";
import type { Transport } from "./transport/transport.ts";

/**
 * Asks for pictures and waits for all of them. With `stream: true` the gateway keeps the connection alive with pings
 * meanwhile. An answer that fails half way throws, and the pictures that came before are lost: `stream` gives each.
 */
export async function generateImages(
  transport: Transport,
  parameters: ImageParameters,
  options: PaidRequestOptions = {},
): Promise<ImageResult> {
  const result: ImageResult = { data: [], requestId: null };

  const chunks = streamImages(transport, { stream: false, ...parameters }, options);
  for await (const { data, ...facts } of chunks) {
    if ("partials" in facts) continue;
    const { status, ...said } = facts;
    Object.assign(result, said);
    result.data.push(...data);
  }

  return result;
}
