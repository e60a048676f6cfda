const load = require;
const { LOCALE = 'en' } = process.env;

const texts = load(`./locales/${LOCALE}.json`);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDynamicRequire
const fallback = load('./locales/en.json');

module.exports = { ...fallback, ...texts };
