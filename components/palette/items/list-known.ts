import { fillComposer } from "#components/data/fill-composer.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { promptStart } from "#components/image/prompt-start.ts";
import type { PaletteItem } from "#components/palette/items/palette-item.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

interface KnownContext {
  store: RecordStore;
  goTo: (href: string) => void;
}

/**
 * Prompts and pictures, the newest first: those that this tab knows, and the newest that the server told. Of pictures
 * the server finds the others (`listFound`); a prompt that is older and was not looked at is not found.
 */
export function listKnown(
  told: readonly GenerationView[],
  { store, goTo }: KnownContext,
): PaletteItem[] {
  const fromServer = new Map(told.map((generation) => [generation.id, generation]));
  const ids = [...new Set([...store.list("feed").ids, ...fromServer.keys()])].sort().reverse();
  const generations = ids.flatMap((id) => store.generation(id) ?? fromServer.get(id) ?? []);
  const own = generations.flatMap(({ images }) => images);
  const listed = store.list("images").ids.flatMap((id) => store.image(id) ?? []);

  return [...promptItems(generations, goTo), ...pictureItems([...own, ...listed], { store, goTo })];
}

function promptItems(
  generations: readonly GenerationView[],
  goTo: KnownContext["goTo"],
): PaletteItem[] {
  const prompts = Map.groupBy(generations, ({ prompt }) => prompt);
  return [...prompts].map(([prompt, own]) => ({
    // Not by the newest that has it, which is another when it is made again.
    id: `prompt-${prompt}`,
    section: "prompts",
    label: promptStart(prompt),
    also: prompt,
    ...pictureOf(own),
    run: () => {
      const [newest] = own;
      const fill = { prompt, ...(newest && { sourceGenerationId: newest.id }) };
      if (!fillComposer(fill)) goTo("/");
    },
  }));
}

function pictureOf(generations: readonly GenerationView[]): Pick<PaletteItem, "image"> {
  const image = generations
    .flatMap(({ images }) => images)
    .find(({ deletedAt, isHidden }) => deletedAt === null && !isHidden);
  return image ? { image } : {};
}

/** Pictures that the server found, which says why: by words that a tile does not tell. */
export function listFound(
  { query, images }: { query: string; images: readonly ImageTile[] },
  context: KnownContext,
): PaletteItem[] {
  return pictureItems(images, context).map((item) => ({ ...item, also: `${item.also} ${query}` }));
}

function pictureItems(images: readonly ImageTile[], { store, goTo }: KnownContext): PaletteItem[] {
  const newest = new Map<string, ImageTile>();
  for (const told of images) newest.set(told.id, store.image(told.id) ?? told);
  return [...newest.values()]
    .filter(({ deletedAt, isHidden }) => deletedAt === null && !isHidden)
    .sort((one, other) => (one.id < other.id ? 1 : -1))
    .map((image) => ({
      id: `picture-${image.id}`,
      section: "pictures",
      label: promptStart(image.prompt),
      also: image.prompt,
      image,
      run: () => goTo(`/gallery/${image.id}`),
    }));
}
