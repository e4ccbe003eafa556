/** What can move a grade. */
export const REASONS = ["arrears", "growth", "decline"] as const;
export type Reason = (typeof REASONS)[number];

/** What a policy lays down that tables can prove. */
export const POLICY_CHECKS = ["contact", "limit", "terms"] as const;
export type PolicyCheck = (typeof POLICY_CHECKS)[number];

/** What is known of one customer's pay and trend; null = not known. */
export interface GradeFacts {
  /** 0..1: money unpaid of what fell due */
  readonly overdueShare: number | null;
  /** mean days late, weighted by money */
  readonly lateDays: number | null;
  readonly dueInvoices: number;
  /** change a year as a share of the own mean, and its 95 % interval */
  readonly trend: { readonly slope: number; readonly low: number; readonly high: number } | null;
}
