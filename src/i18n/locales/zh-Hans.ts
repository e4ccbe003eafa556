import { analysis } from "./zh-Hans/analysis";
import { charts } from "./zh-Hans/charts";
import { fields } from "./zh-Hans/fields";
import { recovery } from "./zh-Hans/recovery";
import { scope } from "./zh-Hans/scope";
import { settings } from "./zh-Hans/settings";
import { shell } from "./zh-Hans/shell";
import { status } from "./zh-Hans/status";
import { ui } from "./zh-Hans/ui";
import { welcome } from "./zh-Hans/welcome";

export default {
  analysis,
  charts,
  fields,
  recovery,
  scope,
  settings,
  shell,
  status,
  ui,
  welcome,
};
