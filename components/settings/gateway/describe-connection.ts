import type { ConnectionReport } from "#lib/engine/connection-report.ts";

interface ConnectionWords {
  /** A success only where pictures can be asked for, as far as can be told for nothing. */
  tone: "success" | "warning";
  headline: string;
  hint: string | null;
}

/** What a test of the connection found, in words, and what follows from it. */
export function describeConnection({
  models,
  tookMs,
  takesRequests,
}: ConnectionReport): ConnectionWords {
  if (takesRequests === false) {
    return {
      tone: "warning",
      headline: "Something answered, but no images API was found there: look at the address.",
      hint: models?.total ? `It lists ${count(models.total, "model")}.` : null,
    };
  }

  const typed = "Type the model's name in the composer.";
  if (models === null) {
    if (takesRequests === null) {
      return {
        tone: "warning",
        headline: "Something answered, but whether it makes pictures cannot be told for nothing.",
        hint: `${typed} If no picture comes, look at the address.`,
      };
    }
    return {
      tone: "success",
      headline: `Connected: it has no list of models, answered in ${tookMs} ms.`,
      hint: typed,
    };
  }

  const { total, image } = models;
  if (image > 0) {
    return {
      tone: "success",
      headline: `Connected: ${count(image, "image model")}, answered in ${tookMs} ms.`,
      hint: null,
    };
  }
  return {
    tone: "success",
    headline: `Connected: ${count(total, "model")}, answered in ${tookMs} ms.`,
    hint:
      total === 0
        ? `Its list of models is empty. ${typed}`
        : `None of them is told to be an image model. Choose one in the composer, or type a name there.`,
  };
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
