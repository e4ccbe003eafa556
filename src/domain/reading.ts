/** How dates are written. `epoch-*`: numbers since 1970-01-01T00:00Z, only ever by the reader's choice; their day is the day in UTC. */
export const DATE_ORDERS = ["ymd", "mdy", "dmy", "epoch-seconds", "epoch-milliseconds"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export const DECIMAL_MARKS = [".", ","] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];
