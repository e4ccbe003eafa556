// One line for each analysis: import x from "../../../analyses/x/messages/zh-Hans";
export const analysis = {};
