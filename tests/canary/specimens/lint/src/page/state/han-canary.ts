// expect: house/no-han
export const word = "客户";
