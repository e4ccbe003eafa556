import type { Messages } from "../../messages";
// One line for each analysis: import x from "../../../analyses/x/messages/zh-Hant";
export const analysis = {} satisfies Messages["analysis"];
