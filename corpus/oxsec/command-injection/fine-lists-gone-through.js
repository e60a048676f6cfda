const async = require('async');
const Promise = require('bluebird');
const pMap = require('p-map');
const { exec } = require('child_process');
const isName = (name) => /^\w[\w.-]*$/.test(name);

exports.removeAll = (branches, done) => {
  async.each(branches, (name, next) => {
    if (!isName(name)) return next(new Error('no name'));
    exec('git branch -d ' + name, next);
  }, done);
};

exports.tagAll = (tags, done) => {
  async.eachOf(tags, (commit, name, next) => {
    if (!isName(name) || !isName(commit)) return next(new Error('no name'));
    exec(`git tag ${name} ${commit}`, next);
  }, done);
};

exports.showAll = (branches) => Promise.map(branches.filter(isName), (name) => exec('git show ' + name));

exports.logAll = (branches) => pMap(branches, (name) => exec('git log ' + name.replace(/[^\w.-]/g, '')));
