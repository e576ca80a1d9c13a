import { expect, test } from "vitest";
import { createRecordTable } from "#components/data/records/record-table.ts";

interface Fox {
  name: string;
  isRed?: boolean;
}

function setUp() {
  const shown: (Fox | null)[] = [];
  const table = createRecordTable<Fox>((_id, fox) => shown.push(fox));
  return { table, shown };
}

test("what is older than what is known changes nothing, whether it comes as an answer or as an event", () => {
  const { table, shown } = setUp();
  expect(table.put("f", { name: "new" }, 12)).toBe(true);

  expect(table.put("f", { name: "old" }, 11)).toBe(true);
  table.patch("f", 12, () => ({ name: "again" }));
  table.drop("f", 11);
  expect(table.read("f")).toEqual({ name: "new" });
  expect(shown).toHaveLength(1);

  table.patch("f", 13, (fox) => ({ ...fox, isRed: true }));
  expect(table.read("f")).toEqual({ name: "new", isRed: true });
});

test("nobody is told of what leaves a record as it is shown", () => {
  const { table, shown } = setUp();
  table.put("f", { name: "fox" }, 1);
  table.drop("f", 2);
  table.drop("f", 3);
  table.patch("f", 4, (fox) => fox);
  expect(shown).toEqual([{ name: "fox" }, null]);
});

test("an answer that lacks news of what it brings is to be asked for again", () => {
  const { table } = setUp();
  table.patch("unknown", 20, (fox) => fox);
  expect(table.put("unknown", { name: "of before" }, 19)).toBe(false);
  expect(table.read("unknown")).toBeNull();
  expect(table.put("unknown", { name: "with it" }, 20)).toBe(true);
});

test("one that is gone does not come back by an answer from before", () => {
  const { table } = setUp();
  table.put("f", { name: "fox" }, 5);
  table.drop("f", 8);
  expect(table.put("f", { name: "fox" }, 7)).toBe(false);
  expect(table.read("f")).toBeNull();
  expect([...table.values()]).toEqual([]);
});

test("what is done here shows at once, over whatever is told meanwhile, until it is taken back", () => {
  const { table } = setUp();
  table.put("f", { name: "fox" }, 1);
  const takeBackRed = table.change("f", { isRed: true });
  const takeBackName = table.change("f", { name: "mine" });
  table.put("f", { name: "theirs" }, 2);
  expect(table.read("f")).toEqual({ name: "mine", isRed: true });

  takeBackName();
  expect(table.read("f")).toEqual({ name: "theirs", isRed: true });
  takeBackRed();
  expect(table.read("f")).toEqual({ name: "theirs" });
});

test("what is hidden is out of sight until that is taken back, though it is told of", () => {
  const { table } = setUp();
  table.put("f", { name: "fox" }, 1);
  const takeBack = table.change("f", null);
  table.put("f", { name: "older fox" }, 2);
  expect(table.read("f")).toBeNull();
  takeBack();
  expect(table.read("f")).toEqual({ name: "older fox" });
});

test("when the numbers begin anew, whatever is told next is the truth", () => {
  const { table } = setUp();
  table.put("f", { name: "fox" }, 900);
  table.drop("gone", 900);
  table.forgetAges();

  expect(table.put("f", { name: "restored" }, 5)).toBe(true);
  expect(table.put("gone", { name: "back" }, 5)).toBe(true);
  expect(table.read("f")).toEqual({ name: "restored" });
});
