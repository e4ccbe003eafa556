/** Whether this run may take minutes: `npm run test:long` says so. */
export const IS_LONG = process.env["CLIENTELE_LONG"] === "1";
