import { describe, expect, test } from "vitest";
import { tellsFailure } from "#lib/meshapi/document/tells-failure.ts";
import { read } from "#lib/meshapi/failure/test-told.ts";

const words = "The access token is no longer valid.";

/** By whatever names a failure has its number and its words. */
const told: object[] = [
  { error_code: 110, error_msg: words },
  { errorCode: "110", errorMessage: words },
  { ErrorCode: 17, ErrorMsg: words },
  { errCode: 500, errMsg: words },
  { err_no: 1, err_msg: words },
  { errno: 2, errmsg: words },
  { Code: "Unheard.Of", Message: words },
  { resultCode: "FAIL", resultMsg: words },
  { retcode: 1001, retmsg: words },
  { return_code: "ERROR", return_msg: words },
  { status: "failed", failReason: words },
  { status: "failed", failure_reason: words },
  { status: "failed", fail_message: words },
  { code: 0, message: "SUCCEED", data: { task_status: "failed", task_status_msg: words } },
  { code: 0, msg: "操作成功", data: { status: "failed", errorMsg: words } },
];

describe("of a failure that is called otherwise the words are told", () => {
  test.each(told)("%j", (body) => {
    expect(tellsFailure(body)).toBe(true);
    expect(read([200, body])).toMatchObject({ kind: "broken", said: words });
    expect(read([500, body])).toMatchObject({ kind: "unknown", said: words });
  });

  test.each([
    { error_code: 0, error_msg: "success", data: {} },
    { errorCode: "0", errorMessage: "" },
    { errCode: 0, errMsg: "成功" },
    { Code: "Success", Message: "OK" },
    { resultCode: "SUCCESS", resultMsg: "done" },
    { retcode: "00000", retmsg: "ok" },
    { failReason: null, fail_message: "" },
    { error_msg: "No error" },
  ])("and %j is none", (body) => {
    expect(tellsFailure(body)).toBe(false);
  });
});

test.each([
  [{ candidates: [{ finishReason: "IMAGE_SAFETY", finishMessage: "Not to be shown." }] }],
  [{ promptFeedback: { blockReason: "SAFETY", blockReasonMessage: "Not to be shown." } }],
  [{ finish_reason: "content_filter", finish_message: "Not to be shown." }],
])("a refusal has its own words: %j", (body) => {
  expect(read([200, body])).toMatchObject({ kind: "refused", said: "Not to be shown." });
});
