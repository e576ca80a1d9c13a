"use client";

import { CircleAlert, CircleHelp } from "lucide-react";
import { useRecords } from "#components/data/select/use-records.ts";
import { Image } from "#components/image/image.tsx";
import { LatentField } from "#components/queue/progress/latent-field.tsx";
import { PartialImage } from "#components/queue/progress/partial-image.tsx";
import { selectForecast } from "#components/queue/progress/select-forecast.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";

interface QueuePictureProps {
  /** Null while it is not known yet. */
  generation: GenerationView | null;
  attempts: readonly Pick<AttemptView, "id" | "state">[];
}

/** What there is to see of a generation: its first picture, the latest preview, the colours that it is likely to have, or why there are none. */
export function QueuePicture({ generation, attempts }: QueuePictureProps) {
  const image = generation?.images.find(({ deletedAt }) => deletedAt === null);
  const thumbhash = useRecords((records) =>
    generation ? selectForecast(records, generation).thumbhash : null,
  );
  const partials = useRecords((records) => records.surroundings().partials);
  const seen = attempts.find(({ id }) => partials[id]) ?? attempts[0];
  if (image) return <Image image={image} sizes="3rem" className="min-h-full" />;
  if (seen?.state === "failed") return <Sign icon={CircleAlert} className="text-danger" />;
  if (seen?.state === "unknown") return <Sign icon={CircleHelp} className="text-warning" />;

  const isMoving = seen !== undefined && seen.state !== "queued";
  return (
    <>
      <LatentField thumbhash={thumbhash} isMoving={isMoving} />
      {isMoving && <PartialImage attemptId={seen.id} version={partials[seen.id]?.version} />}
    </>
  );
}

function Sign({ icon: Icon, className }: { icon: typeof CircleAlert; className: string }) {
  return (
    <span className={`grid size-full place-items-center ${className}`}>
      <Icon aria-hidden className="size-4.5" />
    </span>
  );
}
