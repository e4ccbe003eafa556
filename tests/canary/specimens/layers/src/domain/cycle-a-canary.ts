// expect: no-cycles
import { b } from "./cycle-b-canary";
export const a = (): number => b();
