/** The drawer's, for whatever opens it. */
export const queueId = "queue";
