//! The plan of which rules to call for which nodes of a text, made from the rules' filters.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    ops::{BitAnd, BitOr, Not},
    sync::Arc,
};

use oxc_ast::AstKind;

use super::{Filters, Meta, Severity, configured::Configured, registry};
use crate::{
    estree::{AstType, Node, has_escaped_identifiers},
    flow::Settings,
};

/// A set of rules of a part of a plan, by their indices there: one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rules<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Rules<WORDS> {
    pub(super) const NONE: Self = Self([0; WORDS]);
    const ALL: Self = Self([u64::MAX; WORDS]);

    fn of(rules: impl IntoIterator<Item = usize>) -> Self {
        let mut set = Self::NONE;
        rules.into_iter().for_each(|rule| set.0[rule / BITS] |= 1 << (rule % BITS));
        set
    }

    /// Returns the number of rules.
    pub(super) fn len(self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(super) fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// Calls `action` with the index of each rule, ascending.
    #[inline]
    pub(super) fn for_each(self, mut action: impl FnMut(usize)) {
        for (index, mut word) in self.0.into_iter().enumerate() {
            while word != 0 {
                action(index * BITS + word.trailing_zeros() as usize);
                word &= word - 1;
            }
        }
    }
}

impl<const WORDS: usize> BitAnd for Rules<WORDS> {
    type Output = Self;

    #[inline]
    fn bitand(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word &= other);
        self
    }
}

impl<const WORDS: usize> BitOr for Rules<WORDS> {
    type Output = Self;

    #[inline]
    fn bitor(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word |= other);
        self
    }
}

impl<const WORDS: usize> Not for Rules<WORDS> {
    type Output = Self;

    #[inline]
    fn not(mut self) -> Self {
        self.0.iter_mut().for_each(|word| *word = !*word);
        self
    }
}

const BITS: usize = u64::BITS as usize;

/// The tables of a rule set, made once so that each text costs as little as possible.
pub(super) struct Plan {
    /// The library models and the source kinds that count.
    pub settings: Settings,
    /// The name of each rule in messages, and its severity.
    pub rules: Vec<(Cow<'static, str>, Severity)>,
    /// The rules' metadata, in the same order.
    pub metas: Vec<&'static Meta>,
    /// The rules themselves, in the same order.
    pub configured: Vec<Arc<dyn registry::Configured>>,
    pub parts: Parts,
}

/// The rules in parts, each as wide as its sets of rules. There are several parts where the widest set cannot hold all.
pub(super) enum Parts {
    One(Vec<Part<1>>),
    Two(Vec<Part<2>>),
    Wide(Vec<Part<4>>),
}

/// The rules of a plan from `first` on, as many as the part's sets of rules hold.
pub(super) struct Part<const WORDS: usize> {
    /// The index in the plan of the part's first rule.
    pub first: usize,
    all: Rules<WORDS>,
    /// The types of nodes that rules ask for.
    types: Vec<u8>,
    /// The rules for each type of node.
    on: [Rules<WORDS>; TYPES],
    calls: Sieve<WORDS>,
    callees: Sieve<WORDS>,
    inits: Sieve<WORDS>,
    strings: Sieve<WORDS>,
    words: Words<WORDS>,
    /// The rules that look beyond the text.
    beyond: Rules<WORDS>,
    /// The rules that report what the analysis of flows finds.
    proofs: Rules<WORDS>,
}

/// The number of possible node types.
const TYPES: usize = 1 << u8::BITS;

impl Plan {
    /// Makes the plan of these rules; `unfiltered` ignores their filters.
    pub(super) fn new(rules: &[Configured], settings: Settings, unfiltered: bool) -> Self {
        let parts = match rules.len().div_ceil(BITS) {
            0 | 1 => Parts::One(vec![Part::new(rules, 0, unfiltered)]),
            2 => Parts::Two(vec![Part::new(rules, 0, unfiltered)]),
            _ => {
                let firsts = (0..rules.len()).step_by(Part::<4>::RULES);
                Parts::Wide(firsts.map(|first| Part::new(rules, first, unfiltered)).collect())
            }
        };
        Self {
            settings,
            rules: rules.iter().map(|rule| (rule.name.clone(), rule.severity)).collect(),
            metas: rules.iter().map(|rule| rule.entry.meta).collect(),
            configured: rules.iter().map(|rule| Arc::clone(&rule.rule)).collect(),
            parts,
        }
    }
}

impl Plan {
    /// Returns whether some rules report what the analysis of flows finds and nothing else.
    pub(super) fn has_proofs(&self) -> bool {
        match &self.parts {
            Parts::One(parts) => parts.iter().any(Part::has_proofs),
            Parts::Two(parts) => parts.iter().any(Part::has_proofs),
            Parts::Wide(parts) => parts.iter().any(Part::has_proofs),
        }
    }
}

impl<const WORDS: usize> Part<WORDS> {
    /// The rules that a part holds at most.
    const RULES: usize = WORDS * BITS;

    fn new(rules: &[Configured], first: usize, unfiltered: bool) -> Self {
        let rules: Vec<_> = rules[first..].iter().take(Self::RULES).collect();
        let mut on = [Rules::NONE; TYPES];
        for (rule, configured) in rules.iter().enumerate() {
            let meta = configured.entry.meta;
            meta.on.iter().for_each(|&ty| on[ty as usize] = on[ty as usize] | Rules::of([rule]));
        }
        // Options may add functions and words, so that a rule with options has no filters.
        let filters: Vec<&Filters> = rules
            .iter()
            .map(|rule| {
                let is_unfiltered = unfiltered || !rule.options.is_empty();
                if is_unfiltered { &Filters::NONE } else { &rule.entry.meta.filters }
            })
            .collect();
        let keys = |keys_of: &dyn Fn(&Filters) -> Vec<usize>| filters.iter().map(|it| keys_of(it)).collect::<Vec<_>>();
        let start = |word: &str| start_hash(*word.as_bytes().first_chunk().expect("words have three bytes or more"));
        Self {
            first,
            all: Rules::of(0..rules.len()),
            types: (0..=u8::MAX).filter(|&ty| !on[usize::from(ty)].is_empty()).collect(),
            on,
            calls: Sieve::by_one(
                1 << NAME_BITS,
                &keys(&|filters| filters.calls.iter().map(|name| name_hash(name)).collect()),
            ),
            callees: Sieve::by_any(
                1 << START_BITS,
                &keys(&|filters| filters.callee_words.iter().map(|word| start(word)).collect()),
            ),
            inits: Sieve::by_one(TYPES, &keys(&|filters| filters.inits.iter().map(|&ty| ty as usize).collect())),
            strings: Sieve::by_any(
                TYPES,
                &keys(&|filters| filters.string_bytes.iter().map(|&byte| byte.into()).collect()),
            ),
            words: Words::new(&filters.iter().map(|filters| filters.required_words).collect::<Vec<_>>()),
            beyond: Rules::of((0..rules.len()).filter(|&rule| filters[rule].surroundings)),
            proofs: Rules::of((0..rules.len()).filter(|&rule| filters[rule].proofs)),
        }
    }

    fn has_proofs(&self) -> bool {
        !self.proofs.is_empty()
    }

    /// Returns the rules that can fire on a text, which may have surroundings, and in which flows or facts may be
    /// found.
    pub(super) fn applicable_rules(
        &self,
        text: &Text<'_>,
        (has_surroundings, has_proofs): (bool, bool),
        trigrams: &mut Trigrams,
    ) -> Rules<WORDS> {
        let mut rules = self.all;
        if !has_surroundings {
            rules = rules & !self.beyond;
        }
        if !has_proofs {
            rules = rules & !self.proofs;
        }
        if rules.is_empty() {
            return rules;
        }
        if text.has_escaped_identifiers {
            rules
        } else {
            rules & self.words.applicable_rules(text.source.as_bytes(), trigrams)
        }
    }

    /// Returns for each type of node whether one of these rules asks for it.
    pub(super) fn looked_at(&self, applicable: Rules<WORDS>) -> [bool; TYPES] {
        let mut looked_at = [false; TYPES];
        for ty in self.types.iter().map(|&ty| usize::from(ty)) {
            looked_at[ty] = !(self.on[ty] & applicable).is_empty();
        }
        looked_at
    }

    /// Returns which of the applicable rules to call for a node.
    #[inline]
    pub(super) fn rules_for(&self, node: Node<'_>, text: &Text<'_>, applicable: Rules<WORDS>) -> Rules<WORDS> {
        let rules = self.on[node.ast().ty() as usize] & applicable;
        match node.ast() {
            AstKind::CallExpression(_) | AstKind::NewExpression(_) => self.rules_for_call(node, text, rules),
            AstKind::VariableDeclarator(declarator) => {
                // No expression has the type of a program.
                let init = declarator.init.as_ref().map_or(AstType::Program, |it| AstKind::from_expression(it).ty());
                rules & self.inits.keeping(init as usize)
            }
            AstKind::StringLiteral(literal) if self.strings.concerns(rules) => {
                rules & self.strings.keeping_any(literal.value.as_bytes().iter().map(|&byte| byte.into()))
            }
            _ => rules,
        }
    }

    fn rules_for_call(&self, call: Node<'_>, text: &Text<'_>, mut rules: Rules<WORDS>) -> Rules<WORDS> {
        let Some(callee) = call.callee() else { return Rules::NONE };
        if let Some(name) = callee.identifier().or_else(|| callee.property_identifier()) {
            rules = rules & self.calls.keeping(name_hash(name));
        }
        if !self.callees.concerns(rules) || callee.span().size() > MAX_CALLEE_BYTES {
            return rules;
        }
        let callee = callee.text();
        if text.has_escaped_identifiers && has_escaped_identifiers(callee) {
            return rules;
        }
        let starts = callee.as_bytes().array_windows().map(|&start| start_hash(start));
        // Nearly no key is asked for: the small table stays in the processor's cache.
        rules & self.callees.keeping_any(starts.filter(|&start| self.callees.is_asked_for(start)))
    }
}

/// The properties of a text that a plan depends on.
pub(super) struct Text<'a> {
    source: &'a str,
    /// Some word may be written with escapes, so that a search does not find it.
    has_escaped_identifiers: bool,
}

impl<'a> Text<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, has_escaped_identifiers: has_escaped_identifiers(source) }
    }
}

/// Mask: the low five bits of each of three ASCII bytes, which are the same for a letter in either case.
const CASE_FOLD_MASK: u32 = 0x1F | 0x1F << 8 | 0x1F << 16;

/// Hashes to this many bits, with Knuth's multiplicative method, whose upper bits are the good ones.
#[inline]
fn spread(bytes: u32, bits: u32) -> usize {
    (bytes.wrapping_mul(0x9E37_79B1) >> (u32::BITS - bits)) as usize
}

/// The bits of the hash of a called name.
const NAME_BITS: u32 = 12;

/// Returns a hash of a name's length and its first, middle and last letters.
fn name_hash(name: &str) -> usize {
    let bytes = name.as_bytes();
    let letter = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let together = [bytes.len() as u8, letter(0), letter(bytes.len() / 2), letter(bytes.len().wrapping_sub(1))];
    spread(u32::from_le_bytes(together), NAME_BITS)
}

/// The bits of the hash of the first three bytes of a word in a callee.
const START_BITS: u32 = 12;

fn start_hash([first, second, third]: [u8; 3]) -> usize {
    spread(u32::from_le_bytes([first, second, third, 0]) & CASE_FOLD_MASK, START_BITS)
}

/// The bytes of the longest callee that is searched: the callees of a chain of calls contain one another.
const MAX_CALLEE_BYTES: u32 = 128;

/// A filter of rules by keys: a rule that asks for keys is kept only if one of its keys occurs.
struct Sieve<const WORDS: usize> {
    /// The class of each key. All keys of a class keep the same rules.
    classes: Vec<u16>,
    /// One bit per key: some rule asks for it.
    asked_for: Vec<u64>,
    /// The rules that each class keeps. The first class is that of the keys that no rule asks for.
    kept: Vec<Rules<WORDS>>,
    /// The rules that ask for keys.
    asking: Rules<WORDS>,
}

impl<const WORDS: usize> Sieve<WORDS> {
    /// Makes a sieve for one key at a time. `asked` has the keys of each rule; a rule without keys is always kept.
    fn by_one(keys: usize, asked: &[Vec<usize>]) -> Self {
        Self::new(keys, asked, usize::MAX)
    }

    /// Makes a sieve for several keys at a time.
    fn by_any(keys: usize, asked: &[Vec<usize>]) -> Self {
        Self::new(keys, asked, BITS)
    }

    /// Makes a sieve with at most `max_classes` classes. Where that is too few, classes are merged, and some rules are
    /// called needlessly.
    fn new(keys: usize, asked: &[Vec<usize>], max_classes: usize) -> Self {
        let mut by_key = vec![Rules::NONE; keys];
        let mut asking = Rules::NONE;
        for (rule, asked) in asked.iter().enumerate().filter(|(_, asked)| !asked.is_empty()) {
            let rule = Rules::of([rule]);
            asking = asking | rule;
            asked.iter().for_each(|&key| by_key[key] = by_key[key] | rule);
        }
        let mut sieve =
            Self { classes: vec![0; keys], asked_for: vec![0; keys.div_ceil(BITS)], kept: vec![!asking], asking };
        let mut class_of: BTreeMap<Rules<WORDS>, usize> = BTreeMap::new();
        for (key, rules) in by_key.into_iter().enumerate().filter(|(_, rules)| !rules.is_empty()) {
            sieve.asked_for[key / BITS] |= 1 << (key % BITS);
            let next = class_of.len();
            let class = *class_of.entry(rules).or_insert(1 + next % (max_classes - 1));
            if class == sieve.kept.len() {
                sieve.kept.push(!asking);
            }
            sieve.kept[class] = sieve.kept[class] | rules;
            sieve.classes[key] = u16::try_from(class).expect("a sieve has fewer keys than 65,536");
        }
        sieve
    }

    /// Returns whether one of these rules asks for keys.
    #[inline]
    fn concerns(&self, rules: Rules<WORDS>) -> bool {
        !(self.asking & rules).is_empty()
    }

    /// Returns whether a rule asks for this key.
    #[inline]
    fn is_asked_for(&self, key: usize) -> bool {
        self.asked_for[key / BITS] >> (key % BITS) & 1 != 0
    }

    /// Returns the rules that ask for this key, and those that ask for none.
    #[inline]
    fn keeping(&self, key: usize) -> Rules<WORDS> {
        self.kept[usize::from(self.classes[key])]
    }

    /// Returns the rules that ask for one of these keys, and those that ask for none.
    #[inline]
    fn keeping_any(&self, keys: impl Iterator<Item = usize>) -> Rules<WORDS> {
        let mut classes = keys.fold(0_u64, |classes, key| classes | 1 << (u32::from(self.classes[key]) % u64::BITS));
        let mut kept = self.kept[0];
        while classes != 0 {
            kept = kept | self.kept[classes.trailing_zeros() as usize];
            classes &= classes - 1;
        }
        kept
    }
}

/// The runs of three bytes in a text that begin at even offsets.
///
/// A word of four bytes or more contains one, wherever it is.
pub(super) struct Trigrams(Box<[u64; Self::WORDS]>);

impl Default for Trigrams {
    fn default() -> Self {
        Self(Box::new([0; Self::WORDS]))
    }
}

impl Trigrams {
    const BITS: u32 = 14;
    const WORDS: usize = 1 << (Self::BITS - u64::BITS.ilog2());

    /// Hashes three bytes; a fourth makes no difference.
    fn hash(bytes: u32) -> u16 {
        spread(bytes & CASE_FOLD_MASK, Self::BITS) as u16
    }

    fn read(&mut self, text: &[u8]) {
        self.0.fill(0);
        let mut note = |bytes| {
            let hash = Self::hash(bytes);
            self.0[usize::from(hash / 64)] |= 1 << (hash % 64);
        };
        // Three at a time, as long as eight bytes can be read.
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

    fn contains(&self, hash: u16) -> bool {
        self.0[usize::from(hash / 64)] >> (hash % 64) & 1 != 0
    }
}

/// A word, as the hashes of some of its runs of three bytes.
struct Word {
    /// The hashes of its beginning and its end, where it begins at an even offset.
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
        let [even, odd] = [self.even, self.odd].map(|[begin, _]| trigrams.contains(begin));
        // Few words that a text lacks get this far. Without a branch from here, since it cannot be predicted.
        (even | odd) && (even & trigrams.contains(self.even[1]) | odd & trigrams.contains(self.odd[1]))
    }
}

/// The required words of rules, in lists: a rule can fire only on a text that contains a word of each of its lists.
struct Words<const WORDS: usize>(Vec<WordLists<WORDS>>);

/// The word lists of rules, as many as a machine word has bits.
struct WordLists<const WORDS: usize> {
    /// Each word with the bits of its lists.
    words: Vec<(Word, u64)>,
    /// The rules that have each list.
    rules: Vec<Rules<WORDS>>,
}

impl<const WORDS: usize> Words<WORDS> {
    /// Makes them from the lists of each rule.
    fn new(lists_of: &[&'static [&'static [&'static str]]]) -> Self {
        let mut rules_with: BTreeMap<Vec<String>, Rules<WORDS>> = BTreeMap::new();
        for (rule, list) in lists_of.iter().enumerate().flat_map(|(rule, lists)| lists.iter().map(move |it| (rule, it)))
        {
            let words = list.iter().map(|word| word.to_ascii_lowercase()).collect();
            let rules = rules_with.entry(words).or_insert(Rules::NONE);
            *rules = *rules | Rules::of([rule]);
        }
        let lists: Vec<_> = rules_with.into_iter().collect();
        let chunks = lists.chunks(BITS).map(|lists| {
            let mut words: BTreeMap<&str, u64> = BTreeMap::new();
            for (list, (names, _)) in lists.iter().enumerate() {
                names.iter().for_each(|word| *words.entry(word).or_default() |= 1 << list);
            }
            WordLists {
                words: words.into_iter().map(|(word, lists)| (Word::new(word), lists)).collect(),
                rules: lists.iter().map(|&(_, rules)| rules).collect(),
            }
        });
        Self(chunks.collect())
    }

    /// Returns the rules each of whose lists has a word in this text.
    fn applicable_rules(&self, text: &[u8], trigrams: &mut Trigrams) -> Rules<WORDS> {
        if self.0.is_empty() {
            return Rules::ALL;
        }
        trigrams.read(text);
        let mut lacking = Rules::NONE;
        for lists in &self.0 {
            let mut held = 0;
            for (word, lists) in &lists.words {
                held |= lists * u64::from(word.is_in(trigrams));
            }
            for (list, &rules) in lists.rules.iter().enumerate() {
                // All bits where the text has no word of the list.
                let mask = (held >> list & 1).wrapping_sub(1);
                lacking = lacking | rules & Rules([mask; WORDS]);
            }
        }
        !lacking
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_applicable(words: &'static [&'static [&'static str]], text: &str) -> bool {
        let rule = Rules::<1>::of([0]);
        Words::new(&[words]).applicable_rules(text.as_bytes(), &mut Trigrams::default()) & rule == rule
    }

    #[test]
    fn a_text_wakes_a_rule_with_a_word_of_each_list() {
        for padding in [0, 9, 10] {
            let text = |words: &str| format!("{}{words}", " ".repeat(padding));
            assert!(is_applicable(&[], &text("")));
            assert!(is_applicable(&[&["query"]], &text("query")));
            assert!(is_applicable(&[&["query"]], &text("xQUERYx")));
            assert!(!is_applicable(&[&["query"]], &text("quarry")));
            assert!(!is_applicable(&[&["query"]], &text("")));
            assert!(is_applicable(&[&["query", "abcd"], &["req."]], &text("abcdreq.")));
            assert!(!is_applicable(&[&["query", "abcd"], &["req."]], &text("abcd r.q")));
            for word in ["four", "fives", "sixsix", "sevenletters"] {
                let list: &'static [&'static str] = vec![word].leak();
                let lists: &'static [&'static [&'static str]] = vec![list].leak();
                assert!(is_applicable(lists, &text(word)) && is_applicable(lists, &text(&format!(" {word}"))));
            }
        }
    }

    #[test]
    fn rules_have_an_order() {
        let rules = Rules::<4>::of([255, 100, 3, 0]);
        let mut indices = Vec::new();
        rules.for_each(|rule| indices.push(rule));
        assert_eq!(indices, [0, 3, 100, 255]);
        assert_eq!(rules.len(), 4);
        assert!((rules & !rules).is_empty());
    }

    #[test]
    fn lists_of_words_have_no_greatest_number() {
        let words: Vec<&'static str> = (0..200).map(|number| &*format!("word{number}x").leak()).collect();
        let lists: Vec<&'static [&'static [&'static str]]> =
            words.iter().map(|&word| &*vec![&*vec![word].leak()].leak()).collect();
        let words = Words::<4>::new(&lists);
        let rules = words.applicable_rules(b"word7x word199x", &mut Trigrams::default()) & Rules::of(0..200);
        assert_eq!(rules & Rules::of([7, 199]), Rules::of([7, 199]));
        // A few hashes may collide.
        assert!(rules.len() < 40);
    }

    #[test]
    fn a_sieve_keeps_the_rules_that_ask_for_a_key_and_those_that_ask_for_none() {
        // More rules than a sieve has classes, each with a key of its own; the last asks for none.
        let asked: Vec<Vec<usize>> = (0..200).map(|rule| vec![rule, 255]).chain([vec![]]).collect();
        let one = Sieve::<4>::by_one(256, &asked);
        let any = Sieve::<4>::by_any(256, &asked);
        let all = Rules::of(0..201);
        assert_eq!(one.keeping(250) & all, Rules::of([200]));
        assert_eq!(one.keeping(131) & all, Rules::of([131, 200]));
        assert_eq!(one.keeping(255) & all, all);
        assert_eq!(any.keeping_any([250].into_iter()) & all, Rules::of([200]));
        let some = any.keeping_any([3, 131].into_iter()) & all;
        assert!(some.len() < 20 && some & Rules::of([3, 131, 200]) == Rules::of([3, 131, 200]), "{some:?}");
    }
}
