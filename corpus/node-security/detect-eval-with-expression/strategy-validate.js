// options: {"strategy": "validate", "additionalEvalFunctions": ["runInContext"], "allowLiteralStrings": true}
import { runInContext } from 'vm';

export function plugin(source, context) {
  runInContext('setup()', context);
  return runInContext(source, context);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ strategyValidate
}
