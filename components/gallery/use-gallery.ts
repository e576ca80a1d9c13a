"use client";

import { useRef, useState, useSyncExternalStore } from "react";
import { describeRequestFailure, requestJson } from "#components/data/request-json.ts";
import { useEventStream } from "#components/data/use-event-stream.ts";
import type { GalleryState } from "#components/gallery/gallery-reducer.ts";
import { type GallerySnapshot, openGallery } from "#components/gallery/gallery-store.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageView } from "#lib/contract/image-view.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import type { Words } from "#messages/create-words.ts";

/** Pictures of a page; the server's most. */
const pageSize = 100;

/** Closer to the top than this, in pixels, a new picture appears at once. */
const atTop = 120;

interface Gallery extends GalleryState {
  loadOlder: () => Promise<void>;
  showArrived: () => void;
  /** Where the gallery was left, in pixels from the top. */
  scrollTop: number;
  keepScrollTop: (scrollTop: number) => void;
}

/** The gallery's pictures: kept up to date by the event stream, and page by page as far back as they are asked for. */
export function useGallery(snapshot: GallerySnapshot, onlyFavorites: boolean): Gallery {
  const t = useWords();
  const [store] = useState(() => openGallery(snapshot, onlyFavorites));
  const state = useSyncExternalStore(store.subscribe, store.read, store.read);
  const [after, setAfter] = useState(store.sequence);
  const isLoading = useRef(false);

  useEventStream(after, {
    onEvent(event, sequence) {
      store.sequence = sequence;
      applyEvent(event);
    },
    onReset: () => attempt(takeSnapshot, t),
  });

  function applyEvent(event: StudioEvent) {
    switch (event.type) {
      case "image-stored":
        return store.dispatch({ ...event, isAtTop: window.scrollY < atTop });
      case "image-updated":
        return store.dispatch({ type: "image-changed", image: event.image });
      case "generation-deleted":
        return store.dispatch(event);
      case "generation-restored":
        for (const image of event.generation.images) {
          store.dispatch({ type: "image-changed", image });
        }
        return;
      default:
        // The others are about what is being made: the studio's.
        return;
    }
  }

  async function takeSnapshot() {
    const { sequence } = await requestJson("GET /api/generations", { query: { limit: "1" } });
    const images = await fetchPage({ onlyFavorites });
    store.dispatch({ type: "snapshot-taken", images, hasOlder: images.length === pageSize });
    store.sequence = sequence;
    setAfter(sequence);
  }

  async function loadOlder() {
    const oldest = store.read().images.at(-1);
    if (!oldest || isLoading.current) return;

    isLoading.current = true;
    await attempt(async () => {
      const images = await fetchPage({ onlyFavorites, before: oldest.id });
      store.dispatch({ type: "older-loaded", images, hasOlder: images.length === pageSize });
    }, t);
    isLoading.current = false;
  }

  return {
    ...state,
    loadOlder,
    showArrived: () => store.dispatch({ type: "arrived-shown" }),
    scrollTop: store.scrollTop,
    keepScrollTop(scrollTop) {
      store.scrollTop = scrollTop;
    },
  };
}

interface PageQuery {
  onlyFavorites: boolean;
  /** The id of the picture that those of the page are older than. */
  before?: string;
}

async function fetchPage({ onlyFavorites, before }: PageQuery): Promise<readonly ImageView[]> {
  const { images } = await requestJson("GET /api/images", {
    query: {
      limit: `${pageSize}`,
      ...(before && { before }),
      ...(onlyFavorites && { favorites: "true" }),
    },
  });
  return images;
}

/** Does what the screen can do without for a while; where it fails, a person may ask for it again. */
async function attempt(load: () => Promise<void>, t: Words): Promise<void> {
  try {
    await load();
  } catch (error) {
    showToast(describeRequestFailure(error, t), {
      action: { label: t("gallery.tryAgain"), run: () => void attempt(load, t) },
    });
  }
}
