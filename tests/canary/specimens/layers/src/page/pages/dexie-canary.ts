// expect: door-dexie
import Dexie from "dexie";
export const x = Dexie;
