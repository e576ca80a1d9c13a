import { formatBytes } from "#components/image/format-bytes.ts";
import { formatCost } from "#components/image/format-cost.ts";
import {
  compareParameters,
  type ParameterComparison,
} from "#components/viewer/inspector/compare-parameters.ts";
import type { Fact } from "#components/viewer/inspector/fact-table.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import type { Words } from "#messages/create-words.ts";

/** What was asked of the model, and where something else came, that as well. */
export function askedFacts(detail: ImageDetail, t: Words): Fact[] {
  return compareParameters(detail, t).flatMap(({ label, asked, delivered, isDifferent }) => {
    if (asked === null) return [];
    const isSame = delivered === null || delivered === asked;
    return {
      label,
      value: delivered ?? asked,
      isDifferent,
      asked: isSame ? undefined : t("viewer.askedFor", { asked }),
    };
  });
}

/** What came without being asked for; size and format are the file's. */
export function unaskedFacts(detail: ImageDetail, t: Words): Fact[] {
  const isOfFile = ({ name }: ParameterComparison) => name === "size" || name === "output_format";
  return compareParameters(detail, t)
    .filter((row) => row.asked === null && !isOfFile(row))
    .map(({ label, delivered }) => ({ label, value: delivered }));
}

/** As "PNG, 1024 × 1024, 1.3 MB". */
export function describeFile({ image }: ImageDetail, t: Words): string {
  return t("viewer.fileFacts", {
    type: image.type.replace("image/", "").toUpperCase(),
    width: String(image.width),
    height: String(image.height),
    size: formatBytes(image.bytes, t),
  });
}

/** What the picture cost, and how that is known. */
export function describeCost(detail: ImageDetail, t: Words): string {
  const { gateway, actualCostMicros, estimatedCostMicros } = detail;
  if (!gateway.paid) return t("viewer.free");

  const cost = formatCost({ actualCostMicros, estimatedCostMicros }, t);
  if (cost === null) return t("viewer.costUnknown");
  return actualCostMicros === null ? t("viewer.costListed", { cost }) : cost;
}
