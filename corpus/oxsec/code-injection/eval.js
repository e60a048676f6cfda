exports.total = (formula) => eval(`0 + ${formula}`);
//                           ^^^^^^^^^^^^^^^^^^^^^^ codeInjection
