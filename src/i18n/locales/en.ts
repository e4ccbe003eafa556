import type { Messages } from "../messages";
import { analysis } from "./en/analysis";
import { fields } from "./en/fields";

export default { analysis, fields } satisfies Messages;
