import type { Messages } from "../../messages";
// One line for each analysis: import x from "../../../analyses/x/messages/en";
export const analysis = {} satisfies Messages["analysis"];
