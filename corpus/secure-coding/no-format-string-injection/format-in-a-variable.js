const formatString = `%s: ${req.query.label}`;
//                   ^^^^^^^^^^^^^^^^^^^^^^^^ formatStringInjection
//                   ^^^^^^^^^^^^^^^^^^^^^^^^ formatStringInjection
const templateText = '%d items of ' + requestName + ', %s';
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatStringInjection

function show(template, data) {
  printf(template, data);
//^^^^^^^^^^^^^^^^^^^^^^ missingFormatValidation
}

show(formatString, templateText);
