/** Lets small pictures be decoded two at once, and a large one alone. */
export interface DecodeSlots {
  /** Does the work when its turn has come; the turns are in the order of the calls. */
  run<T>(options: { isLarge: boolean }, work: () => Promise<T>): Promise<T>;
}

const slotsInAll = 2;

/** A large picture takes all the slots: it waits for the others to end, and nothing begins beside it. */
export function createDecodeSlots(): DecodeSlots {
  let free = slotsInAll;
  const waiting: { slots: number; begin: () => void }[] = [];

  const beginNext = () => {
    for (;;) {
      const [next] = waiting;
      if (!next || next.slots > free) return;
      waiting.shift();
      free -= next.slots;
      next.begin();
    }
  };

  return {
    async run({ isLarge }, work) {
      const slots = isLarge ? slotsInAll : 1;
      await new Promise<void>((begin) => {
        waiting.push({ slots, begin });
        beginNext();
      });
      try {
        return await work();
      } finally {
        free += slots;
        beginNext();
      }
    },
  };
}
