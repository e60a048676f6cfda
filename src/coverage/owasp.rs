//! The OWASP Top 10 of 2025, from a rule's CWE and its category of 2021.

/// The CWEs in the new category of 2025, A10 Mishandling of Exceptional Conditions.
/// Source: <https://owasp.org/Top10/2025/A10_2025-Mishandling_of_Exceptional_Conditions/>.
const EXCEPTIONAL_CONDITIONS: &[u16] = &[
    209, 215, 234, 235, 248, 252, 274, 280, 369, 390, 391, 394, 396, 397, 460, 476, 478, 484, 550, 636, 703, 754, 755,
    756,
];

/// Returns the category of 2025. The lists arrange the same weaknesses differently: server-side request forgery became
/// broken access control, outdated components the software supply chain.
pub fn owasp_2025(cwe: u16, owasp_2021: &str) -> &'static str {
    if EXCEPTIONAL_CONDITIONS.contains(&cwe) {
        return "A10:2025 Mishandling of Exceptional Conditions";
    }
    match owasp_2021.get(..3).unwrap_or_default() {
        "A01" | "A10" => "A01:2025 Broken Access Control",
        "A05" => "A02:2025 Security Misconfiguration",
        "A06" => "A03:2025 Software Supply Chain Failures",
        "A02" => "A04:2025 Cryptographic Failures",
        "A03" => "A05:2025 Injection",
        "A04" => "A06:2025 Insecure Design",
        "A07" => "A07:2025 Authentication Failures",
        "A08" => "A08:2025 Software or Data Integrity Failures",
        "A09" => "A09:2025 Security Logging and Alerting Failures",
        _ => "",
    }
}
