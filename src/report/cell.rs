//! Text in a cell of a table, whether it is written as CSV or put on the clipboard.
//!
//! What somebody typed must stay what it is: no spreadsheet may run it as a formula, and it may not break out of its
//! cell. Numbers are written by the program itself and are no text, so a minus in front of one stays.

/// What a spreadsheet takes for the beginning of a formula, in both widths.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The text on one line, with a `'` in front if it would begin a formula.
pub(super) fn text(typed: &str) -> String {
    let line = line(typed);
    let first = line.chars().find(|c| !is_blank(*c));
    if first.is_some_and(|c| FORMULA.contains(&c)) { format!("'{line}") } else { line }
}

/// The text on one line.
pub(super) fn line(typed: &str) -> String {
    typed.chars().map(|c| if breaks_out(c) { ' ' } else { c }).collect()
}

/// Tabs, line ends and other characters that command rather than show.
fn breaks_out(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

/// What a spreadsheet may skip before it looks for a formula.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_would_begin_a_formula_is_defused_and_nothing_else() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "'  =1"),
            ("\t=1", "' =1"),
            ("\r\n@x", "'  @x"),
            ("\u{0}=1", "' =1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("＝1", "'＝1"),
            ("one\ttwo\nthree", "one two three"),
            ("a\u{2028}b", "a b"),
            ("A = B", "A = B"),
            ("−5 points", "−5 points"),
            ("'quoted", "'quoted"),
            ("", ""),
        ];
        for (typed, expected) in cases {
            assert_eq!(text(typed), expected, "{typed:?}");
        }
    }
}
