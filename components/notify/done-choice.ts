/** How this browser tells that pictures are done. Nothing of it is on until a person turns it on. */
export interface DoneChoice {
  sound: boolean;
  notification: boolean;
}

const storageKey = "atelier.when-done";

/** What was chosen in this browser. */
export function readDoneChoice(storage: Storage): DoneChoice {
  try {
    const kept = JSON.parse(storage.getItem(storageKey) ?? "null");
    return { sound: kept?.sound === true, notification: kept?.notification === true };
  } catch {
    // Another version wrote it.
    return { sound: false, notification: false };
  }
}

/** Keeps it; where storage is full, for as long as the page lives not even that. */
export function keepDoneChoice(storage: Storage, choice: DoneChoice): boolean {
  try {
    storage.setItem(storageKey, JSON.stringify(choice));
    return true;
  } catch {
    return false;
  }
}
