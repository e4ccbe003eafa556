import { analysis } from "./zh-Hans/analysis";
import { fields } from "./zh-Hans/fields";

export default { analysis, fields };
