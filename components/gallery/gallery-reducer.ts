import type { ImageView } from "#lib/contract/image-view.ts";

export interface GalleryState {
  /** Whether only favourites are shown. */
  onlyFavorites: boolean;
  /** Newest first. */
  images: readonly ImageView[];
  /** Pictures that came while the person was further down: newest first, shown when asked for. */
  arrived: readonly ImageView[];
  /** Whether there are pictures older than the last one. */
  hasOlder: boolean;
}

export type GalleryAction =
  /** A picture was made. */
  | { type: "image-stored"; image: ImageView; isAtTop: boolean }
  /** A picture was changed, deleted or restored. */
  | { type: "image-changed"; image: ImageView }
  | { type: "generation-deleted"; generationId: string }
  | { type: "arrived-shown" }
  | { type: "older-loaded"; images: readonly ImageView[]; hasOlder: boolean }
  /** The newest page, read again. */
  | { type: "snapshot-taken"; images: readonly ImageView[]; hasOlder: boolean };

/** What the gallery shows after an action. Ids are UUIDv7: their order is the order of the gallery. */
export function galleryReducer(state: GalleryState, action: GalleryAction): GalleryState {
  switch (action.type) {
    case "image-stored":
      return withStored(state, action);
    case "image-changed":
      return withChanged(state, action.image);
    case "generation-deleted":
      return withoutWhere(state, (image) => image.generationId === action.generationId);
    case "arrived-shown":
      return { ...state, images: merge(state.images, state.arrived), arrived: [] };
    case "older-loaded":
      return { ...state, images: merge(state.images, action.images), hasOlder: action.hasOlder };
    case "snapshot-taken":
      return withSnapshot(state, action);
    default:
      return action satisfies never;
  }
}

function withStored(
  state: GalleryState,
  { image, isAtTop }: { image: ImageView; isAtTop: boolean },
): GalleryState {
  if (!belongs(state, image) || isShown(state, image.id)) return withChanged(state, image);

  const arrived = merge(state.arrived, [image]);
  if (!isAtTop && state.images.length > 0) return { ...state, arrived };
  return { ...state, images: merge(state.images, arrived), arrived: [] };
}

function withChanged(state: GalleryState, image: ImageView): GalleryState {
  if (!belongs(state, image)) return withoutWhere(state, (one) => one.id === image.id);
  if (state.arrived.some((one) => one.id === image.id)) {
    return { ...state, arrived: merge(state.arrived, [image]) };
  }

  // What is older than the last one comes with its page.
  const oldest = state.images.at(-1);
  const isLoaded = !state.hasOlder || oldest === undefined || image.id >= oldest.id;
  return isLoaded ? { ...state, images: merge(state.images, [image]) } : state;
}

/** Within the newest page it is the snapshot that is right; older pages stay, unless pictures would be missing between. */
function withSnapshot(
  state: GalleryState,
  { images, hasOlder }: { images: readonly ImageView[]; hasOlder: boolean },
): GalleryState {
  const oldest = images.at(-1);
  const isOverlapping = state.images.some((image) => image.id === oldest?.id);
  if (!oldest || !hasOlder || !isOverlapping) return { ...state, images, hasOlder, arrived: [] };

  const older = state.images.filter((image) => image.id < oldest.id);
  return { ...state, images: [...images, ...older], arrived: [] };
}

function belongs({ onlyFavorites }: GalleryState, image: ImageView): boolean {
  return image.deletedAt === null && !image.isHidden && (image.isFavorite || !onlyFavorites);
}

function isShown(state: GalleryState, id: string): boolean {
  return state.images.some((image) => image.id === id);
}

function withoutWhere(state: GalleryState, isGone: (image: ImageView) => boolean): GalleryState {
  if (![...state.images, ...state.arrived].some(isGone)) return state;

  return {
    ...state,
    images: state.images.filter((image) => !isGone(image)),
    arrived: state.arrived.filter((image) => !isGone(image)),
  };
}

/** Both, newest first; where an id is in both, as in the second. */
function merge(images: readonly ImageView[], others: readonly ImageView[]): readonly ImageView[] {
  const byId = new Map([...images, ...others].map((image) => [image.id, image]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
}
