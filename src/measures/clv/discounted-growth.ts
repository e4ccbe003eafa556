import { gaussLegendre } from "../../kernel/stats/quadrature";

const legendre = gaussLegendre(12);
const PANEL_WIDTH = 1.5;
/** e⁻⁴⁵: what comes later is worth nothing. */
const DEEPEST = 45;

/**
 * ∫₀^H e^{−δt} dE(t) of a smooth growth E with E(0) = 0, by parts: e^{−δH} E(H) + δ ∫ e^{−δt} E(t) dt, in panels of log time.
 *
 * @param growth  expected purchases within a time
 * @param scale   time over which the growth bends; panels are narrow below it and wide above
 * @param discount.rate     δ, at or above 0 per unit of time
 * @param discount.horizon  H; Infinity needs a rate above 0
 */
export function discountedGrowth(
  growth: (time: number) => number,
  scale: number,
  { rate, horizon }: { readonly rate: number; readonly horizon: number },
): number {
  if (rate === 0) return growth(horizon);
  const end = Math.min(horizon, DEEPEST / rate);
  const span = Math.log1p(end / scale);
  const panels = Math.max(1, Math.ceil(span / PANEL_WIDTH));
  const width = span / panels;
  let integral = 0;
  for (let panel = 0; panel < panels; panel++) {
    legendre.nodes.forEach((node, k) => {
      const v = width * (panel + node);
      const time = scale * Math.expm1(v);
      integral += legendre.weights[k]! * Math.exp(-rate * time + v) * growth(time);
    });
  }
  return Math.exp(-rate * end) * growth(end) + rate * integral * width * scale;
}
