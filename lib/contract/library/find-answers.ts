import * as z from "zod";

/** Further than this a search does not count: there are "10,000+". */
export const countMax = 10_000;

/** How many pictures a search finds. */
export const imageCountSchema = z.strictObject({
  count: z.int().max(countMax),
  /** Whether there are more than are counted. */
  isCapped: z.boolean(),
});

export type ImageCount = z.infer<typeof imageCountSchema>;

const facetValueSchema = z.strictObject({
  /** As `writeFacet` takes it. */
  value: z.string(),
  count: z.int(),
});

export type FacetValue = z.infer<typeof facetValueSchema>;

/** The values that a search could be narrowed to, each with its pictures, the most first: among `countMax` of what it finds. */
export const imageFacetsSchema = imageCountSchema.extend({
  model: z.array(facetValueSchema),
  /** By name. */
  gateway: z.array(facetValueSchema),
  shape: z.array(facetValueSchema),
  size: z.array(facetValueSchema),
});

export type ImageFacets = z.infer<typeof imageFacetsSchema>;

/** Pictures of one month that are counted at most: there are "999+". */
export const monthCountMax = 999;

/** The months in which there are pictures, the last first. */
export const imageMonthsSchema = z.strictObject({
  months: z.array(
    imageCountSchema.extend({
      /** As "2026-11", in the reader's time zone. */
      month: z.string(),
    }),
  ),
});

export type ImageMonth = z.infer<typeof imageMonthsSchema>["months"][number];
