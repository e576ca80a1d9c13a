import type { Rule } from "../rule.ts";

/** No client hears of a picture that the gallery lacks. */
export const toldImagesServed: Rule = {
  name: "told-pictures-served",
  promise: "every picture that anybody was told of is served, original and both thumbnails",
  find({ told, rows, served }) {
    const images = new Map(rows.images.map((image) => [image.id, image]));
    const answers = new Map(served.map((one) => [`${one.imageId} ${one.variant}`, one]));

    return told.imageIds.flatMap((id) => {
      const image = images.get(id);
      if (!image) return [`picture ${id} was told of and has no row`];

      return (["original", "640", "320"] as const).flatMap((variant) => {
        const answer = answers.get(`${id} ${variant}`);
        if (answer?.status !== 200)
          return [`picture ${id}/${variant} is answered with ${answer?.status}`];
        const isIt =
          variant !== "original" || (answer.hash === image.hash && answer.bytes === image.bytes);
        return isIt ? [] : [`picture ${id}/${variant} is served with other bytes`];
      });
    });
  },
};
