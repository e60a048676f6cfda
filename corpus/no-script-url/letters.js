export const addresses = ['JavaScript:alert(1)', "JAVASCRIPT:"];
//                        ^^^^^^^^^^^^^^^^^^^^^ unexpectedScriptURL
//                                               ^^^^^^^^^^^^^ unexpectedScriptURL
