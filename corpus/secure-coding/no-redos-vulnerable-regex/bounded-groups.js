const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const HEX = /^#(?:[0-9a-f]{3}){1,2}$/i;
const PAIRS = new RegExp('^(?:[a-z]{2}){1,4}$');

export const isDate = (text) => DATE.test(text);
export const isColour = (text) => HEX.test(text) && !PAIRS.test(text);
