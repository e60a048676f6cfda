//! The capabilities of a terminal: width, colours, links.

use std::{
    env,
    io::{self, IsTerminal},
};

use serde::{Deserialize, Serialize};

/// The columns where there is no terminal.
const WIDTH_WITHOUT_TERMINAL: usize = 100;

/// The capabilities of a stream besides plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terminal {
    /// The width in columns.
    pub width: usize,
    pub colors: bool,
    /// Text can be a link (the escape sequence OSC 8).
    pub links: bool,
}

impl Terminal {
    /// The capabilities of a file: plain text.
    pub const PLAIN: Self = Self { width: WIDTH_WITHOUT_TERMINAL, colors: false, links: false };

    /// Returns the capabilities of standard output. `colors` is the setting of the command line; without one,
    /// `NO_COLOR` and `FORCE_COLOR` decide, as for ESLint, and otherwise whether there is a terminal with colours.
    pub fn stdout(colors: Option<bool>) -> Self {
        let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        let is_terminal = io::stdout().is_terminal() && env::var_os("TERM").is_none_or(|term| term != "dumb");
        let forced = set("FORCE_COLOR").map(|value| value != "0" && value != "false");
        let refused = set("NO_COLOR").map(|_| false);
        let colors = colors.or(forced).or(refused).unwrap_or(is_terminal);
        let width = terminal_size::terminal_size().filter(|_| is_terminal);
        Self {
            width: width.map_or(WIDTH_WITHOUT_TERMINAL, |(width, _)| usize::from(width.0)),
            colors,
            links: is_terminal && colors && shows_links(),
        }
    }

    /// Returns `text` in a style; `rendition` is ECMA-48's parameter, such as `31;1`.
    pub fn paint(&self, rendition: &str, text: &str) -> String {
        if self.colors && !text.is_empty() { format!("\u{1b}[{rendition}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// Returns `text` as a link where the terminal can show one.
    pub fn link(&self, url: &str, text: &str) -> String {
        if self.links { format!("\u{1b}]8;;{url}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\") } else { text.to_owned() }
    }
}

/// Returns whether the terminal is known to show links.
fn shows_links() -> bool {
    let is = |name: &str, values: &[&str]| {
        env::var(name).is_ok_and(|value| values.is_empty() || values.iter().any(|known| value.contains(known)))
    };
    let vte = env::var("VTE_VERSION").ok().and_then(|version| version.parse::<u32>().ok());
    is("TERM_PROGRAM", &["iTerm", "WezTerm", "vscode", "Hyper", "ghostty", "rio"])
        || is("TERM", &["kitty", "alacritty", "foot", "ghostty"])
        || is("WT_SESSION", &[])
        || is("KONSOLE_VERSION", &[])
        || vte.is_some_and(|version| version >= 5000)
}
