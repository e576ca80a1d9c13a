import { openQueue, type State, square } from "./state.ts";

/** What is being made, and what waits. */
export const making: readonly State[] = [
  {
    name: "usual",
    async prepare(scene) {
      await scene.addKey();
      await scene.resume();
      // How long it usually takes is told from five on.
      const prompt = "A paper crane on a desk";
      for (let count = 0; count < 5; count += 1) {
        const scenario = `[[delay:${2_000 + 600 * count}]]`;
        await scene.press({ prompt, scenario, size: square, n: 1, isPaid: true });
      }
      await scene.settle();
      const scenario = "[[hold:crane]]";
      await scene.press({ prompt, scenario, size: square, n: 1, isPaid: true });
    },
    act: (page) => page.getByRole("button", { name: /making/ }).waitFor(),
  },
  {
    name: "making",
    async prepare(scene) {
      scene.release("crane");
      await scene.settle();
      const prompt = "A castle above the clouds";
      await scene.press({ prompt, scenario: "[[hold:castle]]", size: square, n: 6, isPaid: true });
    },
    act: (page) => page.getByRole("button", { name: /making/ }).waitFor(),
  },
  {
    name: "queue",
    async prepare(scene) {
      const prompt = "A bridge in the mist";
      const scenario = "[[hold:castle]]";
      await scene.press({ prompt, scenario, size: square, n: 2, isPaid: true });
      const others = ["Tea fields after the rain, seen from above", "A lighthouse in winter"];
      for (const other of others) {
        await scene.press({ prompt: other, scenario, size: square, n: 1, isPaid: true });
      }
    },
    async act(page, { isPhone }) {
      await openQueue(page, /Making/);
      const waiting = page.getByRole("region", { name: "Waiting" }).getByRole("listitem");
      if (!isPhone) await waiting.filter({ hasText: "Tea fields" }).hover();
    },
  },
  {
    name: "stopped",
    async prepare(scene) {
      await scene.stop();
      scene.release("castle");
      await scene.settle();
    },
    // Why nothing came is told by code that comes later.
    act: (page) => page.getByText("Stopped.", { exact: true }).last().waitFor(),
  },
];
