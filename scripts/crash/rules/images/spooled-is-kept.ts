import { isSpoilt } from "../is-spoilt.ts";
import type { Rule } from "../rule.ts";

/** The second promise: what was safe in the spool when a server died is in the gallery at the end. */
export const spooledIsKept: Rule = {
  name: "spooled-is-kept",
  promise: "every picture that lay in the spool at a kill is kept",
  find({ spooled, rows }) {
    const images = new Map(
      rows.images.map((image) => [`${image.attemptId}/${image.index}`, image]),
    );

    return spooled
      .filter(({ attemptId, isComplete }) => isComplete && !isSpoilt({ rows }, attemptId))
      .flatMap(({ attemptId, index, hash }) => {
        const image = images.get(`${attemptId}/${index}`);
        if (!image) return [`spool ${attemptId}/${index} was delivered and is lost`];
        const isIt = hash === null || image.hash === hash;
        return isIt ? [] : [`spool ${attemptId}/${index} became another picture`];
      });
  },
};
