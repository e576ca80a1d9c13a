import { expect, test } from "vitest";
import { AppError } from "#lib/platform/errors.ts";
import { toStartMessage } from "./to-start-message.ts";

test("a reason that is known is one line, without a stack", () => {
  const error = new AppError("unavailable", "No PostgreSQL answers at db:5432. Start it.");
  expect(toStartMessage(error)).toBe(
    "Atelier cannot start. No PostgreSQL answers at db:5432. Start it.",
  );
});

test("a database that went away while the studio started is called that, with what to do", () => {
  const message = toStartMessage(
    Object.assign(new Error("Connection terminated"), { code: "P1017" }),
  );
  expect(message).toMatch(/^Atelier cannot start\. The database went away.*Connection terminated/);
  expect(message).toContain("start again");
  expect(message).not.toContain("    at ");
});

test("of a reason that nobody foresaw all is told that there is", () => {
  expect(toStartMessage(new RangeError("odd"))).toMatch(
    /Please report this:\nRangeError: odd\n {4}at /,
  );
});
