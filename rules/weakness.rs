//! Families of weaknesses: which CWEs count as the same kind when a finding is compared with a label.
//!
//! Tools give one weakness neighbouring numbers (CWE-78 and CWE-77 for a command, CWE-327 and CWE-328 for a hash). A
//! finding matches a label where both numbers are of one family.

/// The families, each with its CWEs.
const FAMILIES: &[(&str, &[u16])] = &[
    ("access", &[276, 284, 285, 306, 307, 639, 732, 807, 862, 863]),
    ("code", &[94, 95, 96, 98, 1336]),
    ("command", &[74, 77, 78, 88]),
    ("cookie", &[565, 614, 1004, 1275]),
    ("credentials", &[256, 257, 259, 260, 321, 521, 522, 547, 798]),
    ("crypto", &[310, 323, 325, 326, 327, 328, 329, 353, 354, 759, 760, 780, 916, 1204, 1240]),
    ("csrf", &[352]),
    ("deserialization", &[502]),
    ("dispatch", &[470, 749, 754]),
    ("exhaustion", &[185, 400, 405, 409, 674, 730, 770, 789, 834, 835, 1050, 1333, 248]),
    ("exposure", &[200, 201, 209, 210, 219, 312, 313, 315, 359, 497, 532, 538, 540, 548, 598, 922]),
    ("format", &[134]),
    ("headers", &[16, 451, 693, 1021]),
    ("log", &[93, 113, 117, 640, 644]),
    ("memory", &[119, 120, 125, 126, 665, 908]),
    ("origin", &[346, 940, 942, 1385]),
    ("path", &[22, 23, 24, 29, 35, 36, 59, 73, 99, 552]),
    ("prototype", &[471, 915, 1321]),
    ("query", &[89, 90, 91, 564, 643, 943]),
    ("race", &[362, 367]),
    ("random", &[330, 331, 335, 338, 340]),
    ("redirect", &[601]),
    ("ssrf", &[441, 918]),
    ("supply-chain", &[494, 506, 829, 830, 912, 1104, 1357]),
    ("temporary-file", &[377, 378, 379]),
    ("timing", &[208, 385]),
    ("tls", &[295, 297, 311, 319, 757]),
    ("token", &[287, 290, 294, 345, 347, 384, 613]),
    ("validation", &[20, 178, 183, 185, 843, 1286]),
    ("xml", &[611, 776, 827]),
    ("xss", &[79, 80, 83, 87, 116]),
];

/// Returns the name of a weakness's family; its own number where it has none.
pub fn family(cwe: u16) -> String {
    FAMILIES
        .iter()
        .find(|(_, cwes)| cwes.contains(&cwe))
        .map_or_else(|| format!("cwe-{cwe}"), |(name, _)| (*name).to_owned())
}

/// Returns whether two weaknesses are of one family.
pub fn are_related(one: u16, other: u16) -> bool {
    one == other || family(one) == family(other)
}
