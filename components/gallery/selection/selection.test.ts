import { expect, test } from "vitest";
import {
  everything,
  isEmpty,
  isSelected,
  nothing,
  type Selection,
  toggled,
  withRange,
  withThese,
} from "#components/gallery/selection/selection.ts";

const order = [..."fedcba"];
const chosenOf = (selection: Selection) => order.filter((id) => isSelected(selection, id)).join("");

test("a picture is chosen by one press and let go by the next", () => {
  const one = toggled(nothing, "c");
  expect(chosenOf(one)).toBe("c");
  expect(isEmpty(toggled(one, "c"))).toBe(true);
});

test("a range goes from the one that was chosen last to this one, either way, and keeps what was chosen", () => {
  const some = toggled(toggled(nothing, "f"), "c");
  expect(chosenOf(withRange(some, order, "a"))).toBe("fcba");
  expect(chosenOf(withRange(some, order, "e"))).toBe("fedc");
  // The next range begins where this one began.
  expect(chosenOf(withRange(withRange(some, order, "a"), order, "d"))).toBe("fdcba");
});

test("a range without a beginning, or from a picture that is gone, is the one picture", () => {
  expect(chosenOf(withRange(nothing, order, "d"))).toBe("d");
  expect(chosenOf(withRange(toggled(nothing, "gone"), order, "d"))).toBe("d");
});

test("of everything one is taken out and put back, also those that the list does not know yet", () => {
  const most = toggled(everything, "c");
  expect(chosenOf(most)).toBe("fedba");
  expect(isSelected(most, "older than all")).toBe(true);
  expect(chosenOf(toggled(most, "c"))).toBe("fedcba");
  expect(chosenOf(withThese(most, ["a", "b"], false))).toBe("fed");
  expect(chosenOf(withRange(most, order, "b"))).toBe("fedcba");
});
