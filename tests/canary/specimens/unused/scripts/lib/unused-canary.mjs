export const nobodyWantsThis = 1;
