#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = readers::open_at(bytes);
});
