// options: {"dataSourcePatterns": ["lookUp"], "filterFunctions": ["shorten"]}
export const tools = {
  one: { execute: (id) => lookup(id) },
//                        ^^^^^^^^^^ missingOutputFilter
  two: { execute: (id) => shorten(lookUp)(id) },
  three: { execute: (id) => fetch(id) },
};
