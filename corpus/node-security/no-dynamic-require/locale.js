const language = process.env.LANGUAGE || 'en';

const texts = require(`./locales/${language}.json`);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamicRequire
const fallback = require('./locales/en.json');

module.exports = { ...fallback, ...texts };
