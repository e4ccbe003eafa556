// expect: no-cycles
import { a } from "./cycle-a-canary";
export const b = (): number => a();
