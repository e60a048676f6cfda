// options: {"additionalPatterns": ["^PEPPER$"]}
process.env.Pepper = 'black and white';
//@1 secretsInEnv
process.env.SALT = 'black and white';
