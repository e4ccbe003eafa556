import { charts } from "./zh-Hans/charts";
import { customers } from "./zh-Hans/customers";
import { data } from "./zh-Hans/data-page";
import { failures } from "./zh-Hans/failures";
import { fields } from "./zh-Hans/fields";
import { notes } from "./zh-Hans/notes";
import { identity } from "./zh-Hans/identity";
import { merge } from "./zh-Hans/merge";
import { palette } from "./zh-Hans/palette";
import { recovery } from "./zh-Hans/recovery";
import { scope } from "./zh-Hans/scope";
import { settings } from "./zh-Hans/settings";
import { shell } from "./zh-Hans/shell";
import { status } from "./zh-Hans/status";
import { ui } from "./zh-Hans/ui";
import { welcome } from "./zh-Hans/welcome";

export default {
  charts,
  customers,
  data,
  failures,
  fields,
  notes,
  identity,
  merge,
  palette,
  recovery,
  scope,
  settings,
  shell,
  status,
  ui,
  welcome,
};
