export const address = '\x6aavascript:go()';
//                     ^^^^^^^^^^^^^^^^^^^^ unexpectedScriptURL
