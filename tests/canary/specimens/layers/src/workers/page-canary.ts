// expect: worker-never-reaches-page
import { AppUpdate } from "../page/pwa/update.svelte";
export const x = AppUpdate;
