//! Sets of characters, with the distinctions that matter to attacks.

/// The characters that an attacker can bring into a value, and where the value can lead.
///
/// The text that the program itself writes into the value does not count: of `'ls -l ' + name` it is the characters of
/// `name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chars {
    /// A bit for each character of ASCII.
    pub ascii: u128,
    /// True if there may be others.
    pub beyond: bool,
    /// True if there may be two dots in a row.
    pub dots: bool,
    /// True if a path may lead out of the folder that it is checked against.
    pub outside: bool,
    /// True if it may be an object or an array in the place of a text.
    pub structured: bool,
}

impl Chars {
    /// Nothing: the program alone decides the value.
    pub(crate) const NONE: Self = Self { ascii: 0, beyond: false, dots: false, outside: false, structured: false };
    /// All characters.
    pub(crate) const ALL: Self = Self { ascii: u128::MAX, beyond: true, dots: true, outside: true, structured: true };

    /// Returns the characters of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut chars = Self { dots: text.contains(".."), outside: !text.is_empty(), ..Self::NONE };
        for character in text.chars() {
            chars.add(character as u32);
        }
        chars
    }

    /// Returns the characters for which a predicate holds. Beyond ASCII it is evaluated for two characters only.
    pub(crate) fn that(has: impl Fn(u32) -> bool) -> Self {
        let mut chars = Self { beyond: has(0x3000) || has(0xE9), ..Self::NONE };
        (0..128).filter(|&unit| has(unit)).for_each(|unit| chars.ascii |= 1 << unit);
        chars.dots = chars.has('.');
        chars.outside = chars.is_some();
        chars
    }

    /// Returns the characters that JavaScript writes numbers with.
    pub(crate) fn number() -> Self {
        Self { dots: false, ..Self::of("0123456789.+-e") }
    }

    pub(crate) fn add(&mut self, unit: u32) {
        match 1_u128.checked_shl(unit) {
            Some(bit) => self.ascii |= bit,
            None => self.beyond = true,
        }
        self.dots |= self.has('.');
        self.outside = true;
    }

    /// Returns the set with the letters of both cases.
    pub(crate) fn in_any_case(self) -> Self {
        let mut chars = self;
        for letter in b'a'..=b'z' {
            let (lower, upper) = (1_u128 << letter, 1_u128 << letter.to_ascii_uppercase());
            if self.ascii & (lower | upper) != 0 {
                chars.ascii |= lower | upper;
            }
        }
        chars
    }

    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            ascii: self.ascii | other.ascii,
            beyond: self.beyond || other.beyond,
            dots: self.dots || other.dots,
            outside: self.outside || other.outside,
            structured: self.structured || other.structured,
        }
    }

    pub(crate) fn and(self, other: Self) -> Self {
        let mut chars = Self {
            ascii: self.ascii & other.ascii,
            beyond: self.beyond && other.beyond,
            dots: self.dots && other.dots,
            outside: self.outside && other.outside,
            structured: self.structured && other.structured,
        };
        chars.dots &= chars.has('.');
        chars
    }

    /// Returns the set without the characters of another.
    pub(crate) fn without(self, other: Self) -> Self {
        self.and(Self { ascii: !other.ascii, beyond: !other.beyond, ..Self::ALL })
    }

    pub(crate) fn has(self, character: char) -> bool {
        match 1_u128.checked_shl(character as u32) {
            Some(bit) => self.ascii & bit != 0,
            None => self.beyond,
        }
    }

    /// Returns whether one of these characters is in the set.
    pub(crate) fn has_any(self, characters: &str) -> bool {
        characters.chars().any(|character| self.has(character))
    }

    /// Returns whether the set contains only letters, digits and these characters.
    pub(crate) fn is_word_or(self, characters: &str) -> bool {
        let rest = self.without(Self::that(|unit| char::from_u32(unit).is_some_and(|it| it.is_ascii_alphanumeric())));
        !rest.without(Self::of(characters)).is_some()
    }

    /// Returns whether there is a character in the set.
    pub(crate) fn is_some(self) -> bool {
        self.ascii != 0 || self.beyond
    }
}
