import type { ImageView } from "#lib/contract/image-view.ts";
import { deliveredSchema } from "#lib/engine/delivered.ts";
import type { Prisma } from "#lib/platform/database/database.server.ts";

/** What is read of a picture's row; `toImageView` makes the view of it. */
export const imageSelect = {
  id: true,
  generationId: true,
  attemptId: true,
  index: true,
  revisedPrompt: true,
  delivered: true,
  favoritedAt: true,
  hiddenAt: true,
  deletedAt: true,
  createdAt: true,
  generation: { select: { prompt: true } },
  blob: { select: { width: true, height: true, type: true, bytes: true, thumbhash: true } },
} satisfies Prisma.ImageSelect;

type ImageRecord = Prisma.ImageGetPayload<{ select: typeof imageSelect }>;

/** The picture as screens and HTTP see it. */
export function toImageView(record: ImageRecord): ImageView {
  const { generation, blob, favoritedAt, hiddenAt, deletedAt, createdAt, delivered, ...same } =
    record;
  return {
    ...same,
    ...blob,
    prompt: generation.prompt,
    delivered: deliveredSchema.parse(delivered),
    isFavorite: favoritedAt !== null,
    isHidden: hiddenAt !== null,
    deletedAt: deletedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
