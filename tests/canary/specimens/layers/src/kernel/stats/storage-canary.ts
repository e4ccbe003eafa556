// expect: layer-kernel-stats
import { withWriteLock } from "../../storage/locks";
export const x = withWriteLock;
