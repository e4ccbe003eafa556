/** `npm run test:long` repeats each experiment that is left to chance ten times as often, or as the plan says. */
const isLong = process.env["CLIENTELE_LONG"] === "1";

/** How often to repeat: in `npm test`, and in `npm run test:long`. */
export const times = (often: number, long: number): number => (isLong ? long : often);
