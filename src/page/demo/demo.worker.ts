import { makeDemoFiles } from "./files";

postMessage(makeDemoFiles());
