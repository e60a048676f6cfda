const { execSync } = require('child_process');
const yargs = require('yargs');
const yargsNamed = require('yargs').yargs;

const branch = yargs.argv.branch;
execSync('git checkout ' + branch);
//@1 commandInjection
execSync('git checkout ' + yargs(process.argv.slice(2)).argv.branch);
//@1 commandInjection
execSync('git checkout ' + yargsNamed(['--branch', 'main']).parseSync().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.usage('$0 --branch NAME').parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.option('branch', { type: 'string' }).parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.options({ branch: { type: 'string' } }).parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.command('checkout', 'checks a branch out').parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.array('files').parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.boolean('force').parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.string('branch').parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.number('depth').parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.alias('b', 'branch').parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.default('branch', 'main').parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.demand(1).parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.demandOption('branch').parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.demandCommand(1).parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.help('help').parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.version('1.0').parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.describe('branch', 'what to check out').parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.example('$0 --branch main').parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.strict().parse().branch);
//@1 commandInjection
execSync('git checkout ' + yargs.epilog('See git.').parse().branch);
//@1 commandInjection
