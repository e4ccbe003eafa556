import { AnalysisSession } from "./analysis-session";
import { analysisHandlers } from "./analysis-handlers";
import type { AnalysisCalls } from "./protocol";
import { pagePort, serve } from "./serve";
import { browserStoredData } from "./stored-generations";

serve<AnalysisCalls>(pagePort(), analysisHandlers(new AnalysisSession(browserStoredData())));
