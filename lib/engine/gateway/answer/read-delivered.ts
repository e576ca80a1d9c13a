import { type Delivered, deliveredSchema } from "#lib/engine/delivered.ts";
import { toMicros } from "#lib/engine/gateway/charge/to-micros.ts";
import type { ImageFacts } from "#lib/meshapi/image/image-response.ts";

/** Where gateways put what a request cost, in US dollars. None is documented for MeshAPI: what is absent stays unknown. */
const costNames = ["cost_usd", "total_cost_usd", "cost", "total_cost"];

/** What the gateway says that it delivered. */
export function readDelivered({
  size,
  quality,
  output_format,
  background,
  usage,
}: ImageFacts): Delivered {
  const said = Object.entries({ size, quality, output_format, background }).filter(
    ([, word]) => word,
  );
  const parsed = deliveredSchema.safeParse({
    ...Object.fromEntries(said),
    ...(usage ? { usage } : {}),
  });
  return parsed.success ? parsed.data : {};
}

/** What the answer cost in millionths of a US dollar, by the gateway's own word; null when it did not say. */
export function readCostMicros({ usage }: Pick<ImageFacts, "usage">): number | null {
  for (const name of costNames) {
    const micros = toMicros(usage?.[name]);
    if (micros !== null) return micros;
  }
  return null;
}
