import type { Messages } from "../messages";
import { analysis } from "./zh-Hant/analysis";
import { charts } from "./zh-Hant/charts";
import { fields } from "./zh-Hant/fields";
import { ui } from "./zh-Hant/ui";

export default { analysis, charts, fields, ui } satisfies Messages;
