import { Suspense } from "react";
import { getSettingsView } from "#app/api/settings/settings-context.ts";
import { examplePrompts } from "#app/example-prompts.ts";
import { ScreenWords } from "#app/screen-words.tsx";
import { getWords } from "#app/words.server.ts";
import { Studio } from "#components/studio/studio.tsx";
import { StudioSkeleton } from "#components/studio/studio-skeleton.tsx";
import { localOwnerId } from "#lib/account/local-owner.ts";
import { listModelsOrNone } from "#lib/engine/list-models-or-none.ts";
import { listGenerations } from "#lib/generation/list-generations.server.ts";
import { services } from "#lib/services/services.server.ts";

export default function StudioPage() {
  return (
    <Suspense fallback={<StudioSkeleton />}>
      <LoadedStudio />
    </Suspense>
  );
}

async function LoadedStudio() {
  const running = services();
  const [t, initial, models, settings] = await Promise.all([
    getWords(),
    listGenerations(running.database.client, { userId: localOwnerId, limit: 20 }),
    listModelsOrNone(await running.engine()),
    getSettingsView(running, localOwnerId),
  ]);

  return (
    <ScreenWords
      spaces={["studio", "composer", "feed", "queue", "problem", "history", "parameters"]}
    >
      <Studio initial={initial} models={models} settings={settings} examples={examplePrompts(t)} />
    </ScreenWords>
  );
}
