/**
 * Words by which imported tables say what an effort was for. Categories are free text of the user's own system, so they are
 * looked for inside the text; what no word names stays in the wider group.
 */

const VISIT = /拜访|拜訪|上门|上門|到府|到访|到訪|走访|走訪|visit|on[- ]?site/iu;
const WRITTEN_OFF =
  /坏账|坏帐|壞帳|壞賬|呆账|呆帐|呆帳|呆賬|死账|死帐|死帳|bad debt|written[- ]?off|write[- ]?off|uncollectible|irrecoverable/iu;
const KEEPING =
  /关怀|關懷|维系|維繫|维护|維護|保留|留存|忠诚|忠誠|会员|會員|老客|回馈|回饋|挽回|赢回|贏回|retention|loyalty|win[- ]?back|customer care|existing/iu;

/** Whether a kind of contact is a visit: somebody travelled. */
export const isVisitWord = (text: string): boolean => VISIT.test(text);

/** Whether a status of an invoice says that the money will not come. */
export const isWrittenOffWord = (text: string): boolean => WRITTEN_OFF.test(text);

/** Whether a campaign is for customers that there are already, rather than for new ones. */
export const isKeepingWord = (text: string): boolean => KEEPING.test(text);
