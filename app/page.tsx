import { headers } from "next/headers";
import { Suspense } from "react";
import { listGateways } from "#app/api/gateways/list-gateways.ts";
import { listExamples } from "#app/examples.ts";
import { FeedGuess } from "#app/feed-guess.tsx";
import { ScreenWords } from "#app/screen-words.tsx";
import { getWords } from "#app/words.server.ts";
import { EarlyPress } from "#components/studio/draft/early-press.tsx";
import { Studio } from "#components/studio/studio.tsx";
import { StudioSkeleton } from "#components/studio/studio-skeleton.tsx";
import { localOwnerId } from "#lib/account/local-owner.ts";
import { listOffers } from "#lib/gateways/list-offers.server.ts";
import { listGenerations } from "#lib/generation/list-generations.server.ts";
import { services } from "#lib/services/services.server.ts";

/** The page waits no longer for a gateway's list of models. */
const listModelsMs = 3_000;

export default async function StudioPage() {
  const nonce = (await headers()).get("x-nonce") ?? "";

  return (
    <>
      <EarlyPress nonce={nonce} />
      <Suspense fallback={<StudioSkeleton />}>
        <LoadedStudio />
      </Suspense>
    </>
  );
}

async function LoadedStudio() {
  const running = services();
  const signal = AbortSignal.timeout(listModelsMs);
  const [t, initial, offers, gateways] = await Promise.all([
    getWords(),
    listGenerations(running.database.client, { userId: localOwnerId, limit: 20 }),
    listOffers(await running.gateways(), { signal }),
    listGateways(running),
  ]);

  return (
    <ScreenWords spaces={["studio", "composer", "feed", "parameters", "models", "notes"]}>
      <FeedGuess>
        <Studio initial={initial} offers={offers} gateways={gateways} examples={listExamples(t)} />
      </FeedGuess>
    </ScreenWords>
  );
}
