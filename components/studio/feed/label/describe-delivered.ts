import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import type { Words } from "#messages/create-words.ts";

/** What of a request is told of where its pictures have something else. */
const names = ["size", "quality", "background", "output_format"] as const;
type Name = (typeof names)[number];

/** Whether something may come of it that was not asked for. */
export function mayDiffer({ parameters }: Pick<GenerationView, "parameters">): boolean {
  return names.some((name) => parameters[name] !== undefined);
}

/** "Asked for any quality, got high.": what was asked for and not given, as far as anybody said. */
export function describeDelivered(
  { parameters, images }: Pick<GenerationView, "parameters" | "images">,
  t: Words,
): readonly string[] {
  return names.flatMap((name) => {
    const asked = parameters[name];
    // Which size, background or format a model chose is no news: the picture shows it.
    if (asked === undefined || (asked === "auto" && name !== "quality")) return [];

    const given = images.flatMap((image) => deliveredOf(image, name) ?? []);
    const others = [...new Set(given.filter((one) => one !== asked))];
    if (others.length === 0) return [];
    return t("feed.gotOther", { name, asked: spaced(asked), got: others.map(spaced).join(", ") });
  });
}

/** Null where nobody said. The file itself tells its size and format, whatever the gateway says. */
function deliveredOf({ delivered, width, height, type }: ImageView, name: Name): string | null {
  if (name === "size") return `${width}x${height}`;
  if (name === "output_format") return type.replace("image/", "");
  return delivered[name] ?? null;
}

/** "1536 × 1024". */
function spaced(value: string): string {
  return value.replace(/^(\d+)x(\d+)$/, "$1 × $2");
}
