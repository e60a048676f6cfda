// options: {"dangerousProperties": ["secret"], "allowLiterals": true, "additionalMethods": ["assign"], "strategy": "whitelist"}
const config = load();

config['secret'] = 'x';
//@1 objectInjection
config['__proto__'] = null;
config['name'] = 'app';
console.log(config[process.argv[2]]);
//          ^^^^^^^^^^^^^^^^^^^^^^^ objectInjection
