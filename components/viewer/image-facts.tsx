import type { ReactNode } from "react";
import { formatBytes } from "#components/image/format-bytes.ts";
import { formatCost } from "#components/image/format-cost.ts";
import { formatTook } from "#components/image/format-took.ts";
import { Time } from "#components/image/time.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";

/** What there is to know of a picture beside its prompt and its parameters. */
export function ImageFacts({ detail }: { detail: ImageDetail }) {
  const { image, model, engine, tookMs, hash, requestId } = detail;
  const made = engine === "painter" ? "Built-in painter" : "Gateway";

  return (
    <dl className="grid grid-cols-[32%_1fr] gap-y-2 text-xs">
      <Fact term="Model">{model ?? "None asked for"}</Fact>
      <Fact term="Engine">{made}</Fact>
      <Fact term="Made">
        <Time iso={image.createdAt} />
      </Fact>
      {tookMs !== null && <Fact term="Took">{formatTook(tookMs)}</Fact>}
      <Fact term="Cost">{describeCost(detail)}</Fact>
      <Fact term="File">
        {image.type.replace("image/", "").toUpperCase()}, {formatBytes(image.bytes)}
      </Fact>
      {requestId && (
        <Fact term="Request">
          <code className="break-all font-mono">{requestId}</code>
        </Fact>
      )}
      <Fact term="SHA-256">
        <code className="break-all font-mono">{hash}</code>
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function describeCost(detail: ImageDetail): string {
  const { engine, actualCostMicros, estimatedCostMicros } = detail;
  if (engine === "painter") return "Free";

  const cost = formatCost({ actualCostMicros, estimatedCostMicros });
  if (cost === null) return "Not known";
  return actualCostMicros === null ? `${cost}, by the price list` : cost;
}
