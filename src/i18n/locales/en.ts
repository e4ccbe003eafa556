import type { Messages } from "../messages";
import { analysis } from "./en/analysis";
import { charts } from "./en/charts";
import { fields } from "./en/fields";
import { ui } from "./en/ui";

export default { analysis, charts, fields, ui } satisfies Messages;
