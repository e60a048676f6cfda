export const Back = () => <a href="javascript:history.back()">back</a>;
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unexpectedScriptURL
