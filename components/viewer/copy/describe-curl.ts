import type { GatewayRef, GatewayView } from "#lib/contract/gateway-view.ts";
import type { ImageDetail } from "#lib/contract/image-detail.ts";

type Asked = Pick<ImageDetail, "parameters" | "inputs">;

/**
 * The request for one picture as a gateway takes it, for a shell. No secret is in it: the key and the gateway's own headers are
 * variables of the shell, and what went into the picture beside its prompt is named by its place.
 */
export function describeCurl(
  asked: Asked,
  { kind, connection }: Pick<GatewayView, "kind" | "connection">,
): string {
  const headers = (connection?.headers ?? []).map(({ name }) => `${name}: $${variableOf(name)}`);
  const lines = [
    `curl ${quote(connection?.endpoint ?? "")}`,
    `-H "Authorization: Bearer $${keyOf(kind)}"`,
    ...headers.map((header) => `-H "${header}"`),
    `-H ${quote("Content-Type: application/json")}`,
    `-d ${quote(describeRequest(asked))}`,
  ];
  return lines.join(" \\\n  ");
}

/** The body of that request, as JSON that people can read. */
export function describeRequest({ parameters, inputs }: Asked): string {
  const { partial_images: _, ...request } = parameters;
  const image = inputs.map((_, at) => `data:image/png;base64,REFERENCE_${at + 1}`);
  return JSON.stringify({ ...request, n: 1, ...(image.length > 0 && { image }) }, null, 2);
}

function keyOf(kind: GatewayRef["kind"]): string {
  return kind === "meshapi" ? "MESHAPI_API_KEY" : "API_KEY";
}

function variableOf(header: string): string {
  return header.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_");
}

/** As one word of a shell, whatever is in it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
