export function mount(link) {
  link.href = 'javascript:void(0)';
//            ^^^^^^^^^^^^^^^^^^^^ unexpectedScriptURL
  link.setAttribute('href', `javascript:open()`);
//                          ^^^^^^^^^^^^^^^^^^^ unexpectedScriptURL
}
