import type { CoreMessages } from "../messages";
import { charts } from "./zh-Hant/charts";
import { customers } from "./zh-Hant/customers";
import { data } from "./zh-Hant/data-page";
import { failures } from "./zh-Hant/failures";
import { fields } from "./zh-Hant/fields";
import { notes } from "./zh-Hant/notes";
import { identity } from "./zh-Hant/identity";
import { merge } from "./zh-Hant/merge";
import { palette } from "./zh-Hant/palette";
import { recovery } from "./zh-Hant/recovery";
import { scope } from "./zh-Hant/scope";
import { settings } from "./zh-Hant/settings";
import { shell } from "./zh-Hant/shell";
import { status } from "./zh-Hant/status";
import { ui } from "./zh-Hant/ui";
import { welcome } from "./zh-Hant/welcome";

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
} satisfies CoreMessages;
