//! Which rules to call for which nodes of a text, worked out from what rules say that they can fire on.

use std::{
    collections::BTreeMap,
    iter,
    ops::{BitAnd, BitOr, BitOrAssign, Not},
    sync::Arc,
};

use memchr::memmem;
use oxc_ast::{AstKind, ast::Expression};

use super::{Filters, RuleSet, Severity, registry, ruleset::Configured};
use crate::estree::{AstType, Node};

/// Some of the rules of a plan, by their places.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Rules(u128);

impl Rules {
    /// Those of some places.
    fn of(places: impl Iterator<Item = usize>) -> Self {
        places.fold(Self::default(), |rules, place| {
            assert!(place < u128::BITS as usize, "a plan has no room for more rules");
            Self(rules.0 | 1 << place)
        })
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many they are.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Does something for the place of each, from the first to the last.
    #[inline]
    pub fn for_each(self, mut action: impl FnMut(usize)) {
        // Halves, for which the processor has instructions.
        for (mut half, first) in [(self.0 as u64, 0), ((self.0 >> u64::BITS) as u64, u64::BITS)] {
            while half != 0 {
                action((first + half.trailing_zeros()) as usize);
                half &= half - 1;
            }
        }
    }
}

impl BitAnd for Rules {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for Rules {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Rules {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl Not for Rules {
    type Output = Self;

    fn not(self) -> Self {
        Self(!self.0)
    }
}

/// What is worked out once from a set of rules so that a text costs as little as can be.
pub(super) struct Plan {
    pub rules: Vec<(&'static str, Severity)>,
    /// The rules themselves, in the same order.
    pub configured: Vec<Arc<dyn registry::Configured>>,
    /// By type: the rules that look at nodes of it.
    on: [Rules; TYPES],
    calls: Calls,
    callees: CalleeSieve,
    inits: InitSieve,
    strings: StringSieve,
    words: Words,
    /// The rules that look beyond the text.
    beyond: Rules,
}

/// More than there are types of nodes.
const TYPES: usize = 256;

impl Plan {
    pub fn new(set: &RuleSet) -> Self {
        // Options may name further functions and words.
        let filters_of = |rule: &Configured| {
            if set.unfiltered || !rule.options.is_empty() { &Filters::NONE } else { &rule.entry.meta.filters }
        };
        let those = |is_one: &dyn Fn(&Configured) -> bool| {
            Rules::of((0..set.rules.len()).filter(|&place| is_one(&set.rules[place])))
        };
        let mut on = [Rules::default(); TYPES];
        for (place, rule) in set.rules.iter().enumerate() {
            rule.entry.meta.on.iter().for_each(|&node| on[node as usize] |= Rules::of(iter::once(place)));
        }
        Self {
            rules: set.rules().collect(),
            configured: set.rules.iter().map(|rule| Arc::clone(&rule.rule)).collect(),
            on,
            calls: Calls::new(set.rules.iter().map(|rule| filters_of(rule).calls)),
            callees: CalleeSieve::new(set.rules.iter().map(|rule| filters_of(rule).callee_words)),
            inits: InitSieve::new(set.rules.iter().map(|rule| filters_of(rule).inits)),
            strings: StringSieve::new(set.rules.iter().map(|rule| filters_of(rule).string_bytes)),
            words: Words::new(set.rules.iter().map(|rule| filters_of(rule).words)),
            beyond: those(&|rule| filters_of(rule).surroundings),
        }
    }

    /// The rules that a text can make fire, which may stand in a folder.
    pub fn awake(&self, text: &Text<'_>, has_surroundings: bool, trigrams: &mut Trigrams) -> Rules {
        let rules = if has_surroundings { !Rules::default() } else { !self.beyond };
        if text.hides_words { rules } else { rules & self.words.awake(text.source.as_bytes(), trigrams) }
    }

    /// Whether a rule that is awake looks at nodes of this one's type.
    #[inline]
    pub fn looks_at(&self, node: Node<'_>, awake: Rules) -> bool {
        !(self.on[node.ast().ty() as usize] & awake).is_empty()
    }

    /// The rules to call for a node, of those that are awake.
    #[inline]
    pub fn rules_for(&self, node: Node<'_>, text: &Text<'_>, awake: Rules) -> Rules {
        let rules = self.on[node.ast().ty() as usize] & awake;
        match node.ast() {
            AstKind::CallExpression(_) | AstKind::NewExpression(_) => self.rules_for_call(node, text, rules),
            AstKind::VariableDeclarator(declarator) => self.inits.sift(declarator.init.as_ref(), rules),
            AstKind::StringLiteral(literal) => self.strings.sift(literal.value.as_bytes(), rules),
            _ => rules,
        }
    }

    fn rules_for_call(&self, call: Node<'_>, text: &Text<'_>, mut rules: Rules) -> Rules {
        let Some(callee) = call.callee() else { return Rules::default() };
        if let Some(name) = callee.identifier().or_else(|| callee.property_identifier()) {
            rules = rules & self.calls.rules(name);
        }
        self.callees.sift(callee, text, rules)
    }
}

/// A text, as far as a plan looks at it.
pub(super) struct Text<'a> {
    source: &'a str,
    /// Whether its words may be spelled otherwise than they read.
    hides_words: bool,
}

impl<'a> Text<'a> {
    pub fn new(source: &'a str) -> Self {
        Self { source, hides_words: hides_words(source) }
    }
}

/// Whether a word may read otherwise than in its own letters: by an escape, by an entity in a tag (`\u0071uery`,
/// `&#113;uery`), by one of the two letters beyond ASCII that have a small letter within.
fn hides_words(source: &str) -> bool {
    let bytes = source.as_bytes();
    let is_spelled = memchr::memchr2_iter(b'\\', b'&', bytes).any(|at| match bytes[at] {
        b'&' => bytes.get(at + 1) == Some(&b'#'),
        _ => !matches!(bytes.get(at + 1), Some(b'n' | b'r' | b't' | b'\\' | b'\'' | b'"' | b'`' | b'/' | b'$') | None),
    });
    let folds = |letter: char| memmem::find(bytes, letter.encode_utf8(&mut [0; 4]).as_bytes()).is_some();
    is_spelled || !source.is_ascii() && ['\u{130}', '\u{212A}'].into_iter().any(folds)
}

/// Of three bytes, what is left of letters once their case is forgotten: the lower five bits.
const LETTERS: u32 = 0x1F | 0x1F << 8 | 0x1F << 16;

/// A hash of so many bits: Knuth's multiplicative one, whose upper bits are the good ones.
#[inline]
fn spread(bytes: u32, bits: u32) -> usize {
    (bytes.wrapping_mul(0x9E37_79B1) >> (u32::BITS - bits)) as usize
}

/// Tells from the name of what is called which rules it may concern.
struct Calls {
    /// By the hash of a name: which of the rules below.
    places: [u8; 1 << Self::BITS],
    /// The rules that look at calls whatever is called, alone and with those of some names.
    rules: Vec<Rules>,
}

impl Calls {
    const BITS: u32 = 10;

    /// With the names of each rule; any call concerns it where it has none.
    fn new(names: impl Iterator<Item = &'static [&'static str]>) -> Self {
        let mut unsifted = Rules::default();
        let mut by_name: BTreeMap<&str, Rules> = BTreeMap::new();
        for (rule, names) in names.enumerate() {
            let rule = Rules::of(iter::once(rule));
            names.iter().for_each(|name| *by_name.entry(name).or_default() |= rule);
            if names.is_empty() {
                unsifted |= rule;
            }
        }
        let mut calls = Self { places: [0; 1 << Self::BITS], rules: vec![unsifted] };
        for (name, rules) in by_name {
            let place = &mut calls.places[Self::hash(name)];
            let rules = calls.rules[usize::from(*place)] | rules;
            let known = calls.rules.iter().position(|&known| known == rules).unwrap_or_else(|| {
                calls.rules.push(rules);
                calls.rules.len() - 1
            });
            *place = u8::try_from(known).expect("names of calls make fewer than 256 sets of rules");
        }
        calls
    }

    /// By a name's length, its first letter, one in the middle, and its last.
    fn hash(name: &str) -> usize {
        let bytes = name.as_bytes();
        let letter = |at: usize| bytes.get(at).copied().unwrap_or_default();
        let together = [bytes.len() as u8, letter(0), letter(bytes.len() / 2), letter(bytes.len().wrapping_sub(1))];
        spread(u32::from_le_bytes(together), Self::BITS)
    }

    fn rules(&self, name: &str) -> Rules {
        self.rules[usize::from(self.places[Self::hash(name)])]
    }
}

/// The few rules that a sieve tells apart, a bit for each.
#[derive(Default)]
struct Sifted {
    all: Rules,
    /// By bit.
    rules: Vec<Rules>,
}

impl Sifted {
    /// The bit of a further rule.
    fn add(&mut self, rule: usize) -> u16 {
        let bit = 1_u16.checked_shl(self.rules.len() as u32).expect("a sieve has room for 16 rules");
        let rule = Rules::of(iter::once(rule));
        self.all |= rule;
        self.rules.push(rule);
        bit
    }

    /// Of `rules` those whose bits are set, and those that are not sifted.
    fn sift(&self, rules: Rules, mut bits: u16) -> Rules {
        let mut concerned = !self.all;
        while bits != 0 {
            concerned |= self.rules[bits.trailing_zeros() as usize];
            bits &= bits - 1;
        }
        rules & concerned
    }
}

/// Tells from the text of a callee which rules it may concern, by the three bytes that their words begin
/// with.
struct CalleeSieve {
    /// The rules with words.
    sifted: Sifted,
    /// By the hash of three bytes: whether a word begins with them, and the bits of the rules that have one.
    begins: [u64; 1 << (Self::BITS - u64::BITS.ilog2())],
    starts: [u16; 1 << Self::BITS],
}

impl CalleeSieve {
    const BITS: u32 = 12;

    /// A longer text is not looked at: those of a chain of calls are all within one another.
    const LONGEST: usize = 128;

    /// With the words of each rule; it concerns any callee where it has none.
    fn new(words: impl Iterator<Item = &'static [&'static str]>) -> Self {
        let mut sieve = Self {
            sifted: Sifted::default(),
            begins: [0; 1 << (Self::BITS - u64::BITS.ilog2())],
            starts: [0; 1 << Self::BITS],
        };
        for (rule, words) in words.enumerate().filter(|(_, words)| !words.is_empty()) {
            let bit = sieve.sifted.add(rule);
            for word in words {
                let start = *word.as_bytes().first_chunk().expect("a callee's words have three bytes or more");
                let hash = Self::hash(start);
                sieve.begins[hash / 64] |= 1 << (hash % 64);
                sieve.starts[hash] |= bit;
            }
        }
        sieve
    }

    fn hash([first, second, third]: [u8; 3]) -> usize {
        spread(u32::from_le_bytes([first, second, third, 0]) & LETTERS, Self::BITS)
    }

    /// Those of the rules that a callee may concern, which stands in `text`.
    fn sift(&self, callee: Node<'_>, text: &Text<'_>, rules: Rules) -> Rules {
        if (rules & self.sifted.all).is_empty() || callee.span().size() as usize > Self::LONGEST {
            return rules;
        }
        let callee = callee.text();
        if text.hides_words && hides_words(callee) {
            return rules;
        }
        let hashes = callee.as_bytes().array_windows().map(|&start| Self::hash(start));
        // Nearly all are none: the small table stays in the processor's cache.
        let starts = hashes.filter(|&hash| self.begins[hash / 64] >> (hash % 64) & 1 != 0);
        self.sifted.sift(rules, starts.fold(0, |bits, hash| bits | self.starts[hash]))
    }
}

/// By the type of what a declarator is initialised with: the rules that it concerns.
struct InitSieve {
    /// The rules that look at declarators whatever they are initialised with.
    unsifted: Rules,
    types: [Rules; TYPES],
}

impl InitSieve {
    /// With the types of each rule; any declarator concerns it where it has none.
    fn new(types: impl Iterator<Item = &'static [AstType]>) -> Self {
        let mut sieve = Self { unsifted: !Rules::default(), types: [Rules::default(); TYPES] };
        for (rule, types) in types.enumerate().filter(|(_, types)| !types.is_empty()) {
            let rule = Rules::of(iter::once(rule));
            sieve.unsifted = sieve.unsifted & !rule;
            types.iter().for_each(|&init| sieve.types[init as usize] |= rule);
        }
        sieve
    }

    /// Those of the rules that a declarator with this initial value concerns.
    fn sift(&self, init: Option<&Expression<'_>>, rules: Rules) -> Rules {
        let of_type = init.map(|init| self.types[AstKind::from_expression(init).ty() as usize]).unwrap_or_default();
        rules & (self.unsifted | of_type)
    }
}

/// Tells from a string's bytes which rules it concerns.
struct StringSieve {
    /// The rules with bytes.
    sifted: Sifted,
    /// By byte: the bits of the rules that a string which holds it concerns.
    bytes: [u16; 256],
}

impl StringSieve {
    /// With the bytes of each rule; any string concerns it where it has none.
    fn new(bytes: impl Iterator<Item = &'static [u8]>) -> Self {
        let mut sieve = Self { sifted: Sifted::default(), bytes: [0; 256] };
        for (rule, bytes) in bytes.enumerate().filter(|(_, bytes)| !bytes.is_empty()) {
            let bit = sieve.sifted.add(rule);
            bytes.iter().for_each(|&byte| sieve.bytes[usize::from(byte)] |= bit);
        }
        sieve
    }

    /// Those of the rules that a string concerns.
    fn sift(&self, text: &[u8], rules: Rules) -> Rules {
        if (rules & self.sifted.all).is_empty() {
            return rules;
        }
        self.sifted.sift(rules, text.iter().fold(0, |bits, &byte| bits | self.bytes[usize::from(byte)]))
    }
}

/// Which three bytes a text holds one behind the other, of those that begin at even places.
///
/// A word of four bytes or more has three that begin at an even place, wherever it stands.
pub(super) struct Trigrams(Box<[u64; Self::WORDS]>);

impl Default for Trigrams {
    fn default() -> Self {
        Self(Box::new([0; Self::WORDS]))
    }
}

impl Trigrams {
    const BITS: u32 = 14;
    const WORDS: usize = 1 << (Self::BITS - u64::BITS.ilog2());

    /// Of three bytes, and one behind them that makes no difference.
    fn hash(bytes: u32) -> u16 {
        spread(bytes & LETTERS, Self::BITS) as u16
    }

    fn read(&mut self, text: &[u8]) {
        self.0.fill(0);
        let mut note = |bytes| {
            let hash = Self::hash(bytes);
            self.0[usize::from(hash / 64)] |= 1 << (hash % 64);
        };
        // Three at a time, as far as eight bytes can be read.
        let mut rest = text;
        while let Some(&bytes) = rest.first_chunk() {
            let bytes = u64::from_le_bytes(bytes);
            [bytes, bytes >> 16, bytes >> 32].into_iter().for_each(|three| note(three as u32));
            rest = &rest[6..];
        }
        for at in (0..rest.len().saturating_sub(2)).step_by(2) {
            note(u32::from_le_bytes([rest[at], rest[at + 1], rest[at + 2], 0]));
        }
    }

    fn hold(&self, hash: u16) -> bool {
        self.0[usize::from(hash / 64)] >> (hash % 64) & 1 != 0
    }
}

/// A word, by the hashes of some three bytes that it holds.
struct Word {
    /// Where it begins at an even place: of its beginning and its end.
    even: [u16; 2],
    odd: [u16; 2],
}

impl Word {
    fn new(word: &str) -> Self {
        let bytes = word.as_bytes();
        let last = bytes.len().checked_sub(3).filter(|&last| last > 0).expect("words have four bytes or more");
        assert!(
            bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || b" _-.<".contains(byte)),
            "{word:?} may be spelled with a backslash"
        );
        let hash = |at: usize| Trigrams::hash(u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], 0]));
        Self { even: [0, last & !1].map(hash), odd: [1, (last - 1) | 1].map(hash) }
    }

    fn is_in(&self, trigrams: &Trigrams) -> bool {
        let [even, odd] = [self.even, self.odd].map(|[begin, _]| trigrams.hold(begin));
        // Hardly any word that a text does not hold comes so far. Then without a branch: nobody can predict them.
        (even | odd) && (even & trigrams.hold(self.even[1]) | odd & trigrams.hold(self.odd[1]))
    }
}

/// The words without which rules cannot fire, in lists: a text that makes a rule fire holds one of each of its lists.
struct Words {
    /// Each with the bits of its lists.
    words: Vec<(Word, u64)>,
    /// By list: its rule.
    rules: Vec<Rules>,
}

impl Words {
    /// With the lists of each rule.
    fn new(lists: impl Iterator<Item = &'static [&'static [&'static str]]>) -> Self {
        let mut rules = Vec::new();
        let mut words: BTreeMap<String, u64> = BTreeMap::new();
        for (rule, list) in lists.enumerate().flat_map(|(rule, lists)| lists.iter().map(move |list| (rule, list))) {
            let bit = 1_u64.checked_shl(rules.len() as u32).expect("there is room for 64 lists of words");
            rules.push(Rules::of(iter::once(rule)));
            list.iter().for_each(|word| *words.entry(word.to_ascii_lowercase()).or_default() |= bit);
        }
        Self { words: words.into_iter().map(|(word, lists)| (Word::new(&word), lists)).collect(), rules }
    }

    fn awake(&self, text: &[u8], trigrams: &mut Trigrams) -> Rules {
        if self.words.is_empty() {
            return !Rules::default();
        }
        trigrams.read(text);
        let mut held = 0;
        for (word, lists) in &self.words {
            held |= lists * u64::from(word.is_in(trigrams));
        }
        let mut lacking = Rules::default();
        for (list, rules) in self.rules.iter().enumerate() {
            lacking |= Rules(rules.0 * u128::from(!held >> list & 1));
        }
        !lacking
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn awake(words: &'static [&'static [&'static str]], text: &str) -> bool {
        let words = Words::new(iter::once(words));
        !(words.awake(text.as_bytes(), &mut Trigrams::default()) & Rules::of(iter::once(0))).is_empty()
    }

    #[test]
    fn a_text_wakes_a_rule_with_a_word_of_each_list() {
        for padding in [0, 9, 10] {
            let text = |words: &str| format!("{}{words}", " ".repeat(padding));
            assert!(awake(&[], &text("")));
            assert!(awake(&[&["query"]], &text("query")));
            assert!(awake(&[&["query"]], &text("xQUERYx")));
            assert!(!awake(&[&["query"]], &text("quarry")));
            assert!(!awake(&[&["query"]], &text("")));
            assert!(awake(&[&["query", "abcd"], &["req."]], &text("abcdreq.")));
            assert!(!awake(&[&["query", "abcd"], &["req."]], &text("abcd r.q")));
            for word in ["four", "fives", "sixsix", "sevenletters"] {
                let list: &'static [&'static str] = vec![word].leak();
                let lists: &'static [&'static [&'static str]] = vec![list].leak();
                assert!(awake(lists, &text(word)) && awake(lists, &text(&format!(" {word}"))));
            }
        }
    }

    #[test]
    fn words_that_are_spelled_otherwise_are_noticed() {
        for text in ["\\u0071uery", "<a>&#113;uery</a>", "to\u{212A}en", "\u{130}nput"] {
            assert!(hides_words(text), "{text}");
        }
        for text in ["query", "'\\n'", "a && b", "Grüße"] {
            assert!(!hides_words(text), "{text}");
        }
    }

    #[test]
    fn rules_have_an_order() {
        let rules = Rules::of([100, 3, 0].into_iter());
        let mut places = Vec::new();
        rules.for_each(|place| places.push(place));
        assert_eq!(places, [0, 3, 100]);
        assert!((rules & !rules).is_empty());
    }
}
