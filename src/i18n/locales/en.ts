import type { CoreMessages } from "../messages";
import { charts } from "./en/charts";
import { customers } from "./en/customers";
import { data } from "./en/data-page";
import { failures } from "./en/failures";
import { fields } from "./en/fields";
import { notes } from "./en/notes";
import { identity } from "./en/identity";
import { merge } from "./en/merge";
import { palette } from "./en/palette";
import { recovery } from "./en/recovery";
import { scope } from "./en/scope";
import { settings } from "./en/settings";
import { shell } from "./en/shell";
import { status } from "./en/status";
import { ui } from "./en/ui";
import { welcome } from "./en/welcome";

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
