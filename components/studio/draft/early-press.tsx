import { InlineScript } from "#components/layout/inline-script.tsx";

/** What a page does before it is alive: it lets a written prompt be pressed, and remembers the press. */
export function EarlyPress({ nonce }: { nonce: string }) {
  return <InlineScript nonce={nonce} run={rememberPress} />;
}

function rememberPress() {
  const { dataset } = document.documentElement;
  const storageName = "atelier.early-press";
  /** Whether more than the prompt was changed, which a reload would lose. */
  let isMore = false;
  const promptOf = ({ target }: Event) =>
    dataset.alive === undefined && target instanceof HTMLTextAreaElement && target.name === "prompt"
      ? target
      : null;

  /** What was written when it was pressed; of one prompt once, for a page that does nothing is pressed again and again. */
  const remember = (form: HTMLFormElement | null, prompt: string, toFront: boolean) => {
    const presses = JSON.parse(dataset.pressed ?? "[]");
    const before = presses.find((press: { prompt: string }) => press.prompt === prompt);
    if (before) before.count += 1;
    else presses.push({ prompt, toFront, count: 1 });
    dataset.pressed = JSON.stringify(presses);
    form?.toggleAttribute("data-pressed", true);
    // It is made as it stands now: only the prompt goes on.
    for (const field of form?.querySelectorAll("input") ?? []) field.disabled = true;
    if (isMore) return;
    try {
      sessionStorage.setItem(storageName, dataset.pressed);
    } catch {
      // A reload before the page is alive then forgets it.
    }
  };

  /** Who has set others waits until the page is alive. */
  const hasOtherKeys = () => {
    try {
      return /"generate/.test(localStorage.getItem("atelier.keys") ?? "");
    } catch {
      return false;
    }
  };

  try {
    const before = sessionStorage.getItem(storageName);
    if (before) dataset.pressed = before;
  } catch {
    // There is nothing to remember by.
  }
  document.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement) isMore = true;
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
    remember(prompt.form, prompt.value, event.shiftKey);
  });
  document.addEventListener("submit", (event) => {
    if (dataset.alive !== undefined || !(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    const prompt = new FormData(event.target).get("prompt");
    if (typeof prompt === "string" && prompt.trim()) remember(event.target, prompt, false);
  });
}
