//! What is to be looked at, on a line each.

use crate::document::Mark;
use crate::locale::tr;
use crate::plan::Remark;
use crate::report::PlanResults;
use crate::wording::{self, ProblemText};

/// A problem on one line, with its place down to the field.
pub fn problem(problem: &ProblemText) -> String {
    let field = wording::field(problem.place);
    format!("{}, {field}: {}", problem.whereabouts, problem.message).replace(['\n', '\r', '\t'], " ")
}

/// What is worth knowing of a plan, each on one line, with its option's letter if it is about one, and who acknowledged it.
pub fn remarks(results: &PlanResults<'_>) -> Vec<String> {
    let said = |about: &Remark| match results.acknowledgement(about) {
        Some(by) => format!("{} [{}]", remark(about), wording::acknowledged(by)),
        None => remark(about),
    };
    results.remarks().into_iter().map(said).collect()
}

/// A remark on one line, with its option's letter if it is about one.
fn remark(remark: &Remark) -> String {
    of_option(remark.mark, &wording::remark(remark))
}

/// A sentence on one line, with the letter of the option that it is about, if it is about one.
pub(super) fn of_option(mark: Option<Mark>, said: &str) -> String {
    let message = said.replace(['\n', '\r', '\t'], " ");
    match mark {
        Some(mark) => tr!("Option {mark}: {message}", mark = mark.letter(), message),
        None => message,
    }
}
