import type { Example } from "#components/studio/first-run/example.ts";
import type { Words } from "#messages/create-words.ts";

/** For the empty studio, in two rows: they fill the composer and spend nothing. Their pictures are the painter's, 600 pixels high. */
export function listExamples(t: Words): Example[] {
  return [
    { name: "boat", prompt: t("examples.boat"), size: "1536x1024" },
    { name: "mountains", prompt: t("examples.mountains"), size: "1024x1536" },
    { name: "whale", prompt: t("examples.whale"), size: "1024x1024" },
    { name: "fox", prompt: t("examples.fox"), size: "1024x1024" },
    { name: "balloons", prompt: t("examples.balloons"), size: "1024x1024" },
    { name: "city", prompt: t("examples.city"), size: "1536x1024" },
  ];
}
