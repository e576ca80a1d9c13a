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

describe("what is asked, denied or not sure is no word that it was free", () => {
  test.each([
    "You were not charged, as far as we know.",
    "To our knowledge you were not charged.",
    "You were not charged, I think.",
    "We believe you were not charged.",
    "You were not charged. Probably.",
    "Presumably no credits were deducted.",
    "You were not charged, but this may change.",
    "You should not have been charged.",
    "Nothing was charged, hopefully.",
    "No charge, though we cannot confirm it.",
    "We are not certain: you were not charged.",
    "Refunded? No.",
    "Not charged? Ask support.",
    "Were you not charged?",
    "Not charged: false",
    "Refunded: no",
    "Refund issued: none",
    "Refunded: $0.00",
    "No charge: unknown",
    "Your credits were refunded, partially.",
    "Half of it: refunded.",
    "You were not charged, except for the prompt.",
    "未扣费？请咨询客服",
    "可能未扣费",
    "应该已退款",
  ])("%s", (text) => {
    expect(read([500, says(`Failed. ${text}`)])).toMatchObject({ kind: "unknown", charged: null });
    expect(read([500, says(text)])).toMatchObject({ kind: "unknown", charged: null });
  });

  test.each([
    "You were not charged. You may try again.",
    "Not charged: the provider failed.",
    "What happened? The provider failed. You were not charged.",
    "Refunded: your credits were returned.",
    "未扣费，可重试",
  ])("and this is: %s", (text) => {
    expect(read([500, says(text)])).toMatchObject({ kind: "free", charged: "no" });
  });
});
