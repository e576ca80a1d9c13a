import * as z from "zod";
import { changedImagesMax } from "#lib/contract/library/changed-images-max.ts";
import type { MessageKey } from "#messages/messages.ts";

/** What is done to several pictures at once. */
export const imagesDeedSchema = z.enum(
  ["favorite", "unfavorite", "trash", "restore"],
  "refusals.deed" satisfies MessageKey,
);

export type ImagesDeed = z.infer<typeof imagesDeedSchema>;

/** The lists of pictures. */
export const imageListSchema = z.enum(
  ["all", "favorites", "trash"],
  "refusals.list" satisfies MessageKey,
);

export type ImageList = z.infer<typeof imageListSchema>;

const idSchema = z.uuid("refusals.imageIds" satisfies MessageKey).toLowerCase();

/** Some pictures, or a page of all that a list shows: `next` of the answer is where its next page begins. */
const chosenSchema = z.union(
  [
    z.strictObject({
      ids: z
        .array(idSchema)
        .min(1, "refusals.chosenImages" satisfies MessageKey)
        .max(changedImagesMax, "refusals.chosenImages" satisfies MessageKey),
    }),
    z.strictObject({
      list: imageListSchema,
      /** Only those that this search finds, as of `GET /api/images`; in the trash none is searched for. */
      q: z.string().optional(),
      timeZone: z.string().optional(),
      /** Only those before this id. */
      before: idSchema.optional(),
      except: z
        .array(idSchema)
        .max(10_000, "refusals.chosenImages" satisfies MessageKey)
        .readonly()
        .optional(),
    }),
  ],
  "refusals.chosenImages" satisfies MessageKey,
);

export type ChosenPage = z.infer<typeof chosenSchema>;

/** The body of `POST /api/images/change`. */
export const imagesChangeSchema = z.strictObject({ deed: imagesDeedSchema, of: chosenSchema });

/** The body of `POST /api/images/purge`. */
export const imagesPurgeSchema = z.strictObject({ of: chosenSchema });

export type ImagesChange = z.infer<typeof imagesChangeSchema>;
