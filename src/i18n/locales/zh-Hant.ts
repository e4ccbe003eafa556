import type { Messages } from "../messages";
import { analysis } from "./zh-Hant/analysis";
import { fields } from "./zh-Hant/fields";

export default { analysis, fields } satisfies Messages;
