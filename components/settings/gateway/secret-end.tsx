import { useWords } from "#components/words/words.tsx";

/** Which secret is stored, by its end; one that is too short to show one comes without. */
export function SecretEnd({ last4 }: { last4: string }) {
  const t = useWords();
  if (last4 === "") return t("settings.storedShort");

  return t.rich("settings.stored", {
    end: () => <code className="font-mono">…{last4}</code>,
  });
}
