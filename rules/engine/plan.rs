//! Which rules to call for which nodes of a text, worked out from what rules say that they can fire on.

use std::{collections::BTreeMap, sync::Arc};

use memchr::memmem;
use oxc_ast::AstKind;

use super::{Filters, RuleSet, Severity, registry};
use crate::estree::{AstType, Node};

/// A set of the rules of a plan, by their indices: a bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rules(Vec<u64>);

impl Rules {
    /// No rules, with room for `count`.
    pub fn none(count: usize) -> Self {
        Self(vec![0; words_for(count)])
    }

    pub fn insert(&mut self, rule: usize) {
        self.0[rule / BITS] |= 1 << (rule % BITS);
    }

    /// Adds all rules of another set of the same plan.
    pub fn extend(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    /// Returns how many rules there are.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Calls `action` with the index of each rule, ascending.
    #[inline]
    pub fn for_each(&self, mut action: impl FnMut(usize)) {
        for (index, &word) in self.0.iter().enumerate() {
            let mut word = word;
            while word != 0 {
                action(index * BITS + word.trailing_zeros() as usize);
                word &= word - 1;
            }
        }
    }

    /// Makes this set `rules`, which may be those of another plan.
    fn assign(&mut self, rules: &[u64]) {
        self.0.clear();
        self.0.extend_from_slice(rules);
    }
}

const BITS: usize = u64::BITS as usize;

/// The number of words that a set of `count` rules takes. One with none has a word too, so that rows are not empty.
fn words_for(count: usize) -> usize {
    count.div_ceil(BITS).max(1)
}

/// Sets of rules of one plan, one behind the other.
#[derive(Default)]
struct Rows {
    /// The number of words of each set.
    width: usize,
    words: Vec<u64>,
}

impl Rows {
    fn new(rows: usize, rules: usize) -> Self {
        let width = words_for(rules);
        Self { width, words: vec![0; rows * width] }
    }

    #[inline]
    fn row(&self, row: usize) -> &[u64] {
        &self.words[row * self.width..][..self.width]
    }

    fn insert(&mut self, row: usize, rule: usize) {
        self.words[row * self.width + rule / BITS] |= 1 << (rule % BITS);
    }
}

#[inline]
fn intersect(rules: &mut [u64], with: &[u64]) {
    rules.iter_mut().zip(with).for_each(|(word, with)| *word &= with);
}

#[inline]
fn meet(one: &[u64], other: &[u64]) -> bool {
    one.iter().zip(other).any(|(one, other)| one & other != 0)
}

/// What is worked out once from a set of rules so that a text costs as little as can be.
pub(super) struct Plan {
    pub rules: Vec<(&'static str, Severity)>,
    /// The rules themselves, in the same order.
    pub configured: Vec<Arc<dyn registry::Configured>>,
    /// The types of nodes that rules look at.
    types: Vec<u8>,
    /// By type: the rules that look at nodes of it.
    on: Rows,
    calls: Sieve,
    callees: Sieve,
    inits: Sieve,
    strings: Sieve,
    words: Words,
    /// The rules that need not look beyond the text.
    within: Rules,
}

/// The number of types of nodes, those that there may be.
const TYPES: usize = 1 << u8::BITS;

/// The rules that one text can make fire.
pub(super) struct Applicable {
    /// By type: whether a rule looks at nodes of it.
    looks_at: [bool; TYPES],
    /// By type, as far as a rule looks at it: the rules that do.
    on: Rows,
    rules: Rules,
}

impl Default for Applicable {
    fn default() -> Self {
        Self { looks_at: [false; TYPES], on: Rows::default(), rules: Rules::default() }
    }
}

impl Applicable {
    /// Returns whether a rule looks at nodes of this one's type.
    #[inline]
    pub fn looks_at(&self, node: Node<'_>) -> bool {
        self.looks_at[node.ast().ty() as usize]
    }
}

impl Plan {
    pub fn new(set: &RuleSet) -> Self {
        let count = set.rules.len();
        let mut on = Rows::new(TYPES, count);
        for (rule, configured) in set.rules.iter().enumerate() {
            configured.entry.meta.on.iter().for_each(|&ty| on.insert(ty as usize, rule));
        }
        // Options may name further functions and words.
        let filters: Vec<&Filters> = set
            .rules
            .iter()
            .map(|rule| {
                let unfiltered = set.unfiltered || !rule.options.is_empty();
                if unfiltered { &Filters::NONE } else { &rule.entry.meta.filters }
            })
            .collect();
        let keys = |keys_of: &dyn Fn(&Filters) -> Vec<usize>| filters.iter().map(|it| keys_of(it)).collect::<Vec<_>>();
        let mut within = Rules::none(count);
        (0..count).filter(|&rule| !filters[rule].surroundings).for_each(|rule| within.insert(rule));
        Self {
            rules: set.rules().collect(),
            configured: set.rules.iter().map(|rule| Arc::clone(&rule.rule)).collect(),
            types: (0..=u8::MAX).filter(|&ty| on.row(ty.into()).iter().any(|&word| word != 0)).collect(),
            on,
            calls: Sieve::by_one(
                1 << NAME_BITS,
                &keys(&|filters| filters.calls.iter().map(|name| name_hash(name)).collect()),
            ),
            callees: Sieve::by_any(
                1 << START_BITS,
                &keys(&|filters| {
                    let start = |word: &str| *word.as_bytes().first_chunk().expect("words have three bytes or more");
                    filters.callee_words.iter().map(|word| start_hash(start(word))).collect()
                }),
            ),
            inits: Sieve::by_one(TYPES, &keys(&|filters| filters.inits.iter().map(|&ty| ty as usize).collect())),
            strings: Sieve::by_any(
                TYPES,
                &keys(&|filters| filters.string_bytes.iter().map(|&byte| byte.into()).collect()),
            ),
            words: Words::new(&filters.iter().map(|filters| filters.words).collect::<Vec<_>>()),
            within,
        }
    }

    /// Finds the rules that a text can make fire, which may stand in a folder.
    pub fn find_applicable(
        &self,
        text: &Text<'_>,
        has_surroundings: bool,
        trigrams: &mut Trigrams,
        applicable: &mut Applicable,
    ) {
        let Applicable { looks_at, on, rules } = applicable;
        if has_surroundings {
            rules.assign(&vec![u64::MAX; self.on.width]);
        } else {
            rules.assign(&self.within.0);
        }
        if !text.hides_words {
            self.words.narrow(text.source.as_bytes(), trigrams, &mut rules.0);
        }
        looks_at.fill(false);
        on.width = self.on.width;
        on.words.resize(self.on.words.len(), 0);
        for ty in self.types.iter().map(|&ty| usize::from(ty)) {
            let row = &mut on.words[ty * self.on.width..][..self.on.width];
            row.copy_from_slice(self.on.row(ty));
            intersect(row, &rules.0);
            looks_at[ty] = row.iter().any(|&word| word != 0);
        }
    }

    /// Finds the rules to call for a node that an applicable rule looks at.
    #[inline]
    pub fn rules_for(&self, node: Node<'_>, text: &Text<'_>, applicable: &Applicable, rules: &mut Rules) {
        rules.0.copy_from_slice(applicable.on.row(node.ast().ty() as usize));
        match node.ast() {
            AstKind::CallExpression(_) | AstKind::NewExpression(_) => self.narrow_for_call(node, text, &mut rules.0),
            AstKind::VariableDeclarator(declarator) => {
                // No expression has the type of a program.
                let init = declarator.init.as_ref().map_or(AstType::Program, |it| AstKind::from_expression(it).ty());
                self.inits.narrow_by(init as usize, &mut rules.0);
            }
            AstKind::StringLiteral(literal) if self.strings.concerns(&rules.0) => {
                self.strings.narrow_by_any(literal.value.as_bytes().iter().map(|&it| it.into()), &mut rules.0);
            }
            _ => {}
        }
    }

    fn narrow_for_call(&self, call: Node<'_>, text: &Text<'_>, rules: &mut [u64]) {
        let Some(callee) = call.callee() else { return rules.fill(0) };
        if let Some(name) = callee.identifier().or_else(|| callee.property_identifier()) {
            self.calls.narrow_by(name_hash(name), rules);
        }
        if !self.callees.concerns(rules) || callee.span().size() > MAX_CALLEE_BYTES {
            return;
        }
        let callee = callee.text();
        if text.hides_words && hides_words(callee) {
            return;
        }
        let starts = callee.as_bytes().array_windows().map(|&start| start_hash(start));
        // Nearly all are none: the small table stays in the processor's cache.
        self.callees.narrow_by_any(starts.filter(|&start| self.callees.is_asked_for(start)), rules);
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

/// The number of bits of the hash of a name that is called.
const NAME_BITS: u32 = 12;

/// Returns a hash of a name's length, its first letter, one in the middle, and its last.
fn name_hash(name: &str) -> usize {
    let bytes = name.as_bytes();
    let letter = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let together = [bytes.len() as u8, letter(0), letter(bytes.len() / 2), letter(bytes.len().wrapping_sub(1))];
    spread(u32::from_le_bytes(together), NAME_BITS)
}

/// The number of bits of the hash of three bytes that a word in a callee begins with.
const START_BITS: u32 = 12;

fn start_hash([first, second, third]: [u8; 3]) -> usize {
    spread(u32::from_le_bytes([first, second, third, 0]) & LETTERS, START_BITS)
}

/// A longer callee is not looked at: those of a chain of calls are all within one another.
const MAX_CALLEE_BYTES: u32 = 128;

/// Narrows sets of rules by keys: a rule that asks for keys stays only where one of its keys is there.
struct Sieve {
    /// By key: its class. All keys of a class keep the same rules.
    classes: Vec<u16>,
    /// By key, a bit each: whether a rule asks for it.
    asked_for: Vec<u64>,
    /// By class: the rules that a key of it keeps. The first class is that of the keys that no rule asks for.
    kept: Rows,
    /// The rules that ask for keys.
    asking: Vec<u64>,
}

impl Sieve {
    /// Makes a sieve for one key at a time. `asked` has the keys of each rule; one without is always kept.
    fn by_one(keys: usize, asked: &[Vec<usize>]) -> Self {
        Self::new(keys, asked, usize::MAX)
    }

    /// Makes a sieve for several keys at a time.
    fn by_any(keys: usize, asked: &[Vec<usize>]) -> Self {
        Self::new(keys, asked, BITS)
    }

    /// Where there would be more than `max_classes`, some are one: then rules are called that need not be.
    fn new(keys: usize, asked: &[Vec<usize>], max_classes: usize) -> Self {
        let mut by_key = Rows::new(keys, asked.len());
        let mut asking = vec![0; by_key.width];
        for (rule, asked) in asked.iter().enumerate().filter(|(_, asked)| !asked.is_empty()) {
            asking[rule / BITS] |= 1 << (rule % BITS);
            asked.iter().for_each(|&key| by_key.insert(key, rule));
        }
        let mut class_of: BTreeMap<&[u64], u16> = BTreeMap::new();
        let mut kept = Rows { width: by_key.width, words: asking.iter().map(|word| !word).collect() };
        let mut sieve =
            Self { classes: vec![0; keys], asked_for: vec![0; keys.div_ceil(BITS)], kept: Rows::default(), asking };
        let mut classes = 1;
        for key in 0..keys {
            let rules = by_key.row(key);
            if rules.iter().all(|&word| word == 0) {
                continue;
            }
            sieve.asked_for[key / BITS] |= 1 << (key % BITS);
            let class = *class_of.entry(rules).or_insert_with(|| {
                let class = if classes < max_classes { classes } else { 1 + classes % (max_classes - 1) };
                classes += 1;
                if class * kept.width == kept.words.len() {
                    kept.words.extend_from_within(..kept.width);
                }
                let row = &mut kept.words[class * kept.width..][..kept.width];
                row.iter_mut().zip(rules).for_each(|(word, rules)| *word |= rules);
                u16::try_from(class).expect("a sieve has fewer keys than 65,536")
            });
            sieve.classes[key] = class;
        }
        sieve.kept = kept;
        sieve
    }

    /// Returns whether one of these rules asks for keys.
    #[inline]
    fn concerns(&self, rules: &[u64]) -> bool {
        meet(&self.asking, rules)
    }

    /// Returns whether a rule asks for this key.
    #[inline]
    fn is_asked_for(&self, key: usize) -> bool {
        self.asked_for[key / BITS] >> (key % BITS) & 1 != 0
    }

    /// Keeps the rules that ask for this key, and those that ask for none.
    #[inline]
    fn narrow_by(&self, key: usize, rules: &mut [u64]) {
        intersect(rules, self.kept.row(self.classes[key].into()));
    }

    /// Keeps the rules that ask for one of these keys, and those that ask for none.
    fn narrow_by_any(&self, keys: impl Iterator<Item = usize>, rules: &mut [u64]) {
        let classes = keys.fold(0, |classes, key| classes | 1 << (self.classes[key] % u64::BITS as u16));
        // The rules that ask for none are kept by each class.
        let classes: u64 = classes | 1;
        if classes == 1 {
            return intersect(rules, self.kept.row(0));
        }
        for (index, word) in rules.iter_mut().enumerate() {
            let mut rest = classes;
            let mut kept = 0;
            while rest != 0 {
                kept |= self.kept.row(rest.trailing_zeros() as usize)[index];
                rest &= rest - 1;
            }
            *word &= kept;
        }
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
struct Words(Vec<WordLists>);

/// As many lists as a word has bits.
struct WordLists {
    /// Each with the bits of its lists.
    words: Vec<(Word, u64)>,
    /// By list: the rules that have it.
    rules: Rows,
}

impl Words {
    /// With the lists of each rule.
    fn new(lists_of: &[&'static [&'static [&'static str]]]) -> Self {
        let mut rules_with: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        for (rule, list) in lists_of.iter().enumerate().flat_map(|(rule, lists)| lists.iter().map(move |it| (rule, it)))
        {
            let words = list.iter().map(|word| word.to_ascii_lowercase()).collect();
            rules_with.entry(words).or_default().push(rule);
        }
        let lists: Vec<_> = rules_with.into_iter().collect();
        let chunks = lists.chunks(BITS).map(|lists| {
            let mut words: BTreeMap<&str, u64> = BTreeMap::new();
            let mut rules_with = Rows::new(lists.len(), lists_of.len());
            for (list, (names, rules)) in lists.iter().enumerate() {
                rules.iter().for_each(|&rule| rules_with.insert(list, rule));
                names.iter().for_each(|word| *words.entry(word).or_default() |= 1 << list);
            }
            let words = words.into_iter().map(|(word, lists)| (Word::new(word), lists)).collect();
            WordLists { words, rules: rules_with }
        });
        Self(chunks.collect())
    }

    /// Keeps the rules that have one word of each of their lists in this text.
    fn narrow(&self, text: &[u8], trigrams: &mut Trigrams, rules: &mut [u64]) {
        if self.0.is_empty() {
            return;
        }
        trigrams.read(text);
        for lists in &self.0 {
            let mut held = 0;
            for (word, lists) in &lists.words {
                held |= lists * u64::from(word.is_in(trigrams));
            }
            for (list, lacking) in lists.rules.words.chunks_exact(lists.rules.width).enumerate() {
                // All bits where the list is not held.
                let mask = (held >> list & 1).wrapping_sub(1);
                rules.iter_mut().zip(lacking).for_each(|(word, lacking)| *word &= !(lacking & mask));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn awake(words: &'static [&'static [&'static str]], text: &str) -> bool {
        let mut rules = [1];
        Words::new(&[words]).narrow(text.as_bytes(), &mut Trigrams::default(), &mut rules);
        rules == [1]
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
        let mut rules = Rules::none(300);
        [299, 100, 3, 0].into_iter().for_each(|rule| rules.insert(rule));
        let mut indices = Vec::new();
        rules.for_each(|rule| indices.push(rule));
        assert_eq!(indices, [0, 3, 100, 299]);
        assert_eq!(rules.len(), 4);
    }

    /// A text may hold words of hundreds of lists.
    #[test]
    fn lists_of_words_have_no_greatest_number() {
        let words: Vec<&'static str> = (0..300).map(|number| &*format!("word{number}x").leak()).collect();
        let lists: Vec<&'static [&'static [&'static str]]> =
            words.iter().map(|&word| &*vec![&*vec![word].leak()].leak()).collect();
        let words = Words::new(&lists);
        let mut rules = vec![u64::MAX; words_for(300)];
        words.narrow(b"word7x word299x", &mut Trigrams::default(), &mut rules);
        let holds = |rule: usize| rules[rule / BITS] >> (rule % BITS) & 1 != 0;
        assert!(holds(7) && holds(299));
        // Hashes may be equal, of few.
        assert!((0..300).filter(|&rule| holds(rule)).count() < 40);
    }

    #[test]
    fn a_sieve_keeps_the_rules_that_ask_for_a_key_and_those_that_ask_for_none() {
        // More rules than a sieve has classes, each with a key of its own; the last asks for none.
        let asked: Vec<Vec<usize>> = (0..200).map(|rule| vec![rule, 255]).chain([vec![]]).collect();
        let one = Sieve::by_one(256, &asked);
        let any = Sieve::by_any(256, &asked);
        let kept = |sieve: &dyn Fn(&mut [u64])| {
            let mut rules = Rules::none(asked.len());
            (0..asked.len()).for_each(|rule| rules.insert(rule));
            sieve(&mut rules.0);
            let mut kept = Vec::new();
            rules.for_each(|rule| kept.push(rule));
            kept
        };
        assert_eq!(kept(&|rules| one.narrow_by(250, rules)), [200]);
        assert_eq!(kept(&|rules| one.narrow_by(131, rules)), [131, 200]);
        assert_eq!(kept(&|rules| one.narrow_by(255, rules)).len(), 201);
        assert_eq!(kept(&|rules| any.narrow_by_any([250].into_iter(), rules)), [200]);
        let some = kept(&|rules| any.narrow_by_any([3, 131].into_iter(), rules));
        assert!(some.len() < 20 && [3, 131, 200].iter().all(|rule| some.contains(rule)), "{some:?}");
    }
}
