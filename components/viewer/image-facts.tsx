import type { ReactNode } from "react";
import { formatBytes } from "#components/image/format-bytes.ts";
import { formatCost } from "#components/image/format-cost.ts";
import { formatTook } from "#components/image/format-took.ts";
import { Time } from "#components/image/time.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import type { Words } from "#messages/create-words.ts";

/** What there is to know of a picture beside its prompt and its parameters. */
export function ImageFacts({ detail }: { detail: ImageDetail }) {
  const t = useWords();
  const { image, model, gateway, tookMs, hash, requestId } = detail;

  return (
    <dl className="grid grid-cols-[32%_1fr] gap-y-2 text-xs">
      <Fact term={t("viewer.model")}>{model ?? t("viewer.noModel")}</Fact>
      <Fact term={t("viewer.maker")}>{gateway.name}</Fact>
      <Fact term={t("viewer.made")}>
        <Time iso={image.createdAt} />
      </Fact>
      {tookMs !== null && <Fact term={t("viewer.took")}>{formatTook(tookMs, t)}</Fact>}
      <Fact term={t("viewer.cost")}>{describeCost(detail, t)}</Fact>
      <Fact term={t("viewer.file")}>
        {t("viewer.fileFacts", {
          type: image.type.replace("image/", "").toUpperCase(),
          size: formatBytes(image.bytes, t),
        })}
      </Fact>
      {requestId && (
        <Fact term={t("viewer.request")}>
          <code className="break-all font-mono">{requestId}</code>
        </Fact>
      )}
      <Fact term={t("viewer.hash")}>
        <code className="break-all font-mono">{hash}</code>
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd dir="auto" className="min-w-0 break-words">
        {children}
      </dd>
    </>
  );
}

function describeCost(detail: ImageDetail, t: Words): string {
  const { gateway, actualCostMicros, estimatedCostMicros } = detail;
  if (!gateway.paid) return t("viewer.free");

  const cost = formatCost({ actualCostMicros, estimatedCostMicros }, t);
  if (cost === null) return t("viewer.costUnknown");
  return actualCostMicros === null ? t("viewer.costListed", { cost }) : cost;
}
