"use client";

import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { describeRequestFailure, requestJson } from "#components/data/request-json.ts";
import { Button } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";

/** A key that is pasted is tried out, for free, and saved where it is good; what is wrong is said below it. */
export function KeyForm({ gatewayId }: { gatewayId: string }) {
  const t = useWords();
  const router = useRouter();
  // Whatever was pasted before this was alive is in the field, too.
  const field = useRef<HTMLInputElement>(null);
  /** Before, a press would only load the page anew. */
  const [isAlive, setIsAlive] = useState(false);
  useEffect(() => setIsAlive(true), []);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function testAndSave(event: FormEvent) {
    event.preventDefault();
    const apiKey = field.current?.value ?? "";
    if (isBusy || apiKey.trim() === "") return;

    setIsBusy(true);
    setError(null);
    try {
      const about = { id: gatewayId, body: { apiKey } };
      await requestJson("POST /api/gateways/:id/test", about);
      await requestJson("PATCH /api/gateways/:id", about);
      showToast(t("studio.keySaved"));
      // The models that it brings come with the page.
      router.refresh();
    } catch (failure) {
      setError(describeRequestFailure(failure, t));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <form onSubmit={testAndSave} className="mt-6">
      <div className="flex h-12 items-center gap-2 rounded-block bg-surface ps-3.5 pe-1.5 text-muted shadow-ring has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-ink forced-colors:border">
        <KeyRound aria-hidden className="size-4.5 shrink-0" />
        <input
          ref={field}
          type="password"
          autoComplete="off"
          aria-label={t("studio.pasteKey")}
          aria-invalid={error !== null}
          aria-describedby="first-key-error"
          placeholder={t("studio.pasteKey")}
          className="h-full min-w-0 flex-1 bg-transparent text-ink text-md outline-none placeholder:text-muted pointer-coarse:text-lg"
        />
        <Button type="submit" disabled={!isAlive} aria-disabled={isBusy}>
          {t(isBusy ? "studio.testingKey" : "studio.testKey")}
        </Button>
      </div>
      <p id="first-key-error" aria-live="polite" className="mt-2 text-danger text-sm empty:hidden">
        {error}
      </p>
    </form>
  );
}
