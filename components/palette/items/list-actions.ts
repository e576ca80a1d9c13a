import { undoLast } from "#components/data/change/undo-stack.ts";
import { fillComposer } from "#components/data/fill-composer.ts";
import { describeRequestFailure, requestJson } from "#components/data/request-json.ts";
import { readCommands } from "#components/layout/commands.ts";
import type { ShortcutId } from "#components/layout/keys/shortcut-table.ts";
import { queueId } from "#components/layout/queue-id.ts";
import { type ThemeChoice, themes } from "#components/layout/use-theme-choice.ts";
import type { PaletteItem } from "#components/palette/items/palette-item.ts";
import { freeOf } from "#components/queue/drawer/failed-row.tsx";
import type { WholeQueueActions } from "#components/queue/queue-actions.ts";
import { isAskedToStop, type Standing } from "#components/queue/select-standing.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { GatewayView } from "#lib/contract/gateway-view.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";
import type { Words } from "#messages/create-words.ts";

interface ActionsContext {
  standing: Standing;
  pauses: readonly PauseView[];
  queue: WholeQueueActions;
  gateways: readonly GatewayView[];
  setTheme: (theme: ThemeChoice) => void;
  goTo: (href: string) => void;
  t: Words;
}

/** What can be done from anywhere; what is of use now comes first. */
export function listActions(context: ActionsContext): PaletteItem[] {
  const { gateways, setTheme, goTo, t } = context;
  const action = (id: string, label: string, run: () => void, shortcut?: ShortcutId) => ({
    id,
    section: "actions" as const,
    label,
    run,
    ...(shortcut && { shortcut }),
  });

  return [
    // First what costs nothing: it is what Enter alone does.
    action("write", t("palette.write"), () => fillComposer({}) || goTo("/"), "focusPrompt"),
    ...queueItems(context),
    action("studio", t("palette.studio"), () => goTo("/"), "studio"),
    action("gallery", t("palette.gallery"), () => goTo("/gallery"), "gallery"),
    action("favorites", t("palette.favorites"), () => goTo("/gallery?favorites=true")),
    action("queue", t("palette.queue"), showQueue, "queue"),
    action("settings", t("palette.openSettings"), () => goTo("/settings")),
    action("undo", t("shortcuts.undo"), () => void undoLast(), "undo"),
    action("keys", t("palette.keys"), () => goTo("/settings#keyboard")),
    ...themes.map((theme) =>
      action(`theme-${theme}`, t("layout.theme", { theme }), () => setTheme(theme)),
    ),
    ...readCommands().map(({ id, label, run }) => action(id, label, run)),
    ...gateways.flatMap(({ id, name, connection }) =>
      connection
        ? action(
            `stream-${id}`,
            t("palette.streaming", { name, now: connection.stream ? "on" : "off" }),
            () => setStreaming({ id, name, stream: !connection.stream }, t),
          )
        : [],
    ),
  ];
}

/** What the queue wants of a person, while it does. */
function queueItems({ standing, pauses, queue, gateways, t }: ActionsContext): PaletteItem[] {
  const { making, waiting } = standing;
  // As in the queue's panel: what was billed, or needs another prompt or setting, is seen to at its card.
  const failed = standing.failed.filter((row) => freeOf(row).length > 0);
  const isStoppable = ![...making, ...waiting].every(isAskedToStop);
  const retry = () => {
    for (const row of failed) queue.retry(row.generation, freeOf(row));
  };
  const wanted: (readonly [isWanted: boolean, item: Omit<PaletteItem, "section">])[] = [
    [isStoppable, { id: "stop", label: t("queue.stopMine"), run: () => void queue.stopAll() }],
    [failed.length > 0, { id: "retry", label: t("palette.retry"), run: retry }],
    ...pausedGateways(pauses).map((gatewayId) => {
      const name = gateways.find(({ id }) => id === gatewayId)?.name ?? "none";
      const label = t("palette.resume", { name });
      return [
        true,
        { id: `resume-${gatewayId}`, label, run: () => queue.resume(gatewayId) },
      ] as const;
    }),
  ];
  return wanted.flatMap(([isWanted, item]) =>
    isWanted ? { ...item, section: "actions" as const } : [],
  );
}

/** Those that wait for a person, and not for a time to pass. */
function pausedGateways(pauses: readonly PauseView[]): string[] {
  const waiting = pauses.filter(({ until }) => until === null);
  return [...new Set(waiting.flatMap(({ gatewayId }) => gatewayId ?? []))];
}

function showQueue() {
  document.getElementById(queueId)?.showPopover();
}

function setStreaming(
  { id, name, stream }: { id: string; name: string; stream: boolean },
  t: Words,
) {
  requestJson("PATCH /api/gateways/:id", { id, body: { stream } }).then(
    () => showToast(t("palette.streamingNow", { name, now: stream ? "on" : "off" })),
    (error: unknown) => showToast(describeRequestFailure(error, t)),
  );
}
