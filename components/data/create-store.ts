export interface Store<State, Action> {
  read(): State;
  dispatch(action: Action): void;
  /** Calls back after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** State that lives outside React, so that what does not draw it can change it without drawing. */
export function createStore<State, Action>(
  reducer: (state: State, action: Action) => State,
  initial: State,
): Store<State, Action> {
  const listeners = new Set<() => void>();
  let state = initial;

  return {
    read: () => state,
    dispatch(action) {
      const next = reducer(state, action);
      if (next === state) return;

      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
