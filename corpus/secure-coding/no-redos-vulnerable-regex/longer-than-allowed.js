// options: {"maxPatternLength": 20}
const long = /^(abcdefghijklmnop+)+$/;
const short = /^[a-f]+$/;

export { long, short };
