import { expect, test } from "vitest";
import { countStatesAtKills } from "./count-states-at-kills.ts";
import type { AttemptChange } from "./evidence.ts";

const change: AttemptChange = {
  attemptId: "one",
  at: 0,
  from: "queued",
  to: "claimed",
  fromFence: 0,
  toFence: 1,
  owner: null,
  newOwner: "host:7",
  leaseUntil: null,
  writerPid: 7,
};

test("a kill is counted in the states of the attempts that its process held at that time", () => {
  const changes = [
    { ...change, at: 10, to: "sending" },
    { ...change, attemptId: "two", at: 15, to: "storing" },
    { ...change, attemptId: "others", at: 15, to: "receiving", newOwner: "host:8" },
    { ...change, at: 30, to: "unknown" },
  ];
  const kills = [
    { at: 20, pid: 7, place: "random" },
    { at: 5, pid: 7, place: "random" },
  ] as const;
  expect(countStatesAtKills(kills, changes)).toEqual({
    claimed: 0,
    sending: 1,
    receiving: 0,
    storing: 1,
    idle: 1,
  });
});
