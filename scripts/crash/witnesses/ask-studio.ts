import * as z from "zod";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ServedImage } from "../evidence.ts";
import { hashOf } from "../hash-of.ts";

/** What the checks compare whole is taken as it comes; only its id is looked at. */
const pageSchema = z.object({
  generations: z.array(z.custom<GenerationView>((value) => typeof Object(value).id === "string")),
  sequence: z.int(),
});

export interface Snapshot {
  generations: GenerationView[];
  sequence: number;
}

/** The whole feed, page by page. */
export async function takeSnapshot(address: string): Promise<Snapshot> {
  const generations: GenerationView[] = [];
  let before = "";
  for (;;) {
    const response = await fetch(`${address}/api/generations?limit=50${before}`);
    const page = pageSchema.parse(await response.json());
    generations.push(...page.generations);
    const last = page.generations.at(-1);
    if (!last) return { generations, sequence: page.sequence };
    before = `&before=${last.id}`;
  }
}

/** Fetches a picture in its three sizes. */
export async function fetchImage(address: string, imageId: string): Promise<ServedImage[]> {
  const served: ServedImage[] = [];
  for (const variant of ["original", "640", "320"] as const) {
    const response = await fetch(`${address}/api/images/${imageId}/${variant}`);
    const content = new Uint8Array(await response.arrayBuffer());
    served.push({
      imageId,
      variant,
      status: response.status,
      hash: hashOf(content),
      bytes: content.length,
    });
  }
  return served;
}
