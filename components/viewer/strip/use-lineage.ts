"use client";

import { useEffect, useState } from "react";
import { requestJson } from "#components/data/request-json.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import type { ImageLineage } from "#lib/contract/library/image-lineage.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";

/** What belongs to a picture, as the screen came with it, and read anew whenever a picture of it comes, changes or goes. */
export function useLineage({ id, generationId }: ImageTile, given: ImageLineage): ImageLineage {
  const store = useRecordStore();
  const [lineage, setLineage] = useState(given);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;

    function isOfLineage(changedId: string) {
      const made = store.generation(changedId);
      const isChild =
        made?.sourceGenerationId === generationId ||
        made?.inputs.some(({ imageId }) => imageId === id);
      const known = Object.values(lineage).flat();
      return isChild || known.some((tile) => tile.generationId === changedId);
    }

    const unsubscribe = store.subscribeToNews((event) => {
      const changedId = changedGeneration(event);
      if (changedId === null || !isOfLineage(changedId)) return;

      requestJson("GET /api/images/:id/lineage", { id, signal }).then(
        ({ sequence: _, ...now }) => setLineage(now),
        // The next news asks again.
        () => {},
      );
    });
    return () => {
      unsubscribe();
      controller.abort();
    };
  }, [store, id, generationId, lineage]);

  return lineage;
}

/** Of which generation an event changes the pictures; null where it changes none. */
function changedGeneration(event: StudioEvent): string | null {
  switch (event.type) {
    case "image-stored":
    case "image-updated":
      return event.image.generationId;
    case "generation-deleted":
      return event.generationId;
    case "generation-restored":
      return event.generation.id;
    default:
      return null;
  }
}
