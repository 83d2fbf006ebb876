//! Options of the clinic's own to start from: as typed, and as valid.

use super::limits;
use super::place::{Field, Place};
use super::problem::{Cause, Fault, Problem, unfit};
use crate::catalog::{AddOnId, Catalog, ConcernId, Example, ExampleLine, Template};
use crate::overlay::Subject;
use crate::text::Text;

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
        limits::fit(&mut self.name, limits::TEXT);
        self.lines.truncate(limits::TEMPLATE_LINES);
        for line in &mut self.lines {
            line.add_ons.truncate(limits::TEMPLATE_ADD_ONS);
            line.area.iter_mut().for_each(|area| limits::fit(area, limits::TEXT));
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
        _ => format!("{} {number}", name.chars().take(limits::TEXT - 4).collect::<String>()),
    });
    let is_free = |name: &String| templates.iter().all(|other| other.name.trim() != name.trim());
    names.into_iter().find(is_free)
}

/// The templates that are valid, and what is wrong with the others. The catalogue has the treatments of the clinic's own.
pub(super) fn valid(templates: &[TemplateDraft], catalog: &Catalog) -> (Vec<Template>, Vec<Problem>) {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    let mut report = |at, field, cause, repeats| {
        problems.push(Problem { place: Place::Template(at, field), cause, repeats });
    };
    if templates.len() > limits::TEMPLATES {
        report(limits::TEMPLATES, Field::Name, Cause::TooManyTemplates, None);
    }
    for (at, template) in templates.iter().enumerate() {
        let first = templates[..at].iter().position(|other| other.name.trim() == template.name.trim());
        let faults = faults(template, first.is_some(), catalog);
        if faults.is_empty() {
            found.push(template.valid());
        }
        for (field, cause) in faults {
            let repeats = first.filter(|_| cause == Cause::TemplateTwice);
            report(at, field, cause, repeats);
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

fn faults(template: &TemplateDraft, is_second: bool, catalog: &Catalog) -> Vec<Fault> {
    let mut faults = Vec::new();
    if template.name.trim().is_empty() {
        faults.push((Field::Name, Cause::Nameless));
    } else if is_second {
        faults.push((Field::Name, Cause::TemplateTwice));
    }
    faults.extend(unfit(&template.name).map(|cause| (Field::Name, cause)));
    if let Some(concern) = template.concern.as_ref().filter(|id| catalog.concern(id).is_none()) {
        faults.push((Field::Concern, Cause::UnknownConcern(concern.clone())));
    }
    if template.lines.is_empty() {
        faults.push((Field::Like, Cause::NoTreatment));
    }
    for line in &template.lines {
        if catalog.treatment(&line.treatment).is_none() {
            faults.push((Field::Like, Cause::Unknown(Subject::Treatment(line.treatment.clone()))));
        }
        let unknown = line.add_ons.iter().filter(|id| !is_known(catalog, id));
        faults.extend(unknown.map(|id| (Field::Typical, Cause::Unknown(Subject::AddOn(id.clone())))));
    }
    faults
}

/// Whether there is such an add-on; those of the clinic's own stand in the list.
fn is_known(catalog: &Catalog, id: &AddOnId) -> bool {
    catalog.add_on(id).is_some() || id.as_str().starts_with(Subject::OWN)
}
