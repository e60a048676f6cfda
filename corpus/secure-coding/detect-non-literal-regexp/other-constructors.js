import XRegExp from 'xregexp';

const re = new XRegExp(process.argv[2]);
const own = window.RegExp(process.argv[3]);
const date = new Date(process.argv[4]);

export { re, own, date };
