/** The columns of an attempt's error, for one that has none. */
export const noErrorFields = {
  errorCode: null,
  errorMessage: null,
  errorDetail: null,
  errorField: null,
} as const;
