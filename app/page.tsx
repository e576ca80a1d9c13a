import { Suspense } from "react";
import { getSettingsView } from "#app/api/settings/settings-context.ts";
import { examplePrompts } from "#components/studio/example-prompts.ts";
import { Studio } from "#components/studio/studio.tsx";
import { StudioSkeleton } from "#components/studio/studio-skeleton.tsx";
import { localOwnerId } from "#lib/account/local-owner.ts";
import { type EngineModel, type ImageEngine, isEngineError } from "#lib/engine/image-engine.ts";
import { listGenerations } from "#lib/generation/list-generations.server.ts";
import { services } from "#lib/services.server.ts";

/** A page does not wait longer than this for a gateway's list of models. */
const listModelsMs = 3_000;

export default function StudioPage() {
  return (
    <Suspense fallback={<StudioSkeleton />}>
      <LoadedStudio />
    </Suspense>
  );
}

async function LoadedStudio() {
  const running = services();
  const [initial, models, settings] = await Promise.all([
    listGenerations(running.database.client, { userId: localOwnerId, limit: 20 }),
    listModelsOrNone(await running.engine()),
    getSettingsView(running, localOwnerId),
  ]);

  return <Studio initial={initial} models={models} settings={settings} examples={examplePrompts} />;
}

/** Without a list any model's name may do, and the composer takes one. */
async function listModelsOrNone(engine: ImageEngine): Promise<EngineModel[]> {
  try {
    return await engine.listModels({ signal: AbortSignal.timeout(listModelsMs) });
  } catch (error) {
    if (isEngineError(error)) return [];
    throw error;
  }
}
