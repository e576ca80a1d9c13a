import { changedImagesMax } from "#lib/contract/library/changed-images-max.ts";
import type { ChosenPage } from "#lib/contract/library/images-change.ts";
import { pageOf } from "#lib/library/list-images.server.ts";
import type { TilesClient } from "#lib/library/read-tiles.server.ts";

/** The ids that are chosen: those that are given, or a page of a list without those that are left out. `next` is where its next page begins; null at its end. */
export async function chooseImages(
  client: TilesClient,
  { userId, of }: { userId: string; of: ChosenPage },
): Promise<{ ids: string[]; next: string | null }> {
  if ("ids" in of) return { ids: of.ids, next: null };

  const page = await client.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM (${pageOf({ userId, ...of, limit: changedImagesMax })}) AS page`;
  const left = new Set(of.except);
  const ids = page.map(({ id }) => id).filter((id) => !left.has(id));
  return { ids, next: page.length === changedImagesMax ? (page.at(-1)?.id ?? null) : null };
}
