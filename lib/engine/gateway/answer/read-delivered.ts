import { toKnownCost } from "#lib/engine/cost-micros.ts";
import { type Delivered, deliveredSchema } from "#lib/engine/delivered.ts";
import {
  amountOf,
  fieldsOf,
  flagOf,
  ofOthers,
  readCost,
} from "#lib/engine/gateway/charge/read-cost.ts";
import type { ImageFacts } from "#lib/meshapi/image/image-response.ts";

/** Beside what was used other amounts are no money. What is absent stays unknown: no cost is documented for MeshAPI. */
const moneyNames = /cost|usd|currency|unit|denomination|scale|exponent|credit/;

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
  const fields = fieldsOf({ ...Object(usage?.["cost_details"]), ...usage });
  const cost = readCost(fields.filter(([name]) => moneyNames.test(name)));
  if (cost === "contradicts-itself" || (cost.hasOther && !cost.micros)) return null;
  // With a key of one's own at the provider, most of the bill is the provider's.
  if (flagOf(fields, /^isbyok$/)) {
    const upstream = amountOf(fields.find(([name]) => name === "upstreaminferencecost")?.[1]);
    return upstream === null ? null : toKnownCost((cost.micros ?? 0) + upstream);
  }
  // Nothing was paid to the gateway, and something to somebody.
  const isElsewhere = fields.some(
    ([name, value]) => name.endsWith("cost") && !ofOthers.test(name) && amountOf(value),
  );
  return !cost.micros && isElsewhere ? null : toKnownCost(cost.micros);
}
