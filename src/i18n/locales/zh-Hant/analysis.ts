import type { Messages } from "../../messages";
import pareto from "../../../analyses/pareto/messages/zh-Hant";
import rfm from "../../../analyses/rfm/messages/zh-Hant";

// One line for each analysis: import x from "../../../analyses/x/messages/zh-Hant";
export const analysis = { pareto, rfm } satisfies Messages["analysis"];
