//! The values of constants, of modules' and the language's members, and of what is not known.

use super::value::Val;
use crate::flow::Const;

/// The folder that the program runs in.
pub(in crate::flow) const DIRECTORY: &str = "/srv/app";

/// The text that represents an unknown string within a longer one.
pub(in crate::flow) const PLACEHOLDER: &str = "zunknown";

/// The beginning of the text that represents the value of a module or a global.
pub(in crate::flow) const OPAQUE: &str = "zo_";

/// Returns the value of a constant.
pub(super) fn of_constant(constant: &Const) -> Val {
    match constant {
        Const::Undefined => Val::Undefined,
        Const::Null => Val::Null,
        Const::Bool(value) => Val::Bool(*value),
        Const::Number(number) => Val::Number(*number),
        Const::String(text) => Val::text(text),
        Const::RegExp { pattern, flags } => Val::RegExp { pattern: pattern.clone(), flags: flags.clone() },
    }
}

/// Returns a value of a module or a global: a few are known, the others are placeholders named after their path.
pub(super) fn of_api(path: &str) -> Val {
    match path {
        "__dirname" | "import.meta.dirname" => Val::text(DIRECTORY),
        "__filename" | "import.meta.filename" => Val::text("/srv/app/index.js"),
        "import.meta.url" => Val::text("file:///srv/app/index.js"),
        "process.cwd()" => Val::text(DIRECTORY),
        "os.tmpdir()" => Val::text("/tmp"),
        "os.homedir()" => Val::text("/home/app"),
        "path.sep" => Val::text("/"),
        "path.delimiter" => Val::text(":"),
        "os.EOL" => Val::text("\n"),
        // A program runs on any.
        "process.platform" | "os.platform()" | "os.type()" | "os.arch()" => Val::Unknown { tainted: false },
        _ => {
            let mut name = String::with_capacity(OPAQUE.len() + path.len());
            name.push_str(OPAQUE);
            name.extend(path.chars().map(|it| if it.is_ascii_alphanumeric() { it } else { '_' }));
            Val::Opaque(name.into())
        }
    }
}
