//! The global variables of a text: the language's, and those that a configuration or a comment declares.

use std::collections::HashMap;

/// The global variables of ECMAScript 2024, as ESLint lists them, sorted.
const OF_LANGUAGE: &[&str] = &[
    "AggregateError",
    "Array",
    "ArrayBuffer",
    "Atomics",
    "BigInt",
    "BigInt64Array",
    "BigUint64Array",
    "Boolean",
    "DataView",
    "Date",
    "Error",
    "EvalError",
    "FinalizationRegistry",
    "Float32Array",
    "Float64Array",
    "Function",
    "Infinity",
    "Int16Array",
    "Int32Array",
    "Int8Array",
    "Intl",
    "JSON",
    "Map",
    "Math",
    "NaN",
    "Number",
    "Object",
    "Promise",
    "Proxy",
    "RangeError",
    "ReferenceError",
    "Reflect",
    "RegExp",
    "Set",
    "SharedArrayBuffer",
    "String",
    "Symbol",
    "SyntaxError",
    "TypeError",
    "URIError",
    "Uint16Array",
    "Uint32Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "WeakMap",
    "WeakRef",
    "WeakSet",
    "constructor",
    "decodeURI",
    "decodeURIComponent",
    "encodeURI",
    "encodeURIComponent",
    "escape",
    "eval",
    "globalThis",
    "hasOwnProperty",
    "isFinite",
    "isNaN",
    "isPrototypeOf",
    "parseFloat",
    "parseInt",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "undefined",
    "unescape",
    "valueOf",
];

/// The global variables declared besides the language's, and those of the language's that are switched off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Globals {
    declared: HashMap<String, bool>,
}

impl Globals {
    /// Declares a variable, or switches it off.
    pub(crate) fn set(&mut self, name: impl Into<String>, exists: bool) {
        self.declared.insert(name.into(), exists);
    }

    /// Returns whether such a global variable exists.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.declared.get(name).copied().unwrap_or_else(|| OF_LANGUAGE.binary_search(&name).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_variables_are_there_unless_they_are_switched_off() {
        assert!(OF_LANGUAGE.is_sorted());
        let mut globals = Globals::default();
        assert!(globals.has("eval") && globals.has("globalThis") && !globals.has("window"));
        globals.set("window", true);
        globals.set("eval", false);
        assert!(globals.has("window") && !globals.has("eval"));
    }
}
