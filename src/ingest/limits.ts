/** Limits of reliability.md R25. Raising one needs a new test. */
export const MAX_TEXT_BYTES = 2 * 1024 ** 3;
export const MAX_WORKBOOK_BYTES = 300 * 1024 ** 2;
export const MAX_ROWS = 20_000_000;
export const MAX_COLUMNS = 2_000;
export const MAX_FIELD_LENGTH = 1024 ** 2;
