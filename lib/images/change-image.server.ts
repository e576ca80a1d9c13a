import * as z from "zod";
import type { ImageView } from "#lib/contract/image-view.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import { imageSelect, toImageView } from "#lib/images/image-record.server.ts";
import type { Prisma, PrismaClient } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

/** The body of `PATCH /api/images/:id`. */
export const imageChangeSchema = z.strictObject({
  isFavorite: z.boolean("isFavorite is true or false.").optional(),
  /** Brings a picture into the gallery that was kept after a "stop waiting". */
  isHidden: z.boolean("isHidden is true or false.").optional(),
});

interface Target {
  userId: string;
  id: string;
}

/** Marks a picture of the owner's. Throws `not_found`. */
export function changeImage(
  client: PrismaClient,
  target: Target,
  change: z.infer<typeof imageChangeSchema>,
): Promise<ImageView> {
  const { isFavorite, isHidden } = change;
  return updateImage(client, target, {
    ...(isFavorite === undefined ? {} : { favoritedAt: isFavorite ? new Date() : null }),
    ...(isHidden === undefined ? {} : { hiddenAt: isHidden ? new Date() : null }),
  });
}

/** Moves a picture to the trash; its bytes stay. Throws `not_found`. */
export function deleteImage(client: PrismaClient, target: Target): Promise<ImageView> {
  return updateImage(client, target, { deletedAt: new Date() });
}

/** Takes a picture out of the trash. Throws `not_found`. */
export function restoreImage(client: PrismaClient, target: Target): Promise<ImageView> {
  return updateImage(client, target, { deletedAt: null });
}

function updateImage(
  client: PrismaClient,
  { userId, id }: Target,
  data: Prisma.ImageUpdateManyMutationInput,
): Promise<ImageView> {
  return client.$transaction(async (transaction) => {
    const { count } = await transaction.image.updateMany({ where: { id, userId }, data });
    if (count === 0) throw new AppError("not_found", say("refusals.noPicture"));

    const record = await transaction.image.findUniqueOrThrow({
      where: { id },
      select: imageSelect,
    });
    const image = toImageView(record);
    await appendEvents(transaction, { userId, events: [{ type: "image-updated", image }] });
    return image;
  });
}
