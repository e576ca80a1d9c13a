import type { ConnectionReport } from "#lib/engine/connection-report.ts";
import type { Words } from "#messages/create-words.ts";

interface ConnectionWords {
  /** A success only where pictures can be asked for, as far as can be told for nothing. */
  tone: "success" | "warning";
  headline: string;
  hint: string | null;
}

/** What a test of the connection found, in words, and what follows from it. */
export function describeConnection(
  { models, tookMs: took, takesRequests }: ConnectionReport,
  t: Words,
): ConnectionWords {
  if (takesRequests === false) {
    return {
      tone: "warning",
      headline: t("settings.noImagesApi"),
      hint: models?.total ? t("settings.lists", { count: models.total }) : null,
    };
  }

  if (models === null) {
    if (takesRequests === null) {
      return {
        tone: "warning",
        headline: t("settings.notTold"),
        hint: t("settings.typeNameOrLook"),
      };
    }
    return {
      tone: "success",
      headline: t("settings.connectedUnlisted", { took }),
      hint: t("settings.typeName"),
    };
  }

  const { total, image } = models;
  if (image > 0) {
    return {
      tone: "success",
      headline: t("settings.connectedImage", { count: image, took }),
      hint: null,
    };
  }
  return {
    tone: "success",
    headline: t("settings.connected", { count: total, took }),
    hint: total === 0 ? t("settings.listEmpty") : t("settings.noneOfImages"),
  };
}
