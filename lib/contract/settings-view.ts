import * as z from "zod";

/** What the settings say of this studio; its gateways have an endpoint of their own. */
export const settingsViewSchema = z.strictObject({
  /** For people: "embedded (PGlite)", "PostgreSQL at db.example:5432". */
  database: z.string(),
  /** For people: "folder /srv/atelier/data/files". */
  files: z.string(),
});

export type SettingsView = z.infer<typeof settingsViewSchema>;
