import * as z from "zod";
import type { ClientContext } from "./client-context.ts";
import { type ShownGeneration, shownGenerationSchema } from "./history.ts";

const listSchema = z.object({ generations: z.array(shownGenerationSchema) });
const oneSchema = z.object({ generation: shownGenerationSchema });

/** Looks at the newest generations, and remembers what it was shown. None when nobody answers. */
export async function lookAtList(context: ClientContext): Promise<readonly ShownGeneration[]> {
  const shown = listSchema.safeParse(await get(context, "/api/generations?limit=20"));
  const { generations } = shown.success ? shown.data : { generations: [] };
  for (const generation of generations) context.history.see(generation);
  return generations;
}

/** Looks at one generation; null when nobody answers, or it is in the trash. */
export async function lookAtGeneration(
  context: ClientContext,
  id: string,
): Promise<ShownGeneration | null> {
  const shown = oneSchema.safeParse(await get(context, `/api/generations/${id}`));
  if (!shown.success) return null;

  context.history.see(shown.data.generation);
  return shown.data.generation;
}

async function get({ addresses, random }: ClientContext, path: string): Promise<unknown> {
  try {
    const response = await fetch(`${random.pick(addresses)}${path}`, {
      signal: AbortSignal.timeout(10_000),
    });
    return await response.json();
  } catch {
    // The studio is down at the moment, which is what this is all about.
    return null;
  }
}
