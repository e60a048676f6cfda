const AdmZip = require('adm-zip');
const extract = require('extract-zip');

async function unpackFixtures(archive) {
  new AdmZip(archive).extractAllTo('./tmp/fixtures');
  await extract(archive, { dir: process.cwd() });
}

module.exports = unpackFixtures;
