// options: {"targetFunctions": ["openStream"]}
export const both = (prompt) => [openStream({ prompt }), streamText({ prompt })];
//                               ^^^^^^^^^^^^^^^^^^^^^^ missingAbortSignal
