import type { SubmissionStanding } from "#components/data/records/surroundings.ts";
import type { Words } from "#messages/create-words.ts";

/** Why a press is not in the queue yet, as far as is known; null while it is on its way. */
export function describeStanding(standing: SubmissionStanding, t: Words): string | null {
  switch (standing.type) {
    case "sending":
      return null;
    case "unanswered":
      return t("data.unanswered", { isKept: `${standing.isKept}` });
    case "old":
      return t("feed.oldWhy");
    case "refused":
      return standing.message || t("feed.notMade");
    default:
      return standing satisfies never;
  }
}
