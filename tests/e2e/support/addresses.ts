const first = Number(process.env["CLIENTELE_E2E_PORT"] ?? "4610");

/** The built app as `npm start` serves it. */
export const APP_PORT = first;
export const APP_URL = `http://localhost:${APP_PORT}/`;
/** HTTP and UDP; every host name but `localhost` leads here. */
export const SINKHOLE_PORT = first + 1;
/** Of the tests of channels, whose hits are expected. */
export const PROBE_PORT = first + 2;
