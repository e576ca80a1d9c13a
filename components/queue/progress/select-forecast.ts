import type { RecordStore } from "#components/data/records/record-store.ts";
import { onceAVersion } from "#components/data/select/once-a-version.ts";
import { type UsualTook, usualTook } from "#components/queue/progress/usual-took.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";

/** What the feed knows already of a picture that is being made. */
export interface TileForecast {
  /** Of the picture whose colours it is likely to have. */
  thumbhash: string | null;
  usual: UsualTook | null;
}

const knownForecasts = onceAVersion(() => new Map<string, TileForecast>());

/** The same until a record changes. */
export function selectForecast(store: RecordStore, generation: GenerationView): TileForecast {
  const known = knownForecasts(store);
  const before = known.get(generation.id);
  if (before) return before;

  const others = store
    .list("feed")
    .ids.filter((id) => id !== generation.id)
    .flatMap((id) => store.generation(id) ?? []);
  const forecast = {
    thumbhash: likelyThumbhash(others, generation),
    usual: usualTook(others, generation, store.queue.history()),
  };
  known.set(generation.id, forecast);
  return forecast;
}

/** Of the last picture of the same prompt, else of the last one at all. Newest first. */
function likelyThumbhash(
  generations: readonly GenerationView[],
  { prompt }: GenerationView,
): string | null {
  const withPicture = generations.filter(({ images }) => images.length > 0);
  const like = withPicture.find((one) => one.prompt === prompt) ?? withPicture[0];
  return like?.images[0]?.thumbhash ?? null;
}
