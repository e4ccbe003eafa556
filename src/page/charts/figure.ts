import type * as Plot from "@observablehq/plot";
import type { ChartTheme } from "./theme";

/** The chart library, handed to builders so that only this folder names and loads it. */
export type PlotModule = typeof Plot;

/** Everything a builder may know of the place it draws into. */
export interface Canvas {
  readonly plot: PlotModule;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Below 480 px: fewer ticks, shorter labels, no side labels. */
  readonly narrow: boolean;
  readonly theme: ChartTheme;
}

/** One line of the card that hover and keyboard focus show. */
export interface CardRow {
  readonly label: string;
  readonly value: string;
  /** Colour of a small swatch before the label, as on the chart. */
  readonly color?: string;
}

/** A thing of the chart that can be pointed at, stepped to with the arrow keys, and opened. */
export interface FigurePoint {
  /** Position in data units of the x and y scales (and facets), so that it needs no pixel arithmetic. */
  readonly x: unknown;
  readonly y: unknown;
  readonly fx?: unknown;
  readonly fy?: unknown;
  /** The cell of the analysis whose customers a click or Enter opens. */
  readonly cell?: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface Drawing {
  /** Without width and height: the frame sets them. */
  readonly options: Omit<Plot.PlotOptions, "width" | "height">;
  /** In reading order: the arrow keys follow it. */
  readonly points: readonly FigurePoint[];
  /** How the pointer finds its point: along x only (lines, columns), along y only (bars), or both (grids, dots). */
  readonly nearest: "x" | "y" | "xy";
}

/** Pure: called again for every new width. */
export type FigureBuilder = (canvas: Canvas) => Drawing;

export type TwinValue = string | number | null;

export interface TwinColumn {
  readonly label: string;
  /** Numbers end-aligned; texts start-aligned. */
  readonly numeric?: boolean;
  /** How a value is shown; files get the raw value. */
  readonly show?: (value: TwinValue) => string;
}

/** The same numbers as the chart, as a table: shown on demand, read by screen readers, saved as CSV. */
export interface TwinTable {
  readonly columns: readonly TwinColumn[];
  readonly rows: readonly (readonly TwinValue[])[];
}
