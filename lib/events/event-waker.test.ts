import { expect, test } from "vitest";
import { createEventWaker } from "#lib/events/event-waker.server.ts";

test("a commit wakes its user's readers, and a connection that was lost wakes everybody's", async () => {
  let notify = (_userId: string) => {};
  const waker = await createEventWaker({
    listen: async (_channel, onNotification) => {
      notify = onNotification;
      return async () => {};
    },
  });
  const woken: string[] = [];
  const subscribe = (userId: string) => waker.subscribe(userId, () => woken.push(userId));
  const unsubscribe = subscribe("one");
  subscribe("two");

  notify("one");
  expect(woken).toEqual(["one"]);
  notify("");
  expect(woken).toEqual(["one", "one", "two"]);

  unsubscribe();
  notify("");
  expect(woken).toEqual(["one", "one", "two", "two"]);
});
