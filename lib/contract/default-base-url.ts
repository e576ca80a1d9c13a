/** The gateway that is asked where neither the environment nor the screen names another. */
export const defaultBaseUrl = "https://api.meshapi.ai";
