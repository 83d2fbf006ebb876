//! Options of the clinic's own to start from: as typed, and as valid.

use super::entry::Label;
use super::limits;
use super::place::{Field, Place};
use super::problem::{Cause, Fault, Problem, unfit};
use crate::catalog::{Catalog, ConcernId, Example, ExampleLine, Template};
use crate::overlay::Subject;
use crate::text::Text;
use rust_decimal::Decimal;

/// A template as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateDraft {
    /// What it is called: no two have the same name.
    pub name: String,
    /// The concern that it is offered for; none means each.
    pub concern: Option<ConcernId>,
    /// Its treatments.
    pub lines: Vec<ExampleLine>,
}

impl TemplateDraft {
    /// Makes its name and its lists fit the limits.
    pub(super) fn fit(&mut self) {
        limits::fit(&mut self.name, limits::TEMPLATE_TEXT);
        self.lines.truncate(limits::TEMPLATE_LINES);
        for line in &mut self.lines {
            line.add_ons.truncate(limits::TEMPLATE_ADD_ONS);
            line.area.iter_mut().for_each(|area| limits::fit(area, limits::TEMPLATE_TEXT));
        }
    }

    fn valid(&self) -> Template {
        let lines = self.lines.iter().cloned().map(normal).collect();
        let option = Example { name: Text::own(self.name.trim()), lines };
        Template { concern: self.concern.clone(), option }
    }
}

impl From<&Template> for TemplateDraft {
    fn from(Template { concern, option }: &Template) -> Self {
        Self { name: option.name.written().to_owned(), concern: concern.clone(), lines: option.lines.clone() }
    }
}

/// A name that no template has yet: the one that is given, or the same with a number.
pub(super) fn free_name(templates: &[TemplateDraft], name: &str) -> Option<String> {
    let names = (1..=limits::TEMPLATES + 1).map(|number| match number {
        1 => name.to_owned(),
        _ => format!("{} {number}", name.chars().take(limits::TEMPLATE_TEXT - 4).collect::<String>()),
    });
    let is_free = |name: &String| templates.iter().all(|other| other.name.trim() != name.trim());
    names.into_iter().find(is_free)
}

/// The templates of a list with these labels that are valid, and what is wrong with the others. The catalogue has the treatments of the
/// clinic's own.
pub(super) fn valid(templates: &[TemplateDraft], labels: &[Label], catalog: &Catalog) -> (Vec<Template>, Vec<Problem>) {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    let mut report = |at, (treatment, (field, cause)): (Option<usize>, Fault), repeats| {
        problems.push(Problem { place: Place::Template(at, treatment, field), cause, repeats });
    };
    if templates.len() > limits::TEMPLATES {
        report(limits::TEMPLATES, (None, (Field::Name, Cause::TooManyTemplates)), None);
    }
    for (at, template) in templates.iter().enumerate() {
        let first = templates[..at].iter().position(|other| other.name.trim() == template.name.trim());
        let of_whole = of_whole(template, first.is_some(), catalog).into_iter().map(|fault| (None, fault));
        let of_lines = template.lines.iter().enumerate().flat_map(|(treatment, line)| {
            of_line(line, labels, catalog).into_iter().map(move |fault| (Some(treatment), fault))
        });
        let faults: Vec<_> = of_whole.chain(of_lines).collect();
        if faults.is_empty() {
            found.push(template.valid());
        }
        for fault in faults {
            let repeats = first.filter(|_| fault.1.1 == Cause::TemplateTwice);
            report(at, fault, repeats);
        }
    }
    (found, problems)
}

/// The same without what says nothing: one unit, ends that are no ends, the months that a share goes before.
fn normal(mut line: ExampleLine) -> ExampleLine {
    line.units_hundredths = line.units_hundredths.filter(|units| *units != 100);
    line.fewest = line.fewest.filter(|fewest| line.sessions.is_some_and(|sessions| *fewest < sessions));
    line.most = line.most.filter(|most| line.sessions.is_some_and(|sessions| *most > sessions));
    line.upkeep_months = line.upkeep_months.filter(|_| line.upkeep_when_faded_to.is_none());
    line.area = line.area.map(|area| area.trim().to_owned());
    line
}

/// What is wrong with a template as a whole.
fn of_whole(template: &TemplateDraft, is_second: bool, catalog: &Catalog) -> Vec<Fault> {
    let mut faults = Vec::new();
    if template.name.trim().is_empty() {
        faults.push((Field::Name, Cause::Nameless));
    } else if is_second {
        faults.push((Field::Name, Cause::TemplateTwice));
    }
    faults.extend(unfit(&template.name, limits::TEMPLATE_TEXT).map(|cause| (Field::Name, cause)));
    if let Some(concern) = template.concern.as_ref().filter(|id| catalog.concern(id).is_none()) {
        faults.push((Field::Concern, Cause::UnknownConcern(concern.clone())));
    }
    if template.lines.is_empty() {
        faults.push((Field::Like, Cause::NoTreatment));
    }
    faults
}

/// What is wrong with a treatment of a template by itself, whatever else the list says.
fn of_line(line: &ExampleLine, labels: &[Label], catalog: &Catalog) -> Vec<Fault> {
    let Some(treatment) = catalog.treatment(&line.treatment) else {
        let subject = Subject::Treatment(line.treatment.clone());
        let is_gone = subject.is_own();
        let cause = if is_gone { Cause::TreatmentGone(line.treatment.clone()) } else { Cause::Unknown(subject) };
        return vec![(Field::Like, cause)];
    };
    let mut faults: Vec<Fault> = Vec::new();
    let least = treatment.minimum_interval_days.value;
    let is_spaced = line.most.max(line.sessions).is_none_or(|sessions| sessions > 1);
    if let Some(days) = line.spacing_days.filter(|days| is_spaced && *days < least) {
        faults.push((Field::Typical, Cause::TooClose { days, least }));
    }
    let lengths = treatment.needle_lengths().map(|lengths| lengths.low..=lengths.high);
    if let (Some(depth), Some(range)) = (line.depth_hundredths_mm, lengths)
        && !range.contains(&depth)
    {
        let text = Decimal::new(depth.into(), 2).normalize().to_string();
        faults.push((Field::Typical, Cause::Number(text, (range, 2))));
    }
    faults.extend(
        line.area.iter().filter_map(|area| unfit(area, limits::TEMPLATE_TEXT)).map(|cause| (Field::Typical, cause)),
    );
    if line.add_ons.len() > limits::TEMPLATE_ADD_ONS {
        faults.push((Field::Typical, Cause::TooManyAddOns));
    }
    for (at, id) in line.add_ons.iter().enumerate() {
        let is_own = || labels.iter().any(|label| label.subject == Subject::OwnAddOn(id.clone()));
        if line.add_ons[..at].contains(id) {
            faults.push((Field::Typical, Cause::AddOnTwice(id.clone())));
        } else if catalog.add_on(id).is_none() && !is_own() {
            faults.push((Field::Typical, Cause::Unknown(Subject::AddOn(id.clone()))));
        }
    }
    faults
}
