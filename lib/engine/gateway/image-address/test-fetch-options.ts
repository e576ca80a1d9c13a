import type { FetchImageOptions } from "#lib/engine/gateway/image-address/fetch-image.server.ts";

/** A second address of this machine, which stands for one of the open internet. */
export const publicAddress = "127.0.0.2";

/** Every name leads there, and it alone is public. */
export const options: FetchImageOptions = {
  signal: new AbortController().signal,
  gatewayOrigin: "https://gateway.example",
  overHttp: true,
  resolve: async () => [publicAddress],
  isPublic: (address) => address === publicAddress,
  waitsMs: [0, 0],
};
