#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| oxsec_fuzz::growth(data));
