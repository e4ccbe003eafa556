import type { Messages } from "../messages";
import { analysis } from "./en/analysis";
import { charts } from "./en/charts";
import { fields } from "./en/fields";
import { recovery } from "./en/recovery";
import { scope } from "./en/scope";
import { settings } from "./en/settings";
import { shell } from "./en/shell";
import { status } from "./en/status";
import { ui } from "./en/ui";
import { welcome } from "./en/welcome";

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
} satisfies Messages;
