"use client";

import { formatTook } from "#components/image/format-took.ts";
import { Time } from "#components/image/time.tsx";
import { askedFacts, describeCost } from "#components/viewer/inspector/describe-image.ts";
import { type Fact, FactTable } from "#components/viewer/inspector/fact-table.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import { isLocal } from "#lib/contract/is-local.ts";

/** By what the picture was made, what was asked for, when, how fast and at what cost. */
export function ImageFacts({ detail }: { detail: ImageDetail }) {
  const t = useWords();
  const { image, model, gateway, tookMs } = detail;

  const facts: (Fact | false)[] = [
    // The painter has none.
    !isLocal(gateway) && { label: t("viewer.model"), value: model ?? t("viewer.noModel") },
    { label: t("viewer.maker"), value: gateway.name },
    ...askedFacts(detail, t),
    { label: t("viewer.made"), value: <Time iso={image.createdAt} /> },
    tookMs !== null && { label: t("viewer.took"), value: formatTook(tookMs, t) },
    { label: t("viewer.cost"), value: describeCost(detail, t) },
  ];
  return (
    <FactTable label={t("viewer.parameters")} facts={facts.filter((fact) => fact !== false)} />
  );
}
