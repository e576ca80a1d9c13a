/**
 * Two presses of the same closer than this are one, by a double click or a key that bounces. Who means several presses is slower than that;
 * the system's own time, mostly half a second, would take some of those for one.
 */
const doubleClickMs = 300;

/** Creates what knows a press that was not meant: `at` is when it was made, in milliseconds, by the event's own word. */
export function createDoubleClick(): (intent: string, at: number) => boolean {
  let last = { intent: "", at: 0 };

  return (intent, at) => {
    const isAgain = intent === last.intent && Math.abs(at - last.at) < doubleClickMs;
    last = { intent, at };
    return isAgain;
  };
}
