import { CASE_PRIORITIES, ESCALATION_RULES, PRIORITY_RULES } from "./case-rules";
import { CAUSE_READINGS, causeReadingsDigest, type CauseReadings } from "./cause-readings";
import { CASEWORK, caseworkDigest, NO_CASEWORK, OWN_CASES, type Casework } from "./casework";
import {
  DISTINCT,
  MERGES,
  mergesDigest,
  type CustomerMerge,
  type DistinctCustomers,
} from "./customer-merge";
import {
  NO_REASON_READINGS,
  REASON_READINGS,
  reasonReadingsDigest,
  type ReasonReadings,
} from "./exit-reasons";
import { OWN_EXITS, ownExitsDigest, type OwnExit } from "./own-exit";
import type { WorkKind } from "./own-work";
import {
  GRADE_RULES,
  gradeBookDigest,
  gradeBookOf,
  HAND_GRADES,
  NO_GRADE_BOOK,
  type GradeBook,
} from "./grade-book";
import {
  NO_OWN_CAMPAIGNS,
  OWN_CAMPAIGNS,
  ownCampaignsDigest,
  type OwnCampaigns,
} from "./own-campaign";
import { NO_PAY_PROMISES, PAY_PROMISES, payPromisesDigest, type PayPromises } from "./pay-promise";
import { OWN_SEGMENTS, segmentsDigest, type OwnSegment } from "./own-segment";
import {
  NO_QUESTION_TAGS,
  QUESTION_TAGS,
  questionTagsDigest,
  type QuestionTags,
} from "./question-tags";
import {
  NO_OWN_WORDS,
  OWN_WORDS,
  ownWordsDigest,
  ownWordsOf,
  type OwnWords,
} from "./text/own-words";
import { WINBACK_ATTEMPTS, wonBackDigest, wonBackOf, type WonBack } from "./winback-attempt";

/** What of the user's own work changes what the data say: applied over them whenever they are read. */
export interface WorkInForce {
  readonly merges: readonly CustomerMerge[];
  readonly distinct: readonly DistinctCustomers[];
  readonly words: OwnWords;
  readonly cases: Casework;
  readonly exits: ReadonlyMap<string, OwnExit>;
  readonly reasons: ReasonReadings;
  readonly causes: CauseReadings;
  readonly promises: PayPromises;
  readonly campaigns: OwnCampaigns;
  readonly tags: QuestionTags;
  readonly grades: GradeBook;
  readonly segments: ReadonlyMap<string, OwnSegment>;
  readonly wonBack: WonBack;
}

export const NOTHING_IN_FORCE: WorkInForce = {
  merges: [],
  distinct: [],
  words: NO_OWN_WORDS,
  cases: NO_CASEWORK,
  exits: new Map(),
  reasons: NO_REASON_READINGS,
  causes: new Map(),
  promises: NO_PAY_PROMISES,
  campaigns: NO_OWN_CAMPAIGNS,
  tags: NO_QUESTION_TAGS,
  grades: NO_GRADE_BOOK,
  segments: new Map(),
  wonBack: new Map(),
};

/** @param all the records of a kind by key */
export function workInForce(all: <T>(kind: WorkKind<T>) => ReadonlyMap<string, T>): WorkInForce {
  return {
    merges: [...all(MERGES).values()],
    distinct: [...all(DISTINCT).values()],
    words: ownWordsOf(all(OWN_WORDS)),
    cases: {
      done: all(CASEWORK),
      taken: all(OWN_CASES),
      rules: {
        priorities: all(CASE_PRIORITIES),
        matrix: all(PRIORITY_RULES),
        escalations: all(ESCALATION_RULES),
      },
    },
    exits: all(OWN_EXITS),
    reasons: all(REASON_READINGS),
    causes: all(CAUSE_READINGS),
    promises: all(PAY_PROMISES),
    campaigns: all(OWN_CAMPAIGNS),
    tags: all(QUESTION_TAGS),
    grades: gradeBookOf(all(HAND_GRADES), all(GRADE_RULES)),
    segments: all(OWN_SEGMENTS),
    wonBack: wonBackOf(all(WINBACK_ATTEMPTS).values()),
  };
}

/** Names what is in force: empty for nothing, another text for anything else. Customers found to be two change no figure. */
export function workDigest(work: WorkInForce): string {
  return [
    mergesDigest(work.merges),
    ownWordsDigest(work.words),
    caseworkDigest(work.cases),
    ownExitsDigest(work.exits),
    reasonReadingsDigest(work.reasons),
    causeReadingsDigest(work.causes),
    payPromisesDigest(work.promises),
    ownCampaignsDigest(work.campaigns),
    questionTagsDigest(work.tags),
    gradeBookDigest(work.grades),
    segmentsDigest(work.segments),
    wonBackDigest(work.wonBack),
  ].join("");
}
