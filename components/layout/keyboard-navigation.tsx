"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isTyping } from "#components/layout/is-typing.ts";

const places: Record<string, string> = { s: "/", g: "/gallery" };

/** How long "g" waits for its second key. */
const sequenceMs = 1_000;

/** G S goes to the studio, G G to the gallery, / to the search of the screen, or to the gallery for want of one. */
export function KeyboardNavigation() {
  const router = useRouter();

  useEffect(() => {
    let wentAt = Number.NEGATIVE_INFINITY;

    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;

      const place = event.timeStamp - wentAt < sequenceMs ? places[event.key] : undefined;
      wentAt = event.key === "g" && !place ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (place) router.push(place);
      if (event.key !== "/") return;

      event.preventDefault();
      const search = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (search) search.focus();
      else router.push("/gallery");
    }

    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [router]);

  return null;
}
