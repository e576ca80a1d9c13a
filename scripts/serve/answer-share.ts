import type { IncomingMessage, ServerResponse } from "node:http";

/** Whether another app shares something to the installed studio, as the manifest says. */
export function isShare({ method, url }: IncomingMessage): boolean {
  return method === "POST" && url === "/share";
}

/**
 * What is shared is for the browser's worker (components/offline/share-worker.ts), and never goes up. Where a browser has none, or none any
 * more, it comes here, where nothing could be done with it: the studio is opened, says so, and brings its worker for the next time.
 */
export function answerShare(response: ServerResponse): void {
  response.writeHead(303, { Location: "/?shared=lost", "Cache-Control": "no-store" });
  response.end();
}
