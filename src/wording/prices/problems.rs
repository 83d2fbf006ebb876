//! What is wrong with a price list or a table of it: where, and the sentence on each cause.

use super::quantities::{listed_subject, quantity};
use crate::catalog::{Catalog, Severity, SourceId};
use crate::locale::{self, english, tr, trn};
use crate::overlay::{CountUnit, PACKAGE, Part, QuantityDefinition, Subject, SubjectKind};
use crate::price_list::csv::{KINDS, RowCause, RowProblem, RowProblems, TEMPLATE, severity_word, template_values};
use crate::price_list::{Cause, Field, Place, PriceListDraft, Problem, limits};
use crate::units::quoted;
use crate::wording::source_ids;
use crate::wording::unknown::{remedy_among, unknown_add_on, unknown_concern, unknown_treatment};
use std::fmt;

/// A problem of a price list in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListProblemText {
    /// Where it is.
    pub place: Place,
    /// The place in words, such as `Microneedling, price in EUR`.
    pub whereabouts: String,
    /// What is wrong and how to mend it, in one sentence.
    pub message: String,
}

impl fmt::Display for ListProblemText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            // Of a template it is said of which treatment, and a column is one of its table alone.
            Place::Template(_, Some(_), _) => write!(f, "{}: {}", self.whereabouts, self.message),
            place => write!(f, "{}, {}: {}", self.whereabouts, list_field(place.field()), self.message),
        }
    }
}

/// The problems of a price list in words.
pub fn list_problems(problems: &[Problem], list: &PriceListDraft, catalog: &Catalog) -> Vec<ListProblemText> {
    let words = |problem: &Problem| ListProblemText {
        place: problem.place,
        whereabouts: whereabouts(problem.place, list, catalog),
        message: sentence(&problem.cause, catalog),
    };
    problems.iter().map(words).collect()
}

/// The problems of a table in words, each with its line.
pub fn row_problems(problems: &RowProblems, catalog: &Catalog) -> Vec<String> {
    problems.0.iter().map(|problem| row_problem(problem, catalog)).collect()
}

fn whereabouts(place: Place, list: &PriceListDraft, catalog: &Catalog) -> String {
    let name = |subject| quoted(&listed_subject(subject, &list.labels, catalog));
    match place {
        Place::Entry(at, _) => list
            .entries
            .get(at)
            .map_or(String::new(), |entry| format!("{}, {}", name(&entry.subject), quantity(&entry.quantity, catalog))),
        Place::Template(at, treatment, _) => list.templates.get(at).map_or(String::new(), |template| {
            let name = quoted(&template.name);
            match treatment {
                Some(treatment) => tr!("template {name}, treatment {number}", name, number = treatment + 1),
                None => tr!("template {name}", name),
            }
        }),
        Place::Label(at, _) => list.labels.get(at).map_or(String::new(), |label| name(&label.subject)),
    }
}

fn row_problem(problem: &RowProblem, catalog: &Catalog) -> String {
    let (line, message) = (problem.line, row_sentence(&problem.cause, problem.field, catalog));
    let place = match problem.field {
        Some(field) => tr!("line {line}, {column}", line, column = field.name()),
        None => tr!("line {line}", line),
    };
    match problem.other_line {
        Some(other) => tr!("{place}: {message} (the other one is on line {other})", place, message, other),
        None => format!("{place}: {message}"),
    }
}

/// What is wrong with a price beside another treatment or a wait after it; nothing of anything else.
fn of_beside(cause: &Cause, catalog: &Catalog) -> String {
    match cause {
        Cause::BesideItself => tr!("a treatment has no price beside itself; name another one").to_owned(),
        Cause::AfterItself => {
            tr!("how long a treatment waits after itself is its minimum interval; write that, or name another one")
                .to_owned()
        }
        Cause::BesideUnknown(id) if Subject::Treatment(id.clone()).is_own() => {
            let id = quoted(id.as_str());
            tr!("the list has no treatment {id}; add it, or name another one", id)
        }
        Cause::BesideUnknown(id) => unknown_treatment(id.as_str(), catalog),
        Cause::BesideDevice => tr!(
            "a device is used at home, so that there is no price beside it, and none of it beside another treatment"
        )
        .to_owned(),
        _ => String::new(),
    }
}

/// What is wrong with a template; nothing of anything else.
fn of_template(cause: &Cause) -> String {
    match cause {
        Cause::TooManyTemplates => trn!(
            limits::TEMPLATES as u64,
            "a price list has at most {most} template; remove some",
            "a price list has at most {most} templates; remove some",
            most = limits::TEMPLATES
        ),
        Cause::TemplateTwice => tr!("another template is called the same; give it another name").to_owned(),
        Cause::NoTreatment => {
            tr!("the template has no treatment; remove it, and make it anew from an option").to_owned()
        }
        Cause::TreatmentGone(id) => {
            let id = quoted(id.as_str());
            tr!("the list has no treatment {id} any more; add it again, or remove the template", id)
        }
        Cause::TooManyAddOns => trn!(
            limits::TEMPLATE_ADD_ONS as u64,
            "a treatment of a template has at most {most} add-on; remove some",
            "a treatment of a template has at most {most} add-ons; remove some",
            most = limits::TEMPLATE_ADD_ONS
        ),
        Cause::AddOnTwice(id) => {
            tr!("the add-on {id} stands twice; an add-on is given once a session", id = quoted(id.as_str()))
        }
        Cause::Number(text, limits) => crate::wording::not_a_number(text, Some(limits)),
        _ => String::new(),
    }
}

/// What is wrong and how to mend it.
fn sentence(cause: &Cause, catalog: &Catalog) -> String {
    match cause {
        Cause::TooManyValues => trn!(
            limits::ENTRIES as u64,
            "a price list has at most {most} value; remove some",
            "a price list has at most {most} values; remove some",
            most = limits::ENTRIES
        ),
        Cause::TooManyLabels => trn!(
            limits::LABELS as u64,
            "a price list has at most {most} code or own name; remove some",
            "a price list has at most {most} codes and own names; remove some",
            most = limits::LABELS
        ),
        Cause::TooManyTemplates
        | Cause::TemplateTwice
        | Cause::NoTreatment
        | Cause::TreatmentGone(_)
        | Cause::TooManyAddOns
        | Cause::AddOnTwice(_)
        | Cause::Number(..) => of_template(cause),
        Cause::Twice(None) => tr!("this value stands twice without a day; remove one of the two, or make it an own treatment that is like this one").to_owned(),
        Cause::Twice(Some(from)) => tr!("this value stands twice from {from} on; remove one of the two", from),
        Cause::LabelTwice => tr!("its code and group stand twice; remove one of the two").to_owned(),

        Cause::Unknown(subject) => unknown(subject, catalog),
        Cause::UnknownConcern(id) => unknown_concern(id.as_str(), catalog),
        Cause::HasNo(whose, quantity) => has_no(*whose, &quantity.name()),
        Cause::Currency(code) if code.is_empty() => {
            tr!("the currency is missing; write three letters such as USD").to_owned()
        }
        Cause::Currency(code) => {
            tr!("\"{code}\" is not a currency code; write three letters such as USD", code = quoted(code))
        }
        Cause::PackageSize(sessions) => {
            let (least, most) = (PACKAGE.start(), PACKAGE.end());
            trn!(
                *most,
                "a package has {least} to {most} session, not {sessions}; choose another number",
                "a package has {least} to {most} sessions, not {sessions}; choose another number",
                least,
                most,
                sessions
            )
        }
        Cause::NothingAsked => tr!("the catalogue has no such wait for this treatment; remove the row").to_owned(),
        Cause::PackageOfDevice => tr!("it is bought as a device, of which there is no package and no session of members; remove it").to_owned(),

        Cause::Missing => tr!("the value is missing; type it, or remove the row").to_owned(),
        Cause::OnlyOne => tr!("there is one value only; leave low and high empty").to_owned(),
        Cause::LowAboveTypical => tr!("the low value is above the typical one; set low ≤ typical ≤ high").to_owned(),
        Cause::HighBelowTypical => tr!("the high value is below the typical one; set low ≤ typical ≤ high").to_owned(),
        Cause::Amount(error) => crate::wording::no_amount(error),
        Cause::Percent(error) => crate::wording::no_percentage(error),
        Cause::Count(text, counted) => no_count(text, *counted),
        Cause::YesNo(text) => {
            tr!("\"{text}\" is neither yes nor no; write yes or no", text = quoted(text))
        }
        Cause::Day(error) => crate::wording::not_a_date(&error.0),
        Cause::Year(date) => {
            let (first, last) = (limits::YEARS.start(), limits::YEARS.end());
            tr!("{date} is outside the years {first} to {last}; write a day between them", date, first, last)
        }
        Cause::BelowSafe { days, least, refs } => below_safe(*days, *least, refs),
        Cause::TooClose { days, least } => trn!(
            *least,
            "sessions {days} apart are closer than the minimum interval of {least} day; write {least} or more",
            "sessions {days} apart are closer than the minimum interval of {least} days; write {least} or more",
            days = crate::wording::days(*days),
            least
        ),

        Cause::Nameless => tr!("the clinic's own has no name; type one").to_owned(),
        Cause::Priceless => tr!("the clinic's own has no price; type one, or remove it").to_owned(),
        Cause::NoArea => tr!("the part of the body is missing; type it, such as Face").to_owned(),
        Cause::AreaSpeltTwice(other) => tr!(
            "this part of the body is called \"{other}\" in another row of the treatment; call it the same in both",
            other = quoted(other)
        ),
        Cause::LabelOfClinic => tr!("the clinic itself has no code and no group; leave them empty").to_owned(),
        Cause::BesideItself | Cause::AfterItself | Cause::BesideUnknown(_) | Cause::BesideDevice => of_beside(cause, catalog),
        Cause::CodeOfPrice => {
            tr!("this value has no code of its own; write the treatment's beside its name").to_owned()
        }
        Cause::NameOfCatalogue => {
            tr!("only what is the clinic's own has a name here; the catalogue's name stays").to_owned()
        }
        Cause::LikeNone(id) => unknown_treatment(id.as_str(), catalog),
        Cause::LikeOfCatalogue => {
            tr!("only an own treatment is like another one; leave the cell empty, or make it an own treatment")
                .to_owned()
        }
        Cause::TooLong => trn!(
            limits::TEXT as u64,
            "the text is longer than {most} character; shorten it",
            "the text is longer than {most} characters; shorten it",
            most = limits::TEXT
        ),
        Cause::Control => tr!("the text holds a control character; type it anew").to_owned(),
    }
}

fn unknown(subject: &Subject, catalog: &Catalog) -> String {
    let id = subject.id();
    match subject {
        Subject::OwnAddOn(_) => no_own_id(id, tr!("an own add-on")),
        Subject::AddOn(_) => {
            tr!("{unknown} (or make it an own add-on)", unknown = unknown_add_on(id, catalog))
        }
        Subject::Treatment(_) if subject.is_own() => no_own_id(id, tr!("an own treatment")),
        Subject::Treatment(_) | Subject::TreatmentOn { .. } | Subject::Clinic => {
            tr!("{unknown} (or make it an own treatment)", unknown = unknown_treatment(id, catalog))
        }
    }
}

/// That an id is none of what is the clinic's own.
fn no_own_id(id: &str, what: &str) -> String {
    let (id, own) = (quoted(id), Subject::OWN);
    tr!(
        "\"{id}\" is no id of {what}; write \"{own}\" and then letters, digits and hyphens, or leave it empty",
        id,
        what,
        own
    )
}

/// That a subject has no value of this name, and which it has.
fn has_no(whose: SubjectKind, value: &str) -> String {
    let known = listed(QuantityDefinition::all_of(whose), english!("{all} or {last}"));
    match whose {
        SubjectKind::Clinic => tr!("the clinic itself has no {value}; write {known}", value, known),
        SubjectKind::Treatment | SubjectKind::OwnTreatment => {
            tr!("a treatment has no {value}; write {known}", value, known)
        }
        SubjectKind::TreatmentOn => {
            tr!(
                "a treatment on a part of the body has no {value}; write {known}, or leave the area empty",
                value,
                known
            )
        }
        SubjectKind::AddOn | SubjectKind::OwnAddOn => tr!("an add-on has no {value}; write {known}", value, known),
    }
}

/// The names of some quantities, with a word before the last.
fn listed<'a>(kinds: impl Iterator<Item = &'a QuantityDefinition>, joint: &'static str) -> String {
    let names: Vec<_> = kinds.map(QuantityDefinition::example).collect();
    match names.split_last() {
        None => String::new(),
        Some((only, [])) => only.to_string(),
        Some((last, all)) => locale::fill(locale::text(joint), &[("all", &all.join(", ")), ("last", last)]),
    }
}

fn no_count(text: &str, counted: CountUnit) -> String {
    let sentence = match counted {
        CountUnit::Sessions => english!("\"{text}\" is no whole number of sessions from {least} to {most}"),
        CountUnit::Months => english!("\"{text}\" is no whole number of months from {least} to {most}"),
        CountUnit::Days => english!("\"{text}\" is no whole number of days from {least} to {most}"),
    };
    let (range, text) = (counted.range(), quoted(text));
    locale::fill(locale::text(sentence), &[("text", &text), ("least", range.start()), ("most", range.end())])
}

fn below_safe(days: u32, least: u32, refs: &[SourceId]) -> String {
    let minimum = trn!(least, "the safety minimum of {least} day", "the safety minimum of {least} days", least);
    if refs.is_empty() {
        return trn!(
            days,
            "{days} day is shorter than {minimum}; a clinic may wait longer, never shorter: write {least} or more",
            "{days} days are shorter than {minimum}; a clinic may wait longer, never shorter: write {least} or more",
            days,
            minimum,
            least
        );
    }
    let refs = source_ids(refs);
    trn!(
        days,
        "{days} day is shorter than {minimum} ({refs}); a clinic may wait longer, never shorter: write {least} or more",
        "{days} days are shorter than {minimum} ({refs}); a clinic may wait longer, never shorter: write {least} or \
         more",
        days,
        minimum,
        refs,
        least
    )
}

fn row_sentence(cause: &RowCause, field: Option<Field>, catalog: &Catalog) -> String {
    match cause {
        RowCause::Empty => tr!("the file is empty; it needs a heading row").to_owned(),
        RowCause::Unread(unread) => crate::wording::unread(unread),
        RowCause::ColumnTwice => tr!("the column stands twice; remove one of the two").to_owned(),
        RowCause::NoColumn(name) => {
            let remedy = remedy_among(name, &Field::ALL.map(Field::name));
            tr!("\"{name}\" is no column; {remedy}", name = quoted(name), remedy)
        }
        RowCause::ColumnMissing => tr!("the column is missing; add it to the heading").to_owned(),

        RowCause::LineBreak => {
            tr!("the cell holds a line break; write it on one line and close every quotation mark").to_owned()
        }
        RowCause::Cells { cells, width } => trn!(
            *cells as u64,
            "the row has {cells} cell and the heading {width}; give every row as many, and put amounts with a comma \
             in quotation marks",
            "the row has {cells} cells and the heading {width}; give every row as many, and put amounts with a \
             comma in quotation marks",
            cells,
            width
        ),
        RowCause::Control => tr!("the cell holds a control character; type it anew").to_owned(),
        RowCause::Unnamed(text) => {
            tr!("\"{text}\" stands in a column without a name; name the column", text = quoted(text))
        }
        RowCause::TooLong(most) => trn!(
            *most as u64,
            "the cell is longer than {most} character; shorten it",
            "the cell is longer than {most} characters; shorten it",
            most
        ),

        RowCause::IdOfClinic => tr!("the clinic itself has no id; leave the cell empty").to_owned(),
        RowCause::NotOwn(id) => no_own_id(id, tr!("an own treatment")),
        RowCause::AreaOf(_) => {
            tr!("only a treatment has prices for parts of the body; leave the cell empty").to_owned()
        }
        RowCause::NoId(SubjectKind::OwnAddOn | SubjectKind::OwnTreatment) => {
            tr!("the id is missing; write it, or a name to make it of").to_owned()
        }
        RowCause::NoId(_) => tr!("the id is missing; \"collagen-ledger catalog\" lists them").to_owned(),
        RowCause::Contradicts(text, known) => {
            let (text, known) = (quoted(text), quoted(known));
            tr!("\"{text}\" contradicts \"{known}\"; write one or the other", text, known)
        }
        RowCause::NotBy(part) => not_by(*part),
        RowCause::Kind(text) => {
            let words: Vec<_> = KINDS.into_iter().map(|(_, word)| word).chain([TEMPLATE]).collect();
            no_word(text, &words, field)
        }
        RowCause::TemplateValue(text) => {
            let names: Vec<String> = template_values().collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            tr!(
                "{problem}; the number is that of the treatment, up to {most}",
                problem = no_word(text, &names, field),
                most = limits::TEMPLATE_LINES
            )
        }
        RowCause::Value(text) => {
            let names: Vec<_> = QuantityDefinition::all().iter().map(QuantityDefinition::example).collect();
            no_word(text, &names.iter().map(AsRef::as_ref).collect::<Vec<_>>(), field)
        }
        RowCause::NotOfTemplate => tr!("nothing stands in this column for a template; leave the cell empty").to_owned(),
        RowCause::SaidTwice => tr!("this is said of the treatment already; remove one of the two rows").to_owned(),
        RowCause::TreatmentBefore(number) => tr!(
            "treatment {number} of the template has no row before this one; number its treatments from 1 without gaps",
            number
        ),
        RowCause::Severity(text) => no_word(text, &Severity::ALL.map(severity_word), field),
        RowCause::Size(text) => {
            let (least, most) = (PACKAGE.start(), PACKAGE.end());
            tr!(
                "\"{text}\" is no number of sessions; write package_of_ and a whole number from {least} to {most}",
                text = quoted(text),
                least,
                most
            )
        }
        RowCause::Of(cause) => sentence(cause, catalog),
    }
}

/// That only some values are told apart by a column.
fn not_by(part: Part) -> String {
    let known = listed(QuantityDefinition::all().iter().filter(|kind| kind.takes(part)), english!("{all} and {last}"));
    tr!("only {known} have one; leave the cell empty", known)
}

/// That a word is missing or none of those known.
fn no_word(text: &str, known: &[&str], field: Option<Field>) -> String {
    let remedy = remedy_among(text, known);
    match (field, text.is_empty()) {
        (Some(Field::Kind), true) => tr!("the kind is missing; {remedy}", remedy),
        (Some(Field::Kind), false) => tr!("\"{kind}\" is no kind of row; {remedy}", kind = quoted(text), remedy),
        (Some(Field::Severity), _) => tr!("\"{text}\" is no severity; {remedy}", text = quoted(text), remedy),
        (_, true) => tr!("what the row gives is missing; {remedy}", remedy),
        (_, false) => tr!("\"{value}\" is no value; {remedy}", value = quoted(text), remedy),
    }
}

/// What a field of the list is called.
pub fn list_field(field: Field) -> &'static str {
    match field {
        Field::Kind => tr!(in "field", "kind"),
        Field::Id => tr!(in "field", "id"),
        Field::Name => tr!(in "field", "name"),
        Field::Like => tr!(in "field", "result like"),
        Field::Code => tr!(in "field", "code"),
        Field::Group => tr!(in "field", "group"),
        Field::Area => tr!(in "field", "area"),
        Field::Value => tr!(in "field", "value"),
        Field::Concern => tr!(in "field", "concern"),
        Field::Severity => tr!(in "field", "severity"),
        Field::Currency => tr!(in "field", "currency"),
        Field::Low => tr!(in "field", "low"),
        Field::Typical => tr!(in "field", "typical"),
        Field::High => tr!(in "field", "high"),
        Field::EffectiveFrom => tr!(in "field", "effective from"),
    }
}
