export const page = { description: 'Reads a page', execute: ({ url }) => fetch(url) };
//                                                                       ^^^^^^^^^^ missingOutputFilter
export const name = { execute: () => budget('total') };
//                                   ^^^^^^^^^^^^^^^ missingOutputFilter
