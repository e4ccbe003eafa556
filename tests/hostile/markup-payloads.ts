/** Markup and script that a cell may hold: seeds of the reliability plan, section 2.4, each in several disguises. */
const SEEDS: readonly string[] = [
  "<img src=x onerror=__pwn=1>",
  '"><svg/onload=__pwn=1>',
  "</script><script>__pwn=1</script>",
  "</style><script>__pwn=1</script>",
  "</textarea><script>__pwn=1</script>",
  "</title><svg onload=__pwn=1>",
  '<iframe srcdoc="<script>parent.__pwn=1</script>">',
  "<math><mtext><table><mglyph><style><!--</style><img title=--><img src=1 onerror=__pwn=1>",
  "<svg><animate onbegin=__pwn=1 attributeName=x dur=1s>",
  "<details open ontoggle=__pwn=1>",
  "<input autofocus onfocus=__pwn=1>",
  "javascript:__pwn=1",
  "java\tscript:__pwn=1",
  "JaVaScRiPt:__pwn=1",
  "data:text/html,<script>__pwn=1</script>",
  "vbscript:__pwn=1",
  "{{constructor.constructor('__pwn=1')()}}",
  "${__pwn=1}",
  "#{__pwn=1}",
  "{@html '<img src=x onerror=__pwn=1>'}",
  "&lt;img src=x onerror=__pwn=1&gt;",
  "%3Cscript%3E__pwn=1%3C/script%3E",
  "]]><x/>",
  '<a href="javascript:__pwn=1" ping="//sink.invalid">x</a>',
  "<form action=//sink.invalid><input type=submit>",
  "<meta http-equiv=refresh content=0;url=//sink.invalid>",
  "<base href=//sink.invalid/>",
  "<link rel=stylesheet href=//sink.invalid/x.css>",
  "url(javascript:__pwn=1)",
  "<div onclick\u2028=__pwn=1>",
  "<a id=__proto__><a id=location>",
  "<template><script>__pwn=1</script></template>",
];

/** At least 120 different payloads; none has a blank at an end, so that each is a cell's text as it stands. */
export const MARKUP_PAYLOADS: readonly string[] = [
  ...new Set(
    SEEDS.flatMap((seed) => [seed, seed.toUpperCase(), `'${seed}`, `客户${seed}`, `${seed}-->`]),
  ),
];

/** How a CSV writer puts a text. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
