import { version } from "../../../../package.json";

declare const __BUILD_ID__: string | undefined;

export const VERSION = version;
/** Named by the build; development has none. */
export const BUILD_ID = typeof __BUILD_ID__ === "string" ? __BUILD_ID__ : "dev";
