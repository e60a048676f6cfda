const { execSync } = require('child_process');
const util = require('util');
const optimist = require('optimist');
const meow = require('meow');
const minimist = require('minimist');
const yargsParser = require('yargs-parser');
const arg = require('arg');
const commandLineArgs = require('command-line-args');
const dashdash = require('dashdash');
const { ArgumentParser } = require('argparse');
const getThemArgs = require('get-them-args');
const subarg = require('subarg');
const args = require('args');
const mri = require('mri');
const getopts = require('getopts');
const nopt = require('nopt');
const { docopt } = require('docopt');
const sade = require('sade');
const cac = require('cac');

execSync('make ' + process.argv[2]);
//@1 commandInjection
execSync('make ' + global.process.argv[2]);
//@1 commandInjection
execSync('make ' + optimist.argv.target);
//@1 commandInjection
execSync('make ' + meow('usage').flags.target);
//@1 commandInjection
execSync('make ' + meow('usage').input[0]);
//@1 commandInjection
execSync('make ' + minimist(process.argv.slice(2)).target);
//@1 commandInjection
execSync('make ' + yargsParser(process.argv.slice(2)).target);
//@1 commandInjection
execSync('make ' + arg({ '--target': String })['--target']);
//@1 commandInjection
execSync('make ' + commandLineArgs([{ name: 'target' }]).target);
//@1 commandInjection
execSync('make ' + dashdash.parse({ options: [] }).target);
//@1 commandInjection
execSync('make ' + dashdash.createParser({ options: [] }).parse().target);
//@1 commandInjection
execSync('make ' + new ArgumentParser({}).parse_args().target);
//@1 commandInjection
execSync('make ' + getThemArgs().target);
//@1 commandInjection
execSync('make ' + subarg(process.argv.slice(2)).target);
//@1 commandInjection
execSync('make ' + args.parse(process.argv).target);
//@1 commandInjection
execSync('make ' + mri(process.argv.slice(2)).target);
//@1 commandInjection
execSync('make ' + getopts(process.argv.slice(2)).target);
//@1 commandInjection
execSync('make ' + nopt({ target: String }, {}, process.argv).target);
//@1 commandInjection
execSync('make ' + docopt('Usage: build <target>').target);
//@1 commandInjection
execSync('make ' + sade('build').parse(process.argv, { lazy: true }).args[0]);
//@1 commandInjection
execSync('make ' + util.parseArgs({ strict: false }).values.target);
//@1 commandInjection
execSync('make ' + cac('build').parse().options.target);
//@1 commandInjection
