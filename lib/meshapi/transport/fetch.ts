/** What the client needs of `fetch`, so that the platform's own, and a test's, both fit. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

export interface FetchInit {
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
  /** A redirect is an answer like another: followed, it would carry the prompt, and the charge, elsewhere. */
  redirect: "manual";
}

export interface FetchResponse {
  status: number;
  headers: {
    get(name: string): string | null;
    /** The names of all; without it none is found that is not known. */
    keys?(): Iterable<string>;
  };
  body: AsyncIterable<Uint8Array> | null;
}
