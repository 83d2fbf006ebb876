//! From a table to a whole price list, or to every problem with its line.

use super::by_name::{ByName, NamedRow};
use super::codes::Codes;
use super::problem::{RowCause, RowProblem, RowProblems};
use super::template_rows::{TemplateRow, TemplateRows};
use super::{KINDS, restored, severity_word, templates};
use crate::catalog::{AddOnId, Catalog, ConcernId, Severity, TreatmentId};
use crate::overlay::{Key, PACKAGE, Part, Quantity, QuantityDefinition, QuantityKind, Subject, SubjectKind};
use crate::price_list::{Cause, EntryDraft, Field, Label, Own, Place, PriceList, PriceListDraft, limits};
use crate::spreadsheet::{ENDS, Row, Unread, rows};
use crate::units::{Currency, Date, Spread};

/// Reads a price list from CSV with the columns [`super::COLUMNS`] explains: comma, semicolon or tab between cells,
/// any ends of lines, with or without a byte-order mark. `day` reads days as the reader's country writes them.
///
/// # Errors
/// Every problem with its line; then nothing is imported.
pub fn import(bytes: &[u8], catalog: &Catalog, day: &dyn Fn(&str) -> Option<Date>) -> Result<PriceList, RowProblems> {
    let mut rows = rows(bytes, limits::ROWS).map_err(unread)?.into_iter();
    let heading = rows.next().ok_or_else(|| RowProblems::one(1, RowCause::Empty))?;
    let columns = columns(&heading)?;
    let mut reader = Reader {
        by_name: ByName::default(),
        catalog,
        columns,
        day,
        draft: PriceListDraft::default(),
        entries: vec![],
        labels: vec![],
        templates: TemplateRows::default(),
        codes: Codes::default(),
        own: vec![],
        problems: vec![],
    };
    let rows: Vec<Row> = rows.collect();
    reader.by_name = reader.told_apart(&rows);
    reader.own = reader.own(&rows);
    rows.iter().for_each(|row| reader.row(row));
    reader.finish()
}

fn unread((line, unread): (usize, Unread)) -> RowProblems {
    RowProblems::one(line, RowCause::Unread(unread))
}

/// Whether these bytes are the table of a price list, by its heading.
pub fn is_table(bytes: &[u8]) -> bool {
    rows(bytes, limits::ROWS).is_ok_and(|rows| rows.first().is_some_and(|heading| columns(heading).is_ok()))
}

/// Which column holds which field; none for one without a name, which must then be empty.
fn columns(heading: &Row) -> Result<Vec<Option<Field>>, RowProblems> {
    let mut problems = Vec::new();
    let mut columns: Vec<Option<Field>> = Vec::new();
    let mut report = |field, cause| {
        problems.push(RowProblem { line: heading.line, field, cause, other_line: None });
    };
    for cell in &heading.cells {
        let name = normal(cell, '_');
        match Field::ALL.into_iter().find(|field| field.name() == name) {
            Some(field) if columns.contains(&Some(field)) => report(Some(field), RowCause::ColumnTwice),
            found if found.is_some() || cell.is_empty() => columns.push(found),
            _ => report(None, RowCause::NoColumn(cell.to_owned())),
        }
    }
    for field in [Field::Kind, Field::Id, Field::Value, Field::Typical] {
        if !columns.contains(&Some(field)) {
            report(Some(field), RowCause::ColumnMissing);
        }
    }
    if problems.is_empty() { Ok(columns) } else { Err(RowProblems(problems)) }
}

/// A word as people write it, in one spelling.
fn normal(word: &str, joint: char) -> String {
    let word = word.trim().to_lowercase();
    word.chars().map(|c| if matches!(c, ' ' | '-' | '_') { joint } else { c }).collect()
}

/// Gathers what rows say and what is wrong with them.
struct Reader<'a> {
    catalog: &'a Catalog,
    columns: Vec<Option<Field>>,
    /// Reads days.
    day: &'a dyn Fn(&str) -> Option<Date>,
    /// The names that tell rows apart.
    by_name: ByName,
    draft: PriceListDraft,
    /// The line of each entry.
    entries: Vec<usize>,
    /// The line of each label.
    labels: Vec<usize>,
    /// What is said of templates.
    templates: TemplateRows,
    /// The codes of rows.
    codes: Codes,
    /// The treatments of the clinic's own, by all rows.
    own: Vec<TreatmentId>,
    problems: Vec<RowProblem>,
}

impl Reader<'_> {
    fn cell<'a>(&self, row: &'a Row, field: Field) -> &'a str {
        let at = self.columns.iter().position(|column| *column == Some(field));
        at.and_then(|at| row.cells.get(at)).unwrap_or_default()
    }

    /// The names that tell rows of treatments of the catalogue apart, where nothing else does.
    fn told_apart(&self, rows: &[Row]) -> ByName {
        let has_areas = self.columns.contains(&Some(Field::Area));
        let is_of_catalog = |row: &&Row| normal(self.cell(row, Field::Kind), ' ') == "treatment";
        let told = [Field::Value, Field::Currency, Field::Concern, Field::Severity];
        let amounts = [Field::Low, Field::Typical, Field::High];
        let says = |row: &&Row| amounts.iter().any(|field| !self.cell(row, *field).is_empty());
        let named = rows.iter().filter(|_| !has_areas).filter(is_of_catalog).filter(says).map(|row| NamedRow {
            id: self.cell(row, Field::Id),
            name: self.cell(row, Field::Name),
            value: told.map(|field| self.cell(row, field)).to_vec(),
        });
        ByName::of(named)
    }

    fn report(&mut self, row: &Row, field: impl Into<Option<Field>>, cause: RowCause) {
        self.problems.push(RowProblem { line: row.line, field: field.into(), cause, other_line: None });
    }

    fn row(&mut self, row: &Row) {
        let before = self.problems.len();
        self.check_shape(row);
        if self.problems.len() > before {
            return;
        }
        if self.is_of_template(row) {
            return self.template(row);
        }
        let subject = self.subject(row);
        if let Some(subject) = &subject {
            self.label(row, subject);
        }
        let text = |field| self.cell(row, field).to_owned();
        let amounts = Spread { low: text(Field::Low), typical: text(Field::Typical), high: text(Field::High) };
        let from = text(Field::EffectiveFrom);
        let from = (self.day)(&from).map_or(from, |day| day.to_string());
        let says_nothing = [&amounts.low, &amounts.typical, &amounts.high, &from].into_iter().all(String::is_empty);
        if says_nothing {
            if let Some(subject) = subject {
                self.codes.of_subject(row.line, subject, restored(self.cell(row, Field::Code)));
            }
            return;
        }
        if let (Some(quantity), Some(subject)) = (self.quantity(row), subject) {
            let code = restored(self.cell(row, Field::Code)).to_owned();
            self.draft.entries.push(EntryDraft { subject, quantity, amounts, from, code });
            self.entries.push(row.line);
        }
    }

    fn is_of_template(&self, row: &Row) -> bool {
        normal(self.cell(row, Field::Kind), ' ') == templates::KIND
    }

    /// Takes what is said of a treatment of a template.
    fn template(&mut self, row: &Row) {
        let others =
            [Field::Id, Field::Code, Field::Group, Field::Area, Field::Severity, Field::Currency, Field::EffectiveFrom];
        for field in others.into_iter().filter(|field| !self.cell(row, *field).is_empty()).collect::<Vec<_>>() {
            self.report(row, field, RowCause::NotOfTemplate);
        }
        let value = normal(self.cell(row, Field::Value), '_');
        let said = TemplateRow {
            line: row.line,
            name: restored(self.cell(row, Field::Name)),
            treatment: self.cell(row, Field::Like),
            concern: self.cell(row, Field::Concern),
            value: &value,
            amounts: [Field::Low, Field::Typical, Field::High].map(|field| self.cell(row, field)),
        };
        self.templates.take(&said);
    }

    /// Refuses a row whose cells have slipped, as they do behind an amount with a comma in a table with commas.
    fn check_shape(&mut self, row: &Row) {
        if let Some(at) = row.cells.iter().position(|cell| cell.contains(ENDS)) {
            return self.report(row, self.columns.get(at).copied().flatten(), RowCause::LineBreak);
        }
        let is_of_template = self.is_of_template(row);
        let (cells, width) = (row.cells.len(), self.columns.len());
        if cells != width {
            return self.report(row, None, RowCause::Cells { cells, width });
        }
        for (at, cell) in row.cells.iter().enumerate() {
            let field = self.columns[at];
            let most = field.map_or(0, |field| longest(field, is_of_template));
            if cell.chars().any(char::is_control) {
                self.report(row, field, RowCause::Control);
            } else if most == 0 && !cell.is_empty() {
                self.report(row, field, RowCause::Unnamed(cell.to_owned()));
            } else if cell.chars().count() > most {
                self.report(row, field, RowCause::TooLong(most));
            }
        }
    }

    /// Whose value it is: of a treatment with an area its price there.
    fn subject(&mut self, row: &Row) -> Option<Subject> {
        let whole = self.whole_subject(row)?;
        let area = match restored(self.cell(row, Field::Area)) {
            "" => self.by_name.area(whole.id(), self.cell(row, Field::Name), self.catalog),
            area => area.to_owned(),
        };
        match whole {
            _ if area.is_empty() => Some(whole),
            Subject::Treatment(treatment) => {
                Some(Subject::TreatmentOn { treatment, area: self.catalog.areas.written(&area) })
            }
            _ => {
                self.report(row, Field::Area, RowCause::AreaOf(whole.whose()));
                None
            }
        }
    }

    /// Whose value it is, on whatever part of the body.
    fn whole_subject(&mut self, row: &Row) -> Option<Subject> {
        let (kind, id) = (self.cell(row, Field::Kind), self.cell(row, Field::Id));
        let name = restored(self.cell(row, Field::Name));
        let word = normal(kind, ' ').replace("addon", "add on");
        let Some((whose, _)) = KINDS.into_iter().find(|(_, known)| normal(known, ' ') == word) else {
            self.report(row, Field::Kind, RowCause::Kind(kind.to_owned()));
            return None;
        };
        match whose {
            SubjectKind::Clinic => {
                if !id.is_empty() {
                    self.report(row, Field::Id, RowCause::IdOfClinic);
                }
                Some(Subject::Clinic)
            }
            SubjectKind::OwnTreatment if id.is_empty() && !name.is_empty() => Some(Own::Treatment.named(name)),
            SubjectKind::OwnAddOn if id.is_empty() && !name.is_empty() => Some(Own::AddOn.named(name)),
            _ if id.is_empty() => {
                self.report(row, Field::Id, RowCause::NoId(whose));
                None
            }
            SubjectKind::OwnTreatment if !id.starts_with(Subject::OWN) => {
                self.report(row, Field::Id, RowCause::NotOwn(id.to_owned()));
                None
            }
            SubjectKind::Treatment | SubjectKind::OwnTreatment | SubjectKind::TreatmentOn => {
                Some(Subject::Treatment(TreatmentId::from(id)))
            }
            SubjectKind::AddOn => Some(Subject::AddOn(AddOnId::from(id))),
            SubjectKind::OwnAddOn => Some(Subject::OwnAddOn(AddOnId::from(id))),
        }
    }

    /// Takes name and group; rows of one subject must not contradict each other.
    fn label(&mut self, row: &Row, subject: &Subject) {
        let cells = [Field::Name, Field::Like, Field::Group].map(|field| (field, restored(self.cell(row, field))));
        let whole = subject.whole();
        // The name of everything else is the catalogue's, written for reading.
        let is_read = |field| field != Field::Name || whole.is_own();
        for (field, text) in cells.into_iter().filter(|(field, text)| is_read(*field) && !text.is_empty()) {
            // What a treatment is called and like holds for all of its parts.
            let subject = if matches!(field, Field::Name | Field::Like) { &*whole } else { subject };
            let at = self.label_at(subject, row.line);
            if field == Field::Like {
                self.draft.labels[at].like.get_or_insert(TreatmentId::from(text));
            } else if let Some(known) = self.draft.labels[at].text_mut(field).filter(|known| known.is_empty()) {
                text.clone_into(known);
            }
            let known = self.draft.labels[at].said(field);
            if known != text {
                let (cause, other_line) = (RowCause::Contradicts(text.to_owned(), known.to_owned()), self.labels[at]);
                let (field, other_line) = (Some(field), Some(other_line));
                self.problems.push(RowProblem { line: row.line, field, cause, other_line });
            }
        }
    }

    /// The position of the label of a subject; on this line, if it is new.
    fn label_at(&mut self, subject: &Subject, line: usize) -> usize {
        let labels = &mut self.draft.labels;
        labels.iter().position(|label| label.subject == *subject).unwrap_or_else(|| {
            labels.push(Label::empty(subject.clone()));
            self.labels.push(line);
            self.labels.len() - 1
        })
    }

    fn quantity(&mut self, row: &Row) -> Option<Quantity> {
        let typed = self.cell(row, Field::Value);
        let name = normal(typed, '_');
        let found = QuantityDefinition::named(&name);
        for (field, part) in [(Field::Concern, Part::Concern), (Field::Severity, Part::Severity)] {
            let is_taken = found.is_some_and(|(kind, _)| kind.takes(part));
            if !is_taken && !self.cell(row, field).is_empty() {
                self.report(row, field, RowCause::NotBy(part));
            }
        }
        let Some((kind, size)) = found else {
            self.report(row, Field::Value, RowCause::Value(typed.to_owned()));
            return None;
        };
        self.key(row, kind, size).map(|key| kind.what.of(key))
    }

    /// What tells the value apart, if all of it that is needed can be read.
    fn key(&mut self, row: &Row, kind: &QuantityDefinition, size: &str) -> Option<Key> {
        let (mut key, before) = (Key::default(), self.problems.len());
        for part in kind.key {
            match part {
                Part::Size => {
                    key.size = size.parse().ok().filter(|size| PACKAGE.contains(size));
                    if key.size.is_none() {
                        self.report(row, Field::Value, RowCause::Size(size.to_owned()));
                    }
                }
                Part::With => key.with = Some(self.with(size)),
                Part::Currency => {
                    let code = self.cell(row, Field::Currency);
                    key.currency = Currency::from_code(&code.to_uppercase());
                    if key.currency.is_none() {
                        self.report(row, Field::Currency, RowCause::Of(Cause::Currency(code.to_owned())));
                    }
                }
                Part::Concern => {
                    let concern = self.cell(row, Field::Concern);
                    key.case.concern = (!concern.is_empty()).then(|| ConcernId::from(concern));
                }
                Part::Severity => {
                    let word = self.cell(row, Field::Severity);
                    let is_named = |severity: &Severity| severity_word(*severity) == word.to_lowercase();
                    key.case.severity = Severity::ALL.into_iter().find(is_named);
                    if key.case.severity.is_none() && !word.is_empty() {
                        self.report(row, Field::Severity, RowCause::Severity(word.to_owned()));
                    }
                }
            }
        }
        (self.problems.len() == before).then_some(key)
    }

    /// The treatment that is named behind a price or a wait, in whatever spelling, one of the clinic's own also without what its id begins with;
    /// as it stands, if there is none.
    fn with(&self, typed: &str) -> TreatmentId {
        let is_it = |id: &&TreatmentId| {
            let own = id.as_str().strip_prefix(Subject::OWN);
            normal(id.as_str(), '_') == typed || own.is_some_and(|own| normal(own, '_') == typed)
        };
        let of_catalog = self.catalog.treatments.iter().map(|treatment| &treatment.id);
        let known = of_catalog.chain(&self.own).find(is_it);
        known.cloned().unwrap_or_else(|| TreatmentId::from(typed.replace('_', "-").as_str()))
    }

    /// The treatments of the clinic's own that the table has.
    fn own(&self, rows: &[Row]) -> Vec<TreatmentId> {
        let own = KINDS.iter().find(|(whose, _)| *whose == SubjectKind::OwnTreatment).map_or("", |(_, word)| word);
        let is_own = |row: &&Row| normal(self.cell(row, Field::Kind), ' ') == own;
        let id = |row: &Row| match (self.cell(row, Field::Id), restored(self.cell(row, Field::Name))) {
            ("", name) => TreatmentId::from(Own::Treatment.named(name).id()),
            (id, _) => TreatmentId::from(id),
        };
        rows.iter().filter(is_own).map(id).collect()
    }

    /// Gives each treatment and add-on its code, and each value that has another one its own.
    fn give_codes(&mut self) {
        let entries = std::mem::take(&mut self.draft.entries);
        let (mut codes, lines) = (std::mem::take(&mut self.codes), self.entries.clone());
        for (entry, line) in entries.iter().zip(&lines) {
            codes.of_entry(*line, entry);
        }
        for (line, subject, code) in codes.of_subjects(&mut self.problems) {
            let at = self.label_at(&subject, line);
            self.draft.labels[at].code = code;
        }
        let own = |mut entry: EntryDraft| {
            let is_subjects = !entry.quantity.what.has_code()
                || self.draft.labels.iter().any(|label| label.subject == entry.subject && label.code == entry.code);
            if is_subjects {
                entry.code.clear();
            }
            entry
        };
        self.draft.entries = entries.into_iter().map(own).collect();
    }

    fn finish(mut self) -> Result<PriceList, RowProblems> {
        self.problems.append(&mut self.templates.problems);
        self.draft.templates = std::mem::take(&mut self.templates.templates);
        self.give_codes();
        let (list, problems) = self.draft.valid_part(self.catalog);
        for problem in problems {
            let cause = &problem.cause;
            let (line, other_line) = match problem.place {
                Place::Entry(at, _) => (self.entries[at], problem.repeats.map(|first| self.entries[first])),
                Place::Label(at, _) => (self.labels[at], problem.repeats.map(|first| self.labels[first])),
                Place::Template(at, treatment, _) => {
                    let other = problem.repeats.map(|first| self.templates.line(first, None, None));
                    (self.templates.line(at, treatment, Some(cause)), other)
                }
            };
            let field = problem.place.field();
            let found = RowProblem { line, field: Some(field), cause: RowCause::Of(problem.cause), other_line };
            // The same fault of an id is found once for its values and once for its label.
            let is_known = |other: &RowProblem| (other.line, &other.cause) == (found.line, &found.cause);
            if field != Field::Id || !self.problems.iter().any(is_known) {
                self.problems.push(found);
            }
        }
        self.problems.sort_by_key(|problem| problem.line);
        if self.problems.is_empty() { Ok(list) } else { Err(RowProblems(self.problems)) }
    }
}

/// The most characters a cell may hold. A name of the catalogue's and a `'` in front of a text find room.
fn longest(field: Field, is_of_template: bool) -> usize {
    match field {
        Field::Name => limits::TEMPLATE_TEXT + 1,
        Field::Typical if is_of_template => limits::TEMPLATE_TEXT + 1,
        Field::Code | Field::Group | Field::Area => limits::TEXT + 1,
        Field::Low | Field::Typical | Field::High | Field::EffectiveFrom => limits::AMOUNT,
        Field::Value => limits::ID + QuantityKind::Together.kind().id.len() + 1,
        _ => limits::ID,
    }
}
