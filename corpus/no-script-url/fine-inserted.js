export const address = (code) => `javascript:${code}`;
export const tagged = css`javascript:x`;
