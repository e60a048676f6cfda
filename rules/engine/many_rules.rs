//! Tests of a catalogue of three hundred rules: the number of rules has no upper bound.

use documented::Documented;

use super::{Analyzer, Catalogue, Context, Entry, Filters, Level, LintMessage, Meta, Plugin, Preset, Rule, RuleSet};
use crate::estree::{AstType, Node};

/// The names of the rule with this number.
struct Names<const NUMBER: usize>;

impl<const NUMBER: usize> Names<NUMBER> {
    const BYTES: [u8; 13] = {
        let mut bytes = *b"many/call_000";
        bytes[10] += (NUMBER / 100) as u8;
        bytes[11] += (NUMBER / 10 % 10) as u8;
        bytes[12] += (NUMBER % 10) as u8;
        bytes
    };
    const ID: &str = match str::from_utf8(&Self::BYTES) {
        Ok(id) => id,
        Err(_) => panic!("digits are ASCII"),
    };
    /// The function whose calls the rule finds.
    const FUNCTION: &str = Self::ID.split_at(5).1;
}

/// Finds calls of one function, and strings that name it.
struct Generated<const NUMBER: usize>;

impl<const NUMBER: usize> Documented for Generated<NUMBER> {
    const DOCS: &str = "Finds calls of one function.";
}

impl<const NUMBER: usize> Rule for Generated<NUMBER> {
    const META: Meta = Meta {
        id: Names::<NUMBER>::ID,
        cwe: 1,
        owasp: "A00:2021 Generated",
        cvss: 1.0,
        on: &[AstType::CallExpression, AstType::StringLiteral],
        filters: Filters {
            calls: &[Names::<NUMBER>::FUNCTION],
            required_words: &[&[Names::<NUMBER>::FUNCTION]],
            ..Filters::NONE
        },
        messages: &["found"],
    };

    type Options = ();
    type State = ();

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let name = node.callee().and_then(|callee| callee.identifier()).or_else(|| node.string());
        if name == Some(Names::<NUMBER>::FUNCTION) {
            ctx.report(node, "found", Level::Low, "It is there", "Take it away");
        }
    }
}

macro_rules! ten {
    ($ten:expr) => {
        [
            Entry::of::<Generated<{ $ten * 10 }>>(),
            Entry::of::<Generated<{ $ten * 10 + 1 }>>(),
            Entry::of::<Generated<{ $ten * 10 + 2 }>>(),
            Entry::of::<Generated<{ $ten * 10 + 3 }>>(),
            Entry::of::<Generated<{ $ten * 10 + 4 }>>(),
            Entry::of::<Generated<{ $ten * 10 + 5 }>>(),
            Entry::of::<Generated<{ $ten * 10 + 6 }>>(),
            Entry::of::<Generated<{ $ten * 10 + 7 }>>(),
            Entry::of::<Generated<{ $ten * 10 + 8 }>>(),
            Entry::of::<Generated<{ $ten * 10 + 9 }>>(),
        ]
    };
}

macro_rules! tens {
    ($($ten:literal)*) => { [$(ten!($ten)),*].into_iter().flatten().collect::<Vec<_>>() };
}

fn three_hundred_rules() -> RuleSet {
    let rules = tens!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29);
    let plugin: &'static Plugin = Box::leak(Box::new(Plugin { name: "many", rules: rules.leak(), presets: &[] }));
    let all = Preset::joined("all", [plugin.every_rule()]);
    let mut rules = RuleSet::of(Box::leak(Box::new(Catalogue::new(vec![plugin], vec![all]))));
    rules.add_preset("all").unwrap();
    assert_eq!(rules.rules().len(), 300);
    rules
}

fn found(messages: &[LintMessage]) -> Vec<(u32, &str)> {
    messages.iter().map(|message| (message.line, message.rule_id.as_deref().unwrap())).collect()
}

#[test]
fn each_of_three_hundred_rules_finds_its_own() {
    let rules = three_hundred_rules();
    let calls: String = (0..300).map(|number| format!("call_{number:03}('call_{:03}');\n", 299 - number)).collect();
    let messages = Analyzer::new(&rules).analyze("a.js", &calls).messages;
    let expected: Vec<(u32, String)> = (0..300)
        .flat_map(|number| [number, 299 - number].map(|found| (number + 1, format!("many/call_{found:03}"))))
        .collect();
    assert_eq!(found(&messages), expected.iter().map(|(line, id)| (*line, id.as_str())).collect::<Vec<_>>());
    assert_eq!(messages, Analyzer::new(&rules.unfiltered()).analyze("a.js", &calls).messages);
}

#[test]
fn a_short_text_is_looked_at_by_the_rules_whose_words_it_holds() {
    let messages =
        Analyzer::new(&three_hundred_rules()).analyze("a.js", "call_299(); call_007(); call(); x.call_256();").messages;
    assert_eq!(found(&messages), [(1, "many/call_299"), (1, "many/call_007")]);
}
