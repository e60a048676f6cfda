const assert = require('assert');
const { execSync } = require('child_process');

function git(command) {
  return execSync('git ' + command, { encoding: 'utf8' });
}

describe('a release', () => {
  it('has a tag', () => {
    assert.match(git('tag --points-at HEAD'), /^v\d/);
  });
});
