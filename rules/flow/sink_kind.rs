//! The kinds of sinks, and which of a call's arguments a sink takes.

/// A kind of sink: the use that it makes of its data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SinkKind {
    /// A shell runs it.
    Shell,
    /// It is the file of a program that is run; the arguments are beside it.
    Program,
    /// It is a list of arguments of a program.
    Arguments,
    /// A file of this name is read, written or removed.
    Path,
    /// The existence of a file of this name is revealed.
    Look,
    /// The folder of this name is listed, made or served.
    Folder,
    /// The folder of this name is removed, or all that it holds is.
    Removal,
    /// A database executes it.
    Sql,
    /// A database executes it as a part of a statement: a condition, a column, an order.
    Clause,
    /// A database executes it: whoever decides the names of its columns decides what is written.
    Columns,
    /// The fields that it names are written into an object of the program.
    Fields,
    /// A database takes it as a query object.
    NoSql,
    /// It is run as JavaScript.
    Code,
    /// A module of this name is loaded.
    Module,
    /// It is compiled as a template.
    Template,
    /// It is parsed as HTML, in a page or an answer.
    Html,
    /// It is the HTML of a mail, which mail programs show without scripts.
    MailHtml,
    /// It is parsed as HTML where it begins with a tag, and is a selector otherwise.
    Selector,
    /// A request goes to this address.
    Request,
    /// A browser is sent to this address.
    Redirect,
    /// It is the address of a link, or of the page: a script where it begins with `javascript:`.
    Link,
    /// The page trusts whatever this address gives.
    Resource,
    /// It is run as a script of the page.
    Script,
    /// It is compiled to a regular expression.
    RegExp,
    /// It is written into a log.
    Log,
    /// It is the value of a header.
    Header,
    /// Pages of this origin may read the answer, with the visitor's session.
    Origin,
    /// It is made into objects of any class.
    Deserialize,
    /// It is parsed as XML with external entities.
    Xml,
    /// The caller decides how much is done.
    Size,
    /// It is unpacked, to whatever size it has then.
    Inflate,
    /// A method of this name is called.
    Method,
    /// A global function of this name is called.
    GlobalMethod,
    /// A template is given it as all that it may use, and the engine its settings.
    Locals,
    /// It is a format, which says how the arguments after it are written.
    Format,
    /// It is a query of another language: GraphQL, XPath, LDAP.
    Filter,
    /// A browser that the server runs renders or runs it.
    Page,
    /// A property of this name is read from an object, and a property of what it gives is written.
    PrototypeKey,
}

/// The arguments of a call that a sink takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument {
    At(usize),
    /// All from this index on.
    From(usize),
    /// A property of an argument, or a property of that: `a.b`.
    Option(usize, &'static str),
    /// The keys of all arguments from this index on.
    Keys(usize),
    /// An argument, if the first argument is one of these names in any case: of a header, of an attribute.
    Named(&'static [&'static str], usize),
}

impl SinkKind {
    /// Returns the CWE number of the weakness if an attacker's data reaches a sink of this kind.
    pub fn cwe(self) -> u16 {
        match self {
            Self::Shell | Self::Program | Self::Arguments => 78,
            Self::Path | Self::Look | Self::Folder | Self::Removal | Self::Locals => 22,
            Self::Sql | Self::Clause | Self::Columns => 89,
            Self::NoSql | Self::Filter => 943,
            Self::Code | Self::Module | Self::GlobalMethod => 94,
            Self::Method => 754,
            Self::Fields => 915,
            Self::Template => 1336,
            Self::Html | Self::MailHtml | Self::Selector | Self::Link | Self::Resource | Self::Script => 79,
            Self::Request | Self::Page => 918,
            Self::Format => 134,
            Self::Redirect => 601,
            Self::RegExp => 1333,
            Self::Log => 117,
            Self::Header => 113,
            Self::Origin => 942,
            Self::Deserialize => 502,
            Self::Xml => 611,
            Self::Size | Self::Inflate => 400,
            Self::PrototypeKey => 1321,
        }
    }

    /// Returns whether a sink of this kind takes a folder's name, for which the root itself is one too.
    pub(super) fn takes_folder(self) -> bool {
        matches!(self, Self::Folder | Self::Removal)
    }

    /// Returns what a sink of this kind does with its operand, in words.
    pub fn does(self) -> &'static str {
        match self {
            Self::Shell => "runs it in a shell",
            Self::Program => "runs it as a program",
            Self::Arguments => "gives it to a program as arguments",
            Self::Path => "opens the file of that name",
            Self::Look => "looks for the file of that name",
            Self::Folder => "opens the folder of that name",
            Self::Removal => "removes the folder of that name",
            Self::Sql => "gives it to the database as SQL",
            Self::Clause => "makes it a part of a SQL statement",
            Self::Columns => "writes the columns that it names",
            Self::Fields => "writes the fields that it names",
            Self::NoSql => "gives it to the database as a query",
            Self::Code => "runs it as JavaScript",
            Self::Module => "loads the module of that name",
            Self::Template => "compiles it as a template",
            Self::Html => "puts it into HTML",
            Self::MailHtml => "sends it as HTML in a mail",
            Self::Selector => "makes elements of it",
            Self::Request => "sends a request to it",
            Self::Redirect => "sends the browser to it",
            Self::Link => "makes it the address of a link or of the page",
            Self::Resource => "trusts it as an address",
            Self::Script => "runs it as a script of the page",
            Self::RegExp => "compiles it to a regular expression",
            Self::Log => "writes it into a log",
            Self::Header => "writes it into a header",
            Self::Origin => "lets pages of that origin read answers",
            Self::Deserialize => "makes objects of any class from it",
            Self::Xml => "parses it as XML with external entities",
            Self::Size => "takes as much as it says",
            Self::Inflate => "unpacks it to whatever size it has",
            Self::Method => "calls the method of that name",
            Self::GlobalMethod => "calls the global function of that name",
            Self::Locals => "takes the engine's settings from it",
            Self::Format => "takes it for a format",
            Self::Filter => "runs it as a query",
            Self::Page => "renders it within the server's network",
            Self::PrototypeKey => "writes a property of what a property of that name is",
        }
    }
}
