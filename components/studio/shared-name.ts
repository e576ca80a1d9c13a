/** The worker's cache of what another app shared, as `components/offline/share-worker.ts` writes it. */
export const sharedName = "atelier-shared";
