// expect: layer-page-state
import * as chunks from "../../storage/chunks";
export const x = chunks;
