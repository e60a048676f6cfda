//! JavaScript's own functions.

use super::{Row, exits, fields_written, is, iterates, merges, op, passes, same_op, sink, sink_from};
use crate::flow::SinkKind;

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    op("Array.from"), op("Array.isArray"), op("Array.of"), op("atob"), op("BigInt"), op("Boolean"), op("Buffer.from"), op("Buffer.concat"),
    op("JSON.parse"), op("JSON.stringify"), op("Map"), op("Math.abs"), op("Math.ceil"), op("Math.floor"), op("Math.max"),
    op("Math.min"), op("Math.round"), op("Math.trunc"), op("Number"), op("Number.isFinite"), op("Number.isInteger"),
    op("Number.isNaN"), op("Number.isSafeInteger"), op("Number.parseFloat"), op("Number.parseInt"), op("Object"),
    op("Object.assign"), op("Object.entries"), op("Object.freeze"), op("Object.fromEntries"),
    op("Object.getOwnPropertyNames"), op("Error"), op("Object.hasOwn"), op("Object.keys"), op("Object.seal"), op("Object.values"),
    op("Promise.all"), op("Promise.allSettled"), op("Promise.race"), op("Promise.resolve"), op("Reflect.ownKeys"),
    op("RegExp"), op("Set"), op("String"), op("URL"), op("URLSearchParams"), op("decodeURI"),
    op("decodeURIComponent"), op("encodeURI"), op("encodeURIComponent"), op("escape"), op("isFinite"), op("isNaN"),
    op("parseFloat"), op("parseInt"), op("structuredClone"), op("unescape"),
    same_op("Object.prototype.hasOwnProperty", "Object.hasOwn"),
    is("Object.hasOwnProperty", "Object.prototype.hasOwnProperty"),
    op("Array.prototype.slice"),
    same_op("global.parseInt", "parseInt"), same_op("TypeError", "Error"), same_op("RangeError", "Error"), same_op("SyntaxError", "Error"),
    iterates("lodash.forEach", 0, 1), iterates("lodash.each", 0, 1), iterates("lodash.forOwn", 0, 1), iterates("lodash.forIn", 0, 1),
    iterates("_.forEach", 0, 1), iterates("_.each", 0, 1), iterates("_.forOwn", 0, 1), iterates("_.forIn", 0, 1), iterates("underscore.each", 0, 1),
    iterates("jquery.each", 1, 0), iterates("for-own", 0, 1), iterates("for-in", 0, 1), iterates("angular.forEach", 0, 1),
    iterates("lodash.map", 0, 1), iterates("_.map", 0, 1), iterates("jquery.map", 0, 1),
    fields_written("Object.assign", 1), merges("angular.merge", 1), merges("webix.extend", 1), merges("webix.copy", 0),
    passes("util.promisify", 0), passes("Symbol", 0),
    exits("process.exit"), exits("process.abort"),
    sink("eval", 0, SinkKind::Code), sink_from("Function", 0, SinkKind::Code),
    sink("setTimeout", 0, SinkKind::Code), sink("setInterval", 0, SinkKind::Code),
    sink("global.eval", 0, SinkKind::Code), sink("globalThis.eval", 0, SinkKind::Code), sink("window.eval", 0, SinkKind::Code),
    sink("RegExp", 0, SinkKind::RegExp),
];
