// ESLint's rule throws here.
export const jar = (browser) => browser.cookie();
