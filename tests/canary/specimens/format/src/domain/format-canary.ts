export const   crooked = {a:1}
