//! Content lines of RFC 5545: escaped, folded and ended as section 3.1 and 3.3.11 ask.

/// The most octets of a line without its end.
const LONGEST: usize = 75;

/// A file being written.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    /// A property whose value is no free text: a date, an id, a keyword.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A property whose value is free text.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{}", escaped(value)));
    }

    /// The finished file.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// Breaks the line where it is too long, never inside a character. A line that goes on begins with a space, which
    /// counts.
    fn fold(&mut self, line: &str) {
        let mut octets = 0;
        for character in line.chars() {
            if octets + character.len_utf8() > LONGEST {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(character);
            octets += character.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// Free text as a value: line ends become `\n`, other control characters spaces.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            other if other.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{Lines, escaped};

    #[test]
    fn text_is_escaped() {
        let cases = [
            ("a, b; c\\d: e", "a\\, b\\; c\\\\d: e"),
            ("one\ntwo", "one\\ntwo"),
            ("\\n", "\\\\n"),
            ("a\r\tb\u{7f}\u{85}", "a  b  "),
            ("Zoë \"x\"", "Zoë \"x\""),
        ];
        for (text, expected) in cases {
            assert_eq!(escaped(text), expected, "{text:?}");
        }
    }

    #[test]
    fn lines_are_folded_at_75_octets_and_never_inside_a_character() {
        for letter in ["x", "é", "皮", "🙂"] {
            for length in 0..200 {
                let value = letter.repeat(length);
                let mut lines = Lines::default();
                lines.text("SUMMARY", &value);
                let text = lines.finish();
                assert_eq!(text.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
                let longest = text.trim_end_matches("\r\n").split("\r\n").map(str::len).max();
                assert!(longest <= Some(75), "{longest:?}: {text}");
            }
        }
    }
}
