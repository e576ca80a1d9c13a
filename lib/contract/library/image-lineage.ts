import * as z from "zod";
import { imageTileSchema } from "#lib/contract/library/image-tile.ts";

/** How many children of a picture are told of at most. */
export const lineageChildrenMax = 24;

/** What a picture came from, what came with it, and what was made of it; what is hidden or in the trash is left out. */
export const imageLineageSchema = z.strictObject({
  /** The first picture of the generation that its own was made from, and what of the library went into it. */
  parents: z.array(imageTileSchema),
  /** The pictures of its generation in their order, itself among them, wherever it is. */
  siblings: z.array(imageTileSchema),
  /** Of each generation that was made from its own, or that it went into, the first picture: the newest `lineageChildrenMax`, oldest first. */
  children: z.array(imageTileSchema),
});

export type ImageLineage = z.infer<typeof imageLineageSchema>;
