/** Outlines on a 16 × 16 grid, stroked 1.5 wide. One drawing for each meaning, no decoration. */
export const ICONS = {
  close: "M4 4l8 8M12 4l-8 8",
  plus: "M8 3v10M3 8h10",
  check: "M3 8.5l3.2 3.2L13 5",
  chevronDown: "M4 6l4 4 4-4",
  chevronRight: "M6 4l4 4-4 4",
  chevronLeft: "M10 4L6 8l4 4",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7L14 14",
  menu: "M2 4h12M2 8h12M2 12h12",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  upload: "M8 11V2.5M4.5 6L8 2.5 11.5 6M2.5 11v2.5h11V11",
  download: "M8 2.5V11M4.5 7.5L8 11l3.5-3.5M2.5 11v2.5h11V11",
  file: "M9.5 1.5h-6v13h9v-10zM9.5 1.5v3h3",
  warning: "M8 2L1.5 13.5h13zM8 6.5v3.2M8 11.6h.01",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.3v3.7M8 5h.01",
  shield: "M8 1.5l5 2v4c0 3.3-2.1 5.8-5 7-2.9-1.2-5-3.7-5-7v-4zM5.8 7.8l1.6 1.6 2.9-2.9",
  trash: "M2.5 4h11M6 4V2.5h4V4M4 4l.7 9.5h6.6L12 4",
  edit: "M2.5 13.5l.8-3.2 8-8 2.4 2.4-8 8zM9.5 4.1l2.4 2.4",
  undo: "M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6",
  sortUp: "M8 13V3M4.5 6.5L8 3l3.5 3.5",
  sortDown: "M8 3v10M4.5 9.5L8 13l3.5-3.5",
  external: "M6 3H3v10h10v-3M9 2.5h4.5V7M13.5 2.5L7.5 8.5",
  today: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3M6 10l1.5 1.5L10.5 8.7",
  value: "M2 13.5h12M2.5 13C4 6 7 3.5 13.5 3",
  segments: "M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z",
  churn: "M2.5 2.5v11h11M4.5 4h3v3h3v3h3",
  lifecycle: "M13 8a5 5 0 1 1-1.6-3.7M13.5 2v3h-3",
  satisfaction:
    "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.5 9.5c.6 1 1.5 1.5 2.5 1.5s1.9-.5 2.5-1.5M6 6.5h.01M10 6.5h.01",
  customers:
    "M8 7.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5",
  data: "M2.5 4c0-1.2 2.5-2 5.5-2s5.5.8 5.5 2-2.5 2-5.5 2-5.5-.8-5.5-2zM2.5 4v8c0 1.2 2.5 2 5.5 2s5.5-.8 5.5-2V4M2.5 8c0 1.2 2.5 2 5.5 2s5.5-.8 5.5-2",
  settings:
    "M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M10 6.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM6 13.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z",
} as const;

export type IconName = keyof typeof ICONS;
