/** The browser's `beforeinstallprompt`, which no standard has: by it a page may ask whether to install the app. */
export interface InstallEvent extends Event {
  prompt: () => Promise<unknown>;
}

export function isInstallEvent(event: Event): event is InstallEvent {
  return "prompt" in event && typeof event.prompt === "function";
}
