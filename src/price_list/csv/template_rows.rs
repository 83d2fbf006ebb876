//! From rows of a table to templates, or to what is wrong with each row.

use super::problem::{RowCause, RowProblem};
use super::templates;
use crate::catalog::{ConcernId, ExampleLine, TreatmentId};
use crate::overlay::Subject;
use crate::price_list::{Cause, Field, TemplateDraft};

/// What a row says of a treatment of a template.
pub(super) struct TemplateRow<'a> {
    /// The line of the file.
    pub(super) line: usize,
    /// What the template is called.
    pub(super) name: &'a str,
    /// The id of the treatment.
    pub(super) treatment: &'a str,
    /// The id of the concern that the template is offered for.
    pub(super) concern: &'a str,
    /// Which treatment of the template it is, and what is said of it.
    pub(super) value: &'a str,
    /// Low, typical and high.
    pub(super) amounts: [&'a str; 3],
}

/// The columns of the three amounts.
const AMOUNTS: [Field; 3] = [Field::Low, Field::Typical, Field::High];

/// The templates of a table so far.
#[derive(Default)]
pub(super) struct TemplateRows {
    pub(super) templates: Vec<TemplateDraft>,
    pub(super) problems: Vec<RowProblem>,
    /// The first line of each template, and of each of its treatments.
    lines: Vec<(usize, Vec<usize>)>,
    /// What was said of which treatment of which template, with which word, and in which line.
    said: Vec<(Said, String, usize)>,
}

/// A template, a treatment of it counted from 0, and what is said of that.
type Said = (usize, usize, &'static str);

/// What is wrong with a row: the column, what it is, and the line of the row that it repeats or contradicts.
type Fault = (Field, RowCause, Option<usize>);

impl TemplateRows {
    /// Takes what a row says, or what is wrong with it.
    pub(super) fn take(&mut self, row: &TemplateRow<'_>) {
        if let Err((field, cause, other_line)) = self.read(row) {
            self.problems.push(RowProblem { line: row.line, field: Some(field), cause, other_line });
        }
    }

    /// The line that is at fault for what is wrong with a template or one of its treatments: that which says it, or else the first one.
    pub(super) fn line(&self, template: usize, treatment: Option<usize>, cause: Option<&Cause>) -> usize {
        let (says, word) = match cause {
            Some(Cause::TooClose { .. }) => ("spacing_days", None),
            Some(Cause::Number(..)) => ("needle_length_mm", None),
            Some(Cause::TooLong) => ("area", None),
            Some(Cause::Unknown(Subject::AddOn(id)) | Cause::AddOnTwice(id)) => ("add_on", Some(id.as_str())),
            _ => ("", None),
        };
        let is_it = |(said, with, _): &&(Said, String, usize)| {
            Some((said.0, said.1, said.2)) == treatment.map(|at| (template, at, says))
                && word.is_none_or(|word| word == with)
        };
        // Of what stands twice the second one is too many.
        let saying = self.said.iter().rfind(is_it).map(|(.., line)| *line);
        let first = self.lines.get(template).map(|(first, of)| treatment.and_then(|at| of.get(at)).unwrap_or(first));
        saying.or(first.copied()).unwrap_or(1)
    }

    fn read(&mut self, row: &TemplateRow<'_>) -> Result<(), Fault> {
        let unknown = || (Field::Value, RowCause::TemplateValue(row.value.to_owned()), None);
        let (number, value) = templates::named(row.value).ok_or_else(unknown)?;
        let at = self.template(row)?;
        let line = self.treatment(row, at, number)?;
        let [low, typical, high] = row.amounts;
        let has_ends = !low.is_empty() || !high.is_empty();
        if has_ends && !value.is_range() {
            return Err((Field::Low, RowCause::Of(Cause::OnlyOne), None));
        }
        // Nothing may stand for what is usual, and then alone.
        if typical.is_empty() && (has_ends || !value.may_be_empty()) {
            return Err((Field::Typical, RowCause::Of(Cause::Missing), None));
        }
        let key = (at, line, value.says());
        if let Some((.., other)) = self.said.iter().find(|(said, ..)| *said == key && !value.is_several()) {
            return Err((Field::Value, RowCause::SaidTwice, Some(*other)));
        }
        self.said.push((key, typical.to_owned(), row.line));
        let read = value.read(&mut self.templates[at].lines[line], row.amounts);
        read.map_err(|(column, limits)| {
            let text = row.amounts[column].to_owned();
            (AMOUNTS[column], RowCause::Of(Cause::Number(text, limits)), None)
        })
    }

    /// The template of a row; made if it is its first one.
    fn template(&mut self, row: &TemplateRow<'_>) -> Result<usize, Fault> {
        let concern = Some(row.concern).filter(|id| !id.is_empty()).map(ConcernId::from);
        let Some(at) = self.templates.iter().position(|template| template.name == row.name) else {
            self.templates.push(TemplateDraft { name: row.name.to_owned(), concern, lines: Vec::new() });
            self.lines.push((row.line, Vec::new()));
            return Ok(self.templates.len() - 1);
        };
        let known = &self.templates[at].concern;
        if concern == *known {
            return Ok(at);
        }
        let known = known.as_ref().map(ToString::to_string).unwrap_or_default();
        Err((Field::Concern, RowCause::Contradicts(row.concern.to_owned(), known), Some(self.lines[at].0)))
    }

    /// Where the treatment with a number stands in a template; made if it is the next one.
    fn treatment(&mut self, row: &TemplateRow<'_>, template: usize, number: usize) -> Result<usize, Fault> {
        let lines = &mut self.templates[template].lines;
        let first = &mut self.lines[template].1;
        if number > lines.len() + 1 {
            return Err((Field::Value, RowCause::TreatmentBefore(number - 1), None));
        }
        if number > lines.len() {
            lines.push(ExampleLine::of(TreatmentId::from(row.treatment)));
            first.push(row.line);
        }
        let known = lines[number - 1].treatment.as_str();
        if row.treatment.is_empty() || known == row.treatment {
            return Ok(number - 1);
        }
        let cause = RowCause::Contradicts(row.treatment.to_owned(), known.to_owned());
        Err((Field::Like, cause, Some(first[number - 1])))
    }
}
