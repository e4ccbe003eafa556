// expect: no-restricted-globals
export const peer = (): RTCPeerConnection => new RTCPeerConnection();
