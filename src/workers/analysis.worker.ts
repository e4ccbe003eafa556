import { AnalysisSession } from "./analysis-session";
import { analysisHandlers } from "./analysis-handlers";
import type { AnalysisCalls } from "./protocol";
import { serve } from "./serve";
import { browserStoredData } from "./stored-data";

serve<AnalysisCalls>(
  self as DedicatedWorkerGlobalScope,
  analysisHandlers(new AnalysisSession(browserStoredData())),
);
