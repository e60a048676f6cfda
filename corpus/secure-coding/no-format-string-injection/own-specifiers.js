// options: {"formatSpecifiers": ["{}"], "userInputVariables": ["payload"], "strictMode": true, "formatFunctions": ["fmt"], "safeFormatLibraries": [], "trustedAnnotations": []}
console.info('{} received', payloadText);
//@1 unsafeFormatSpecifier
console.info('%s received', payloadText);
console.info('{} received', req.ip);
//@1 unsafeFormatSpecifier
console.info('{} received', query);
