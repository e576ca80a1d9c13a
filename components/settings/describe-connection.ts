import type { ConnectionReport } from "#lib/engine/connection-report.ts";

/** What a test of the connection found, in words, and what follows from it. */
export function describeConnection({ models, tookMs, takesRequests }: ConnectionReport): {
  headline: string;
  hint: string | null;
} {
  const typed = "Type the model's name in the composer.";
  if (models === null) {
    const doubt = takesRequests
      ? ""
      : " If no picture comes either, look at the address: nothing was found at it.";
    return {
      headline: `Connected: it has no list of models, answered in ${tookMs} ms.`,
      hint: `${typed}${doubt}`,
    };
  }

  const { total, image } = models;
  if (image > 0) {
    return {
      headline: `Connected: ${count(image, "image model")}, answered in ${tookMs} ms.`,
      hint: null,
    };
  }
  return {
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
