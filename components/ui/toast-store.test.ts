import { expect, onTestFinished, test } from "vitest";
import {
  dismissToast,
  readToast,
  showToast,
  subscribeToToasts,
} from "#components/ui/toast-store.ts";

test("one toast is shown at a time, the newest", () => {
  onTestFinished(dismissToast);
  showToast("Copied");
  showToast("Stopped");
  expect(readToast()).toMatchObject({ message: "Stopped", count: 1 });
});

test("the same said again counts up, and its action does all of them, the last first", () => {
  onTestFinished(dismissToast);
  const undone: string[] = [];
  const undo = (id: string) => ({ label: "Undo", run: () => void undone.push(id) });
  for (const id of ["first", "second", "third"]) showToast("Deleted", { action: undo(id) });
  expect(readToast()).toMatchObject({ message: "Deleted", count: 3 });

  readToast()?.action?.run();
  expect(undone).toEqual(["third", "second", "first"]);
});

test("another toast in between begins the count anew", () => {
  onTestFinished(dismissToast);
  for (const message of ["Deleted", "Copied", "Deleted"]) showToast(message);
  expect(readToast()?.count).toBe(1);
});

test("whoever draws it is told of each change, until they leave", () => {
  onTestFinished(dismissToast);
  let told = 0;
  const leave = subscribeToToasts(() => {
    told += 1;
  });
  showToast("Copied");
  dismissToast();
  leave();
  showToast("Copied");
  expect(told).toBe(2);
});
