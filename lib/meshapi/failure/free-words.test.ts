import { describe, expect, test } from "vitest";
import { read, says } from "#lib/meshapi/failure/test-told.ts";

const statuses = [500, 502, 503, 504] as const;
const onEach = (texts: readonly string[]) =>
  texts.flatMap((text) => statuses.map((status) => [text, status] as const));

describe("of a 5xx it is heard in few words that it was free", () => {
  test.each(
    onEach([
      "Provider job failed; not charged",
      "The provider failed (not charged)",
      "The job failed, not billed.",
      "The generation failed and was not charged.",
      "Request was not charged",
      "The failed job was not charged.",
      "You are not charged for failed generations.",
      "Unsuccessful requests are never billed.",
      "Generation failed. Credits refunded.",
      "The job failed (refunded)",
      "The payment was refunded",
      "It failed. A refund has been issued.",
      "It failed, at no cost",
      "It failed, no charge.",
      "Job failed - not charged",
      "Failed: no cost incurred",
      "Task failed, credits have been returned",
    ]),
  )("%s (%i)", (text, status) => {
    expect(read([status, says(text)])).toMatchObject({ kind: "free", charged: "no" });
  });
});

describe("and what says it of another, or not of all, is unknown", () => {
  test.each(
    onEach([
      "No credits refunded",
      "Credits refunded once the queue is empty",
      "Credits partially refunded",
      "A refund was issued for another request",
      "Not charged separately",
      "Not billed yet",
      "Was not charged in full",
      "No charge information",
      "Delivered without charge data",
      "You are not charged for failed generations, but this one was billed.",
      "Refunded requests are listed",
      "The earlier request was not charged",
      "Charged, not refunded",
    ]),
  )("%s (%i)", (text, status) => {
    expect(read([status, says(text)])).toMatchObject({ kind: "unknown", charged: null });
  });
});
