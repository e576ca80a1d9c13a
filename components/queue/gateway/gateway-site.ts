const meshapiSite = "https://meshapi.ai";

/** Where a person sees to the gateway's balance and its log: MeshAPI's own site, else where its API is. */
export function gatewaySite(endpoint: string | null): string {
  const { hostname, origin } = new URL(endpoint ?? meshapiSite);
  return `.${hostname}`.endsWith(".meshapi.ai") ? meshapiSite : origin;
}
