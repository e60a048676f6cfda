// options: {"allowCommonPatterns": true}
const either = /^(?:yes|no)+$/;
const nested = /^(?:yes+|no)+$/;
//             ^^^^^^^^^^^^^^^^ redosVulnerable
const twice = /(a+)+/;
//            ^^^^^^^ redosVulnerable

export { either, nested, twice };
