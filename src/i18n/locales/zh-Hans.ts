import { analysis } from "./zh-Hans/analysis";
import { charts } from "./zh-Hans/charts";
import { fields } from "./zh-Hans/fields";
import { ui } from "./zh-Hans/ui";

export default { analysis, charts, fields, ui };
