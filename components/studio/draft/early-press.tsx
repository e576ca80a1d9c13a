import type { EarlyPress as Press } from "#components/data/submit/early-press.ts";
import { InlineScript } from "#components/layout/inline-script.tsx";

/** What a page does before it is alive: it lets a written prompt be pressed, and keeps the press. */
export function EarlyPress({ nonce }: { nonce: string }) {
  return (
    <>
      <InlineScript nonce={nonce} run={keepPresses} />
      <InlineScript nonce={nonce} run={hearPresses} />
    </>
  );
}

/** What `hearPresses` tells `keepPresses`. */
interface Heard {
  prompt: string;
  toFront: boolean;
  /** How many pictures, where that was changed. */
  n: string | undefined;
  /** Whether something was picked, which no other page would have. */
  isMore: boolean;
}

function keepPresses() {
  const { dataset } = document.documentElement;
  const prefix = "atelier.early-press.";

  /** For whichever page opens next, which makes it of what is kept now. False where it goes with this page. */
  const keep = (press: Press, { n, isMore }: Heard) => {
    try {
      const draft =
        sessionStorage.getItem("atelier.draft") ?? localStorage.getItem("atelier.draft");
      // A picture that is on its way would be missing.
      if (isMore || draft?.includes('"state":"sending"')) return false;
      localStorage.setItem(prefix + press.key, JSON.stringify({ ...press, draft, n }));
      return true;
    } catch {
      return false;
    }
  };

  /** Those that pages before this one have left. */
  const readLeft = (): Press[] => {
    try {
      const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
      return names.map((name) => JSON.parse(localStorage.getItem(name) ?? ""));
    } catch {
      return [];
    }
  };

  const createPress = ({ prompt, toFront }: Heard): Press => {
    const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
    const key = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
    // As long as this page lives, it makes it itself.
    dataset.early = `${dataset.early ?? ""} ${key}`;
    if ("locks" in navigator)
      void navigator.locks.request(prefix + key, () => new Promise(() => {}));
    return { key, prompt, toFront, count: 0, pressedAt: 0, draft: null, isKept: false };
  };

  // What was written when it was pressed; of one prompt once, for a page that does nothing is pressed again and again.
  document.addEventListener("atelier-early-press", (event) => {
    if (!(event instanceof CustomEvent)) return;
    const heard: Heard = event.detail;
    const presses: Press[] = JSON.parse(dataset.pressed ?? "[]");
    const isAgain = ({ prompt }: Press) => prompt === heard.prompt;
    const own = presses.find(isAgain);
    const left = own || heard.isMore ? undefined : readLeft().find(isAgain);
    const press = own ?? left ?? createPress(heard);
    press.count += 1;
    press.pressedAt = Date.now();
    press.isKept = keep(press, heard);
    if (!own && !left) presses.push(press);
    dataset.pressed = JSON.stringify(presses);
  });
}

function hearPresses() {
  const { dataset } = document.documentElement;
  let isMore = false;
  let n: string | undefined;
  const promptOf = ({ target }: Event) =>
    dataset.alive === undefined && target instanceof HTMLTextAreaElement && target.name === "prompt"
      ? target
      : null;

  const tell = (form: HTMLFormElement | null, prompt: string, toFront: boolean) => {
    const detail: Heard = { prompt, toFront, n, isMore };
    document.dispatchEvent(new CustomEvent("atelier-early-press", { detail }));
    form?.toggleAttribute("data-pressed", true);
    // It is made as it stands now: only the prompt goes on.
    for (const field of form?.querySelectorAll("input") ?? []) field.disabled = true;
  };

  /** Who has set others waits until the page is alive. */
  const hasOtherKeys = () => {
    try {
      return /"generate/.test(localStorage.getItem("atelier.keys") ?? "");
    } catch {
      return false;
    }
  };

  document.addEventListener("input", (event) => {
    const { target } = event;
    const isCount = target instanceof HTMLInputElement && target.closest("[data-field=n]");
    if (isCount) n = target.value;
    else if (target instanceof HTMLInputElement) isMore = true;
    const prompt = promptOf(event);
    const button = prompt?.form?.querySelector<HTMLButtonElement>("[type=submit]");
    if (!prompt || !button) return;
    button.disabled = prompt.value.trim() === "";
    prompt.form?.toggleAttribute("data-early", !button.disabled);
    prompt.form?.removeAttribute("data-pressed");
  });
  document.addEventListener("keydown", (event) => {
    // As `isComposing` has it, which is not here yet.
    const isLetter = event.isComposing || event.keyCode === 229;
    const isPress = event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isLetter;
    const prompt = promptOf(event);
    if (!isPress || event.repeat || !prompt?.value.trim() || hasOtherKeys()) return;
    tell(prompt.form, prompt.value, event.shiftKey);
  });
  document.addEventListener("submit", (event) => {
    if (dataset.alive !== undefined || !(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    const prompt = new FormData(event.target).get("prompt");
    if (typeof prompt === "string" && prompt.trim()) tell(event.target, prompt, false);
  });
}
