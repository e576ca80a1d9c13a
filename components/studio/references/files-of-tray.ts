/** What is on its way to the server, or could be sent again, by the key of its reference. */
export const filesOfTray = new Map<string, { file: File; abort: AbortController }>();
