import type { Messages } from "../../messages";
import pareto from "../../../analyses/pareto/messages/en";
import rfm from "../../../analyses/rfm/messages/en";

// One line for each analysis: import x from "../../../analyses/x/messages/en";
export const analysis = { pareto, rfm } satisfies Messages["analysis"];
