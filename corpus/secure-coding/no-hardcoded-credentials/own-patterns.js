// options: {"customPatterns": [{"type": "badge number", "pattern": "^BDG-\\d{6}$"}], "ignorePatterns": ["^test$", "EXAMPLE$"], "strategy": "vault"}
const badge = 'BDG-204811';
//            ^^^^^^^^^^^^ useEnvironmentVariable
const other = 'BDG-12';
const mode = 'test';
const user = 'root';
//           ^^^^^^ useEnvironmentVariable
const example = 'AKIAIOSFODNN7EXAMPLE';
