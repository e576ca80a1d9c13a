import { loadPart } from "#components/data/load-part.ts";

const againMs = 2_000;

/** As `loadPart`, and again while the server is not reached. */
export async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await loadPart(load);
    } catch {
      // The server is not reached: it is asked again.
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }
}
