const fs = require('fs');

const names = fs.readFileSync('./names.txt', 'utf8').split('\n');

fs.writeFile('./count.txt', String(names.length), (error) => {
  if (error) throw error;
});

module.exports = names;
