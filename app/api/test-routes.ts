import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ownRequest, type Sent } from "#app/api/test-request.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

export interface TestRoute {
  /** As "/api/images/[id]". */
  name: string;
  /** As the contract names it, "GET /api/images/:id". */
  endpoint: string;
  method: string;
  handler: Handler;
  takesBody: boolean;
}

/** An id that nothing has. */
export const unknownId = "01a203a9-2ab5-721a-845c-aacf15e552fa";

/** Every route there is, found by its file: a new one is tried by being there. */
export async function findRoutes(): Promise<TestRoute[]> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  const routes = files.filter((path) => path.endsWith("route.ts"));
  return (await Promise.all(routes.map(readRoute))).flat();
}

async function readRoute(path: string): Promise<TestRoute[]> {
  const file = join(import.meta.dirname, path);
  const name = `/api/${dirname(path)}`;
  const route: Record<string, Handler> = await import(file);
  const source = readFileSync(file, "utf8");

  return methods.flatMap((method) => {
    const handler = route[method];
    const [, ...own] = source.split(`export const ${method} =`);
    const takesBody = own.join().split("export const")[0]?.includes("readJson(") ?? false;
    const endpoint = `${method} ${name.replace(/\[(\w+)\]/g, ":$1")}`;
    return handler ? [{ name, endpoint, method, handler, takesBody }] : [];
  });
}

/** Asks a route as a page of ours would, but for what is given. */
export function askRoute(
  { handler, method }: Pick<TestRoute, "handler" | "method">,
  { params = {}, ...sent }: Sent & { params?: Record<string, string> } = {},
): Promise<Response> {
  const all = { id: unknownId, variant: "original", path: "x", ...params };
  return handler(ownRequest(method, sent), { params: Promise.resolve(all) });
}
