//! The values of a configuration, as far as they are known without running it.

use std::rc::Rc;

use indexmap::IndexMap;

/// A place in one of the files that a configuration is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its number among the files.
    pub file: usize,
    pub start: usize,
    pub end: usize,
}

#[derive(Clone, Debug)]
pub enum Value {
    Undefined,
    Null,
    Bool(bool),
    Number(f64),
    String(Rc<str>),
    Array(Rc<Vec<Located>>),
    Object(Rc<Object>),
    /// A plugin whose rules oxsec has.
    Plugin(&'static str),
    /// The `configs` of such a plugin.
    PluginConfigs(&'static str),
    /// A function whose effect is known.
    Function(Function),
    /// A value of a package that oxsec does not know.
    Package(Rc<str>),
    Unknown(Rc<Unknown>),
}

/// A value that is unknown without running the configuration.
#[derive(Debug)]
pub struct Unknown {
    pub reason: String,
    pub place: Place,
}

/// A value, and the place where it is written.
#[derive(Clone, Debug)]
pub struct Located {
    pub value: Value,
    pub place: Place,
}

#[derive(Clone, Debug, Default)]
pub struct Object {
    pub entries: IndexMap<Rc<str>, Located>,
    /// The packages of which unknown parts were spread into it.
    pub packages: Vec<Rc<str>>,
    /// The unknown value that was spread into it, if any.
    pub unknown: Option<Rc<Unknown>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    DefineConfig,
    GlobalIgnores,
    /// It joins paths, like `path.join` and `path.resolve`.
    JoinPaths,
    /// It returns the folder of a path.
    FolderOfPath,
    /// It returns the path of a `file:` URL.
    PathOfUrl,
    ObjectAssign,
    /// It returns its argument: `Object.freeze`.
    Same,
    Boolean,
}

impl Value {
    pub fn string(text: &str) -> Self {
        Self::String(text.into())
    }

    pub fn array(items: Vec<Located>) -> Self {
        Self::Array(Rc::new(items))
    }

    pub fn object(object: Object) -> Self {
        Self::Object(Rc::new(object))
    }

    /// Returns whether the value is truthy; `None` where that is unknown.
    pub fn truth(&self) -> Option<bool> {
        match self {
            Self::Undefined | Self::Null => Some(false),
            Self::Bool(value) => Some(*value),
            Self::Number(value) => Some(*value != 0.0 && !value.is_nan()),
            Self::String(value) => Some(!value.is_empty()),
            Self::Package(_) | Self::Unknown(_) => None,
            _ => Some(true),
        }
    }

    /// Returns the value as text, where it is text or has a useful conversion.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::String(text) => Some(text.to_string()),
            Self::Number(number) => Some(number.to_string()),
            Self::Bool(value) => Some(value.to_string()),
            Self::Null => Some("null".into()),
            Self::Undefined => Some("undefined".into()),
            _ => None,
        }
    }

    /// Returns the kind of value, for messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Undefined => "undefined",
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::String(_) => "a string",
            Self::Array(_) => "an array",
            Self::Object(_) | Self::PluginConfigs(_) => "an object",
            Self::Plugin(_) => "a plugin",
            Self::Function(_) => "a function",
            Self::Package(_) => "something of a package",
            Self::Unknown(_) => "unknown",
        }
    }
}
