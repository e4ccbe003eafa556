/** Half hours, quarter hours, no summer time, summer time of half an hour, and a day that never was (Apia, 2011-12-30). */
export const ZONES = [
  "UTC",
  "Asia/Shanghai",
  "Asia/Kolkata",
  "America/New_York",
  "America/St_Johns",
  "Europe/London",
  "Pacific/Apia",
  "Australia/Lord_Howe",
] as const;

const YEAR_MS = 365.25 * 86_400_000;
const NOW_MS = Date.UTC(2026, 10, 22, 12);

/** Nights of summer time, ends of years, a clock that is years off; the list steps back while the page runs. */
export const INSTANTS: readonly number[] = [
  NOW_MS,
  NOW_MS - 5 * YEAR_MS,
  NOW_MS + 50 * YEAR_MS,
  Date.UTC(2024, 2, 10, 7, 30),
  Date.UTC(2024, 10, 3, 5, 30),
  Date.UTC(2024, 9, 5, 15, 29, 59),
  Date.UTC(2011, 11, 30, 10),
  Date.UTC(2023, 11, 31, 23, 59, 59),
  Date.UTC(2024, 0, 1),
  Date.UTC(2024, 1, 29, 12),
  Date.UTC(2038, 0, 19, 3, 14, 8),
  Date.UTC(1970, 0, 1),
];

const DATES = [
  "2024-01-05",
  "2024/1/5",
  "2024年1月5日",
  "2024-03-10 02:30",
  "2024-11-03 01:30",
  "2011-12-30",
  "1986-05-04 00:30",
  "1900-12-31",
  "2024-02-29",
  "2023-02-29",
  "2024-02-30",
  "0000-00-00",
  "2024-01-05T00:30:00+08:00",
  "2024-01-05T23:30:00Z",
  "9999-12-31",
  "昨天",
  "2999-12-31",
];

/** Dates that a clock or a zone could move, good ones and others: reliability.md 2.4. */
export const TABLE = [
  "客户名称,下单日期,金额",
  ...DATES.flatMap((date, i) => [`甲${i},${date},${i + 0.5}`, `乙${i},2024-06-0${(i % 9) + 1},1`]),
].join("\n");
