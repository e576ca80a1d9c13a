import { RequestError } from "#components/data/request-json.ts";
import type { Answer } from "#lib/contract/answers.ts";

interface SendOptions {
  signal: AbortSignal;
  /** Told how much has gone up, from 0 to 1. */
  onProgress: (progress: number) => void;
}

/**
 * Sends a picture's bytes. `fetch` tells nothing of what has gone up, which is what a person on a slow line wants to know. Throws
 * `RequestError` for a refusal, and a TypeError when the server is not reached.
 */
export function sendFile(
  file: File,
  { signal, onProgress }: SendOptions,
): Promise<Answer<"POST /api/blobs">> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer<"POST /api/blobs">>();
  const request = new XMLHttpRequest();
  request.open("POST", "/api/blobs");
  request.setRequestHeader("content-type", typeOf(file));
  request.responseType = "json";
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  request.onload = () => {
    const { status, response } = request;
    if (status >= 200 && status < 300 && response) resolve(response);
    else reject(new RequestError(status, response?.error ?? { code: "unknown", message: "" }));
  };
  request.onerror = () => reject(new TypeError("the server is not reached"));
  request.onabort = () => reject(signal.reason);
  signal.addEventListener("abort", () => request.abort(), { once: true });
  request.send(file);
  return promise;
}

/** What the system calls it, if that is a picture; the server looks for itself. */
function typeOf({ type }: File): string {
  return /^image\/[\w.+-]+$/.test(type) ? type : "application/octet-stream";
}
