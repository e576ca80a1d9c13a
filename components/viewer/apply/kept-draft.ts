import { openBrowserStorage } from "#components/data/browser-storage.ts";

/** The composer's fields as this tab keeps them, as text; none where nothing was written yet. */
export function readKeptDraft(): Readonly<Record<string, unknown>> {
  for (const kind of ["session", "local"] as const) {
    try {
      const stored = openBrowserStorage(kind).storage.getItem("atelier.draft");
      if (stored !== null) return Object(Object(JSON.parse(stored)).draft);
    } catch {
      // It holds what another version wrote.
    }
  }
  return {};
}
