import { expect, test } from "vitest";
import { askInTurn } from "#components/data/ask-in-turn.ts";

test("of one thing the next is asked when the last was answered or refused; another thing waits for neither", async () => {
  const asked: string[] = [];
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const ask = (about: string, name: string, answer: Promise<void>) =>
    askInTurn(about, () => {
      asked.push(name);
      return answer;
    });

  const answers = [
    ask("one", "first", first.promise),
    ask("one", "second", second.promise),
    ask("one", "third", Promise.resolve()),
  ];
  await ask("other", "another", Promise.resolve());
  expect(asked).toEqual(["first", "another"]);

  first.reject(new Error("refused"));
  await expect(answers[0]).rejects.toThrow("refused");
  expect(asked).toEqual(["first", "another", "second"]);
  second.resolve();
  await Promise.all(answers.slice(1));
  expect(asked).toEqual(["first", "another", "second", "third"]);
});
