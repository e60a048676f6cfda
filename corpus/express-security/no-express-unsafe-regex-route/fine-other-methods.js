// These are no routes.
const words = text.match(/(\w+\s?)+/);
const cleaned = text.replace(/(a|b)+/g, '');
const all = list.filter(/(x+)+/.test);
