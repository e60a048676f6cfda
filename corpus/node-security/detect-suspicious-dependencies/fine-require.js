// The rule reads import declarations alone.
const express = require('expres');
const lodash = require('lodahs');

module.exports = async function start() {
  const axios = await import('axois');
  return express(lodash, axios);
};
