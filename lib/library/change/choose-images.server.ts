import { changedImagesMax } from "#lib/contract/library/changed-images-max.ts";
import type { ChosenPage } from "#lib/contract/library/images-change.ts";
import type { FindOptions } from "#lib/library/find/find-condition.server.ts";
import { findImages } from "#lib/library/find/find-images.server.ts";
import { listImages } from "#lib/library/list-images.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

interface ChooseOptions {
  userId: string;
  of: ChosenPage;
  /** What `q` of a list asks for; null without. */
  search: Omit<FindOptions, "userId"> | null;
}

/** The ids that are chosen: those that are given, or a page of a list without those that are left out. `next` is where its next page begins; null at its end. */
export async function chooseImages(
  client: Pick<PrismaClient, "$queryRaw" | "gateway">,
  { userId, of, search }: ChooseOptions,
): Promise<{ ids: string[]; next: string | null }> {
  if ("ids" in of) return { ids: of.ids, next: null };

  const { list, before, except } = of;
  const options = { userId, before, limit: changedImagesMax };
  const page =
    search && list !== "trash"
      ? await findImages(client, { ...options, ...search, onlyFavorites: list === "favorites" })
      : await listImages(client, { ...options, list });
  const left = new Set(except);
  const ids = page.map(({ id }) => id).filter((id) => !left.has(id));
  return { ids, next: page.length === changedImagesMax ? (page.at(-1)?.id ?? null) : null };
}
