//! Tokens and passwords.

use super::{Row, is};

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    is("crypto-js.aes", "crypto-js.AES"), is("crypto-js.tripledes", "crypto-js.TripleDES"), is("crypto-js.rc4", "crypto-js.RC4"),
    is("crypto-js.rabbit", "crypto-js.Rabbit"), is("crypto-js.md5", "crypto-js.MD5"), is("crypto-js.sha1", "crypto-js.SHA1"),
    is("crypto-js.sha256", "crypto-js.SHA256"), is("crypto-js.sha512", "crypto-js.SHA512"), is("crypto-js.pbkdf2", "crypto-js.PBKDF2"),
    is("crypto-js.CryptoJS", "crypto-js"), is("CryptoJS", "crypto-js"), is("window.CryptoJS", "crypto-js"),
    is("jose.jwt.sign.SignJWT", "jose.SignJWT"), is("jose.jwt.verify.jwtVerify", "jose.jwtVerify"),
];
