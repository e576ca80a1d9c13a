"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Holds the composer at the window's foot, and tells the page how high it is: what scrolls keeps `--composer` free for it. */
export function Dock({ children }: { children: ReactNode }) {
  const dock = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = dock.current;
    if (!element) return;

    const observer = new ResizeObserver(() => {
      const height = `${element.offsetHeight}px`;
      document.documentElement.style.setProperty("--composer", height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={dock}
      className="before:-top-6 relative z-10 bg-canvas before:pointer-events-none before:absolute before:inset-x-0 before:h-6 before:bg-linear-to-b before:from-transparent before:to-canvas max-md:bg-transparent max-md:before:hidden md:pe-6 md:pb-4"
    >
      {children}
    </div>
  );
}
