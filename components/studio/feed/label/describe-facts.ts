import { formatCostOfAll } from "#components/image/format-cost.ts";
import { formatTook } from "#components/image/format-took.ts";
import { sizeOf } from "#components/studio/parameters/size/size-of.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { isLocal } from "#lib/contract/is-local.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";
import type { Words } from "#messages/create-words.ts";

export interface Facts {
  /** What became of it, if not all is well. */
  status: string | null;
  /** By what, in which shape, how fast, and at what cost. */
  facts: readonly string[];
}

/** What is said of a generation beneath its prompt; its model by the name that the offers give it, as where it is chosen. */
export function describeFacts(
  generation: GenerationView,
  t: Words,
  offers: readonly ModelOffer[] = [],
): Facts {
  const { parameters, gateway, attempts, images, endedAt } = generation;
  const asked = new Set(attempts.map((attempt) => attempt.index)).size;
  const made = attempts.filter((attempt) => attempt.state === "succeeded").length;
  const isPartly = made > 0 && made < asked;
  const size = sizeWords(images[0] ?? parameters.size ?? parameters.aspect_ratio);
  const took = endedAt !== null && made > 0 ? tookOf(generation) : null;

  return {
    status: isPartly && endedAt !== null ? t("feed.made", { made, asked }) : null,
    facts: [
      isLocal(gateway) ? gateway.name : (modelName(generation, offers) ?? t("feed.defaultModel")),
      size.ratio,
      // Of several each of which has others, none is told.
      new Set(images.map(({ width, height }) => `${width}x${height}`)).size < 2 && size.pixels,
      took !== null && formatTook(took, t),
      describeCost(generation, t),
    ].filter((fact) => typeof fact === "string"),
  };
}

function modelName({ model, gateway }: GenerationView, offers: readonly ModelOffer[]) {
  const offer = offers.find((one) => one.gateway.id === gateway.id);
  return offer?.models.find(({ id }) => id === model)?.name || model;
}

interface SizeWords {
  /** "3:2", where it is a simple one. */
  ratio: string | null;
  /** "1536 × 1024". */
  pixels: string | null;
}

/** A shape in words, of a picture's pixels or as it was asked for; nothing of one that the model may choose. */
function sizeWords(size: string | { width: number; height: number } | undefined): SizeWords {
  if (size === undefined || size === "auto") return { ratio: null, pixels: null };

  const { width, height } = typeof size === "string" ? sizeOf(size) : size;
  const divisor = greatestDivisor(width, height);
  const [across, down] = [width / divisor, height / divisor];
  const isSimple = across <= 32 && down <= 32;
  const isPixels = typeof size !== "string" || /^\d+x\d+$/.test(size);
  return {
    ratio: isSimple ? `${across}:${down}` : null,
    pixels: isPixels ? `${width} × ${height}` : null,
  };
}

function greatestDivisor(a: number, b: number): number {
  return b < 1 ? Math.max(1, a) : greatestDivisor(b, a % b);
}

/** From the first request that was sent to the last picture. */
function tookOf({ attempts }: GenerationView): number | null {
  const made = attempts.filter(({ state }) => state === "succeeded");
  const sent = made.flatMap(({ sentAt }) => (sentAt ? [Date.parse(sentAt)] : []));
  const ended = made.flatMap(({ endedAt }) => (endedAt ? [Date.parse(endedAt)] : []));
  return sent.length > 0 && ended.length > 0 ? Math.max(...ended) - Math.min(...sent) : null;
}

/** What was refused or never sent cost nothing, and what it would have cost is not counted. */
function describeCost({ gateway, attempts }: GenerationView, t: Words): string {
  if (!gateway.paid) return t("feed.free");

  const charged = attempts.filter((attempt) => attempt.charged !== "no");
  if (charged.length === 0) return t("feed.notBilled");
  return formatCostOfAll(charged, t) ?? t("feed.priceUnknown");
}
