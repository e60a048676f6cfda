//! Tokens, and the properties of each kind that the parser and the regular-expression heuristic need.

/// The kind of a token. Keywords have a kind each; contextual keywords are [`Token::Name`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Num,
    Regexp,
    String,
    Name,
    PrivateName,
    Eof,
    BracketL,
    BracketR,
    BraceL,
    BraceR,
    ParenL,
    ParenR,
    Comma,
    Semi,
    Colon,
    Dot,
    Question,
    QuestionDot,
    Arrow,
    Template,
    InvalidTemplate,
    Ellipsis,
    BackQuote,
    DollarBraceL,
    Eq,
    Assign,
    IncDec,
    /// `!` and `~`.
    Prefix,
    LogicalOr,
    LogicalAnd,
    BitwiseOr,
    BitwiseXor,
    BitwiseAnd,
    Equality,
    Relational,
    BitShift,
    PlusMinus,
    Modulo,
    Star,
    Slash,
    StarStar,
    Coalesce,
    Break,
    Case,
    Catch,
    Continue,
    Debugger,
    Default,
    Do,
    Else,
    Finally,
    For,
    Function,
    If,
    Return,
    Switch,
    Throw,
    Try,
    Var,
    Const,
    While,
    With,
    New,
    This,
    Super,
    Class,
    Extends,
    Export,
    Import,
    Null,
    True,
    False,
    In,
    Instanceof,
    Typeof,
    Void,
    Delete,
}

impl Token {
    /// Returns the keyword that `word` spells, if it is one.
    pub(super) fn keyword(word: &str) -> Option<Self> {
        Some(match word {
            "break" => Self::Break,
            "case" => Self::Case,
            "catch" => Self::Catch,
            "class" => Self::Class,
            "const" => Self::Const,
            "continue" => Self::Continue,
            "debugger" => Self::Debugger,
            "default" => Self::Default,
            "delete" => Self::Delete,
            "do" => Self::Do,
            "else" => Self::Else,
            "export" => Self::Export,
            "extends" => Self::Extends,
            "false" => Self::False,
            "finally" => Self::Finally,
            "for" => Self::For,
            "function" => Self::Function,
            "if" => Self::If,
            "import" => Self::Import,
            "in" => Self::In,
            "instanceof" => Self::Instanceof,
            "new" => Self::New,
            "null" => Self::Null,
            "return" => Self::Return,
            "super" => Self::Super,
            "switch" => Self::Switch,
            "this" => Self::This,
            "throw" => Self::Throw,
            "true" => Self::True,
            "try" => Self::Try,
            "typeof" => Self::Typeof,
            "var" => Self::Var,
            "void" => Self::Void,
            "while" => Self::While,
            "with" => Self::With,
            _ => return None,
        })
    }

    pub(super) fn is_keyword(self) -> bool {
        self as u8 >= Self::Break as u8
    }

    pub(super) fn is_assignment(self) -> bool {
        matches!(self, Self::Eq | Self::Assign)
    }

    pub(super) fn is_loop(self) -> bool {
        matches!(self, Self::Do | Self::For | Self::While)
    }

    /// Returns whether the token is a prefix operator: `-`, `!`, `++`, `typeof`, …
    pub(super) fn is_prefix_operator(self) -> bool {
        matches!(self, Self::IncDec | Self::Prefix | Self::PlusMinus | Self::Typeof | Self::Void | Self::Delete)
    }

    /// Returns the precedence of a binary operator, higher binding tighter. `**` is parsed apart.
    pub(super) fn binary_precedence(self) -> Option<u8> {
        Some(match self {
            Self::LogicalOr | Self::Coalesce => 1,
            Self::LogicalAnd => 2,
            Self::BitwiseOr => 3,
            Self::BitwiseXor => 4,
            Self::BitwiseAnd => 5,
            Self::Equality => 6,
            Self::Relational | Self::In | Self::Instanceof => 7,
            Self::BitShift => 8,
            Self::PlusMinus => 9,
            Self::Modulo | Self::Star | Self::Slash => 10,
            _ => return None,
        })
    }

    /// Returns whether an expression may follow, so that a slash after the token opens a regular expression.
    pub(super) fn is_before_expression(self) -> bool {
        self.binary_precedence().is_some()
            || matches!(
                self,
                Self::BracketL
                    | Self::BraceL
                    | Self::ParenL
                    | Self::Comma
                    | Self::Semi
                    | Self::Colon
                    | Self::Question
                    | Self::Arrow
                    | Self::Ellipsis
                    | Self::DollarBraceL
                    | Self::Eq
                    | Self::Assign
                    | Self::Prefix
                    | Self::StarStar
                    | Self::Case
                    | Self::Default
                    | Self::Do
                    | Self::Else
                    | Self::Return
                    | Self::Throw
                    | Self::New
                    | Self::Extends
                    | Self::Typeof
                    | Self::Void
                    | Self::Delete
            )
    }

    /// Returns whether the token can begin an expression, which distinguishes a bare `yield` from one with an operand.
    pub(super) fn starts_expression(self) -> bool {
        self.is_prefix_operator()
            || matches!(
                self,
                Self::Num
                    | Self::Regexp
                    | Self::String
                    | Self::Name
                    | Self::PrivateName
                    | Self::BracketL
                    | Self::BraceL
                    | Self::ParenL
                    | Self::BackQuote
                    | Self::DollarBraceL
                    | Self::Function
                    | Self::New
                    | Self::This
                    | Self::Super
                    | Self::Class
                    | Self::Import
                    | Self::Null
                    | Self::True
                    | Self::False
            )
    }
}
