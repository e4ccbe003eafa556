declare const __BUILD_ID__: string | undefined;

/** Names the build that this code came from; `dev` outside of a build. Page, workers and service worker compare it. */
export const BUILD_ID: string = typeof __BUILD_ID__ === "string" ? __BUILD_ID__ : "dev";
