export const link = 'https://example.org/javascript:';
export const pattern = /^javascript:/i;
